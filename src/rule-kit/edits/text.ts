/** Changes of the text itself, for rules about spaces, line ends and marks. */
import type { Place } from '../../cluster/types.js';
import type { Operation } from '../../linter/operations.js';

/** Another text in a place. */
export function replaceText({ file, start, end }: Place, text: string): Operation[] {
  return [{ do: 'replace-text', at: file, range: { start, end }, text }];
}
