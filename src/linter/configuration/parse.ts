/** A configuration's content and where each part of it stands. */
export interface ParsedConfig {
  value: unknown;
  lineOf(keys: readonly (string | number)[]): number;
}

export type ParseConfig = (path: string, text: string) => ParsedConfig;

/** The parsers, each loaded only where a configuration needs it. */
export const parsers: Readonly<Record<'jsonc' | 'yaml', () => Promise<ParseConfig>>> = {
  jsonc: async () => (await import('./parse-jsonc.js')).parse,
  yaml: async () => (await import('./parse-yaml.js')).parse,
};
