import { textOfFile } from '../../../documents/places.js';
import { fixAll } from '../../../linter/fixes.js';
import type { Edit, Problem } from '../../../linter/problem.js';
import type { FileView, Workspace } from '../../workspace/workspace.js';
import { difference } from '../edits.js';

/**
 * The edit that applies every safe fix of a buffer which touches no other file, pass after pass as the command line does.
 *
 * @returns undefined where there is nothing to mend
 */
export function fixAllEdit({ file }: FileView, workspace: Workspace): Edit | undefined {
  const before = textOfFile(file);
  const { path } = file;
  const isOwn = ({ fix }: Problem) => fix?.edits.every((edit) => edit.file === path);
  const relint = (texts: ReadonlyMap<string, string>) =>
    workspace.withText(path, texts.get(path) ?? before, () => ({
      problems: workspace.problemsOf(path).filter(isOwn),
    }));
  const { texts } = fixAll(relint, () => before, 'safe');
  return difference(path, before, texts.get(path) ?? before);
}
