import { pagesBase } from '../../../src/linter/pages.js';

/** The scheme of the server's documents that are pages of rules. */
export const pageScheme = 'pgconflint-rule';
export const showPageCommand = 'pgconflint.showRulePage';

/**
 * The command that opens the page at an address, as a link.
 *
 * @param url as the server writes it
 * @returns undefined for pages that are not ours
 */
export function pageCommand(url: string): string | undefined {
  if (!url.startsWith(pagesBase) || !url.endsWith('.md')) return undefined;
  const id = url.slice(pagesBase.length, -'.md'.length);
  return `command:${showPageCommand}?${encodeURIComponent(JSON.stringify([id]))}`;
}
