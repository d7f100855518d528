import { resolvePath } from '../../files/paths.js';
import { ConfSequenceReader } from '../../formats/conf/includes.js';
import { recordFormats } from '../../formats/index.js';
import { isOpenError } from '../../formats/open-error.js';
import type { FileReader } from '../../formats/reader.js';
import { authKinds } from '../../syntax/kinds.js';
import type { AuthKind } from '../../syntax/nodes.js';
import type { ClusterDefinition } from './definition.js';
import { FileLocator, lastValue } from './locate.js';

/** Which files belong to a cluster, told by its includes and by what its settings name; no value or record is judged. */
export interface ClusterMembers {
  /** Files of settings, each once, in reading order. */
  conf: ReadonlySet<string>;
  /** Every file, settings included. */
  all: ReadonlySet<string>;
  /** The data folder as data_directory names it. */
  dataDirectory: string | undefined;
}

/**
 * Collects the files of a cluster.
 *
 * @param definition which files make it
 * @param reader opens them
 */
export function collectMembers(definition: ClusterDefinition, reader: FileReader): ClusterMembers {
  const locator = new FileLocator(definition, reader);
  const sequence = new ConfSequenceReader(
    reader,
    { target: reader.target, errorsPerFile: 100, stopAsServer: false },
    locator.mapOutside,
  );
  for (const start of [definition.main, locator.auto]) if (start !== undefined) sequence.read(start);
  const conf = new Set(sequence.files.map((file) => file.path));
  const all = new Set(conf);
  const seen = new Set<string>();
  for (const kind of authKinds) {
    const { path } = locator.auth(kind, lastValue(sequence.events, recordFormats[kind].parameter));
    if (path !== undefined) collectAuthFiles(reader, path, kind, seen, all);
  }
  return { conf, all, dataDirectory: locator.dataDirectory };
}

/** Follows includes and `@file` lists; a file that is already known is not followed again. */
function collectAuthFiles(reader: FileReader, id: string, kind: AuthKind, seen: Set<string>, found: Set<string>): void {
  if (seen.has(id)) return;
  const file = reader.open(id, kind);
  if (isOpenError(file)) return;
  seen.add(id);
  found.add(file.path);
  const { folder } = file;
  const { lines, tokens } = file.tree;
  for (const line of lines) {
    if (line.type === 'AuthInclude') {
      const target = resolvePath(folder, line.path.value);
      if (line.directive !== 'include_dir') {
        collectAuthFiles(reader, target, kind, seen, found);
        continue;
      }
      const listing = reader.listConfFiles(target);
      if (!isOpenError(listing)) for (const one of listing.paths) collectAuthFiles(reader, one, kind, seen, found);
      continue;
    }
    for (const index of tokens.atWords(line)) {
      collectAuthFiles(reader, resolvePath(folder, tokens.value(index).slice(1)), kind, seen, found);
    }
  }
}
