/** A configuration's content and where each part of it stands. */
export interface ParsedConfig {
  value: unknown;
  lineOf(keys: readonly (string | number)[]): number;
}

export type ParseConfig = (path: string, text: string) => ParsedConfig;
