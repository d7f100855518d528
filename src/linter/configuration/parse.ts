import type { ParseConfig } from './parsed-config.js';

/** The parsers, each loaded only where a configuration needs it. */
export const parsers: Readonly<Record<'jsonc' | 'yaml', () => Promise<ParseConfig>>> = {
  jsonc: async () => (await import('./parse-jsonc.js')).parse,
  yaml: async () => (await import('./parse-yaml.js')).parse,
};
