import { quoteValue } from '../../values/quote.js';

/** Settings as lines of postgresql.conf, in their order: what a platform puts before or after those of a person. */
export function settingLines(settings: Readonly<Record<string, string>>): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name} = ${quoteValue(value)}\n`)
    .join('');
}
