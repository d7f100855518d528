import type { SourceFile } from '../../../cluster/types.js';
import type { FileSystem } from '../../../files/file-system.js';
import { resolvePath } from '../../../files/paths.js';
import { recordFileParameters } from '../../../formats/names.js';
import type { AuthToken, Span } from '../../../syntax/nodes.js';

/** A place that names another file. */
export interface NamedFile extends Span {
  /** The file, or the folder of an include_dir. */
  path: string;
  isFolder: boolean;
}

const fileParameters = new Set(['data_directory', ...recordFileParameters]);

/** The places of a file that name files which exist: includes, `@file`s, and the parameters that name files of the cluster. */
export function namedFiles(file: SourceFile, fileSystem: FileSystem): NamedFile[] {
  const named = file.tree.kind === 'conf' ? inSettings(file) : inRecords(file);
  const found: NamedFile[] = [];
  for (const { span, name } of named) {
    if (name.trim() === '') continue;
    const path = resolvePath(file.folder, name);
    const kind = fileSystem.kind(path);
    if (kind === 'file' || kind === 'directory') found.push({ ...span, path, isFolder: kind === 'directory' });
  }
  return found;
}

interface Named {
  span: Span;
  name: string;
}

function inSettings(file: SourceFile): Named[] {
  if (file.tree.kind !== 'conf') return [];
  const named: Named[] = [];
  for (const line of file.tree.lines) {
    if (line.type === 'ConfSyntaxError') continue;
    if (line.type === 'Setting' && !fileParameters.has(line.name.value.toLowerCase())) continue;
    const { start, end, class: tokenClass, value } = line.value;
    const span = tokenClass === 'STRING' ? { start: start + 1, end: end - 1 } : { start, end };
    named.push({ span, name: value });
  }
  return named;
}

function inRecords(file: SourceFile): Named[] {
  if (file.tree.kind === 'conf') return [];
  const named: Named[] = [];
  const { lines, tokens } = file.tree;
  for (const line of lines) {
    if (line.type === 'AuthInclude') named.push({ span: spanOf(line.path), name: line.path.value });
    for (const index of tokens.atWords(line)) {
      const token = tokens.node(index);
      named.push({ span: spanOf(token), name: token.value.slice(1) });
    }
  }
  return named;
}

function spanOf({ start, end }: AuthToken): Span {
  return { start, end };
}
