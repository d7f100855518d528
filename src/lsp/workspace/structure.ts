import { isFragment } from '../../cluster/find/fragment.js';
import { clueInText } from '../../cluster/find/infer-targets.js';
import type { SourceFile } from '../../cluster/types.js';
import { recordFileParameters } from '../../formats/names.js';
import { kindByContent } from '../../formats/recognize.js';
import { syntaxErrorLimit } from '../../syntax/conf.js';
import type { AuthTree, ConfTree } from '../../syntax/nodes.js';

/** The parameters that say where other files of a cluster are. */
const fileParameters = new Set(['data_directory', 'config_file', ...recordFileParameters]);

const structures = new WeakMap<SourceFile, { guessed: boolean; structure: string }>();

/**
 * What of a file decides which files make a cluster and for which targets it is: includes, parameters that name files,
 * `@file`s, what tells the targets. While it stays the same, a change of the file cannot change which clusters there are.
 *
 * @param file a file with its tree
 * @param guessed whether only the contents tell the file's format
 */
export function structureOf(file: SourceFile, guessed: boolean): string {
  const known = structures.get(file);
  if (known?.guessed === guessed) return known.structure;
  const structure = describe(file, guessed);
  structures.set(file, { guessed, structure });
  return structure;
}

function describe(file: SourceFile, guessed: boolean): string {
  const { tree, text } = file;
  const parts = tree.kind === 'conf' ? confParts(tree) : authParts(tree);
  parts.push(JSON.stringify(clueInText(file)), String(isFragment(file)), file.notText ?? '');
  if (guessed) parts.push(kindByContent(text) ?? '');
  return parts.join('\n');
}

function confParts(tree: ConfTree): string[] {
  const parts: string[] = [];
  let errors = 0;
  for (const line of tree.lines) {
    if (line.type === 'ConfInclude') parts.push(`${line.directive} ${line.value.value}`);
    else if (line.type === 'ConfSyntaxError') {
      if (++errors >= syntaxErrorLimit) break;
    } else if (fileParameters.has(line.name.value.toLowerCase())) {
      parts.push(`${line.name.value.toLowerCase()} = ${line.value.value}`);
    }
  }
  return parts;
}

function authParts(tree: AuthTree): string[] {
  const parts: string[] = [];
  for (const line of tree.lines) {
    if (line.type === 'AuthInclude') parts.push(`${line.directive} ${line.path.value}`);
    for (const index of tree.tokens.atWords(line)) parts.push(tree.tokens.value(index));
  }
  return parts;
}
