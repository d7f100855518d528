import { canonicalName } from './parameters.js';

let descriptions: Promise<ReadonlyMap<string, string>> | undefined;

/** Name in the server's spelling → our description of it; loaded when first asked for, for it is large. */
export function loadDescriptions(): Promise<ReadonlyMap<string, string>> {
  descriptions ??= import('./data/descriptions.js').then(
    ({ default: text }) => new Map(text.split('\n').map((line) => line.split('\t') as [string, string])),
  );
  return descriptions;
}

/**
 * What a parameter does and when to change it, in one to three sentences.
 *
 * @param name of a parameter that any major knows, or of a library's; any letter case, old aliases too
 * @returns undefined for unknown names
 */
export async function describeParameter(name: string): Promise<string | undefined> {
  const canonical = canonicalName(name);
  return canonical === undefined ? undefined : (await loadDescriptions()).get(canonical);
}
