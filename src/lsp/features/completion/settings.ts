import { isInside } from '../../../files/paths.js';
import { recordFileParameters } from '../../../formats/names.js';
import type { FileView, Workspace } from '../../workspace/workspace.js';
import { suggestPaths } from './paths.js';
import { suggestNames } from './setting-names.js';
import { suggestValues, type ValuePlace } from './setting-values.js';
import { lineAround, type Suggestion } from './suggestion.js';

/** Parameters whose value is the path of a file or folder. */
const pathParameters = new RegExp(
  `^(?:include(?:_if_exists|_dir)?|${recordFileParameters.join('|')}|config_file|ssl_(?:cert|key|ca|crl|dh_params)_file|ssl_crl_dir|krb_server_keyfile|data_directory|promote_trigger_file)$`,
  'i',
);

/** Of these, the ones that name a folder. */
const folderParameters = /^(?:include_dir|data_directory|ssl_crl_dir)$/i;

/** What may stand at an offset of postgresql.conf: a name, or the value of the name in front of it. */
export function suggestInSettings(view: FileView, offset: number, workspace: Workspace): Suggestion[] {
  const { text, path } = view.file;
  const line = lineAround(text, offset);
  const before = text.slice(line.start, offset);
  const behind = text.slice(offset, line.end);
  const name = /^[ \t]*([A-Za-z_\x80-\uffff][\w$.\x80-\uffff]*)?$/.exec(before);
  if (name !== null) {
    const typed = name[1] ?? '';
    const rest = /^[\w$.\x80-\uffff]*/.exec(behind)![0];
    const replace = { start: offset - typed.length, end: offset + rest.length };
    return suggestNames(view.cluster, replace, typed, /^[ \t]*[^\s#]/.test(behind.slice(rest.length)));
  }
  const assignment = /^[ \t]*([A-Za-z_\x80-\uffff][\w$.\x80-\uffff]*)(?:[ \t]*=[ \t]*|[ \t]+)(.*)$/s.exec(before);
  if (assignment === null) return [];
  const place = valuePlace(assignment[2]!, offset, behind);
  if (place === undefined) return [];
  if (pathParameters.test(assignment[1]!)) {
    const typed = text.slice(place.start, offset);
    const root = workspace.rootOf(path);
    const found = suggestPaths(view.file, typed, place, workspace.files, (one) => isInside(one, root));
    // A folder that is meant itself is written without the slash that would lead on into it.
    const wanted = folderParameters.test(assignment[1]!) ? found.flatMap(asFolder) : found;
    return wanted.map((suggestion) => withQuotes(suggestion, place));
  }
  return suggestValues(view.cluster, assignment[1]!, text, place, offset);
}

/**
 * The value around the cursor.
 *
 * @param typed what stands between the equals sign and the cursor
 * @param behind what stands behind the cursor on the line
 * @returns undefined where the value has ended before the cursor
 */
function valuePlace(typed: string, offset: number, behind: string): ValuePlace | undefined {
  if (!typed.startsWith("'")) {
    if (/[\s#']/.test(typed)) return undefined;
    const rest = /^[^\s#']*/.exec(behind)![0];
    return { start: offset - typed.length, end: offset + rest.length, quoted: false, closed: false };
  }
  const inside = typed.slice(1);
  if (/^(?:[^'\\]|\\.|'')*'(?!')/s.test(inside)) return undefined;
  const closing = /^(?:[^'\\]|\\.|'')*?(?='(?!'))/s.exec(behind);
  const rest = closing === null ? /^[^\s#]*/.exec(behind)![0] : closing[0];
  return { start: offset - inside.length, end: offset + rest.length, quoted: true, closed: closing !== null };
}

function asFolder(suggestion: Suggestion): Suggestion[] {
  if (!suggestion.label.endsWith('/')) return [];
  return [{ ...suggestion, label: suggestion.label.slice(0, -1) }];
}

function withQuotes(suggestion: Suggestion, place: ValuePlace): Suggestion {
  const isFolder = suggestion.label.endsWith('/');
  if (place.quoted)
    return { ...suggestion, insert: place.closed || isFolder ? suggestion.label : `${suggestion.label}'` };
  return {
    ...suggestion,
    insert: isFolder ? `'${suggestion.label}` : `'${suggestion.label}'`,
    filter: suggestion.label,
  };
}
