/** Which majors a cluster is for, as far as its files and their place tell. */

import { historyOf } from '../../catalog/history.js';
import { firstMajor, type Major } from '../../catalog/majors.js';
import { baseNameOf, resolvePath } from '../../files/paths.js';
import { isOpenError } from '../../formats/open-error.js';
import type { FileReader } from '../../formats/reader.js';
import { authKinds } from '../../syntax/kinds.js';
import type { SourceFile } from '../types.js';
import type { ClusterDefinition } from './definition.js';
import type { Neighbours } from './neighbours.js';
import { majorsOfStockFile } from './stock-fingerprint.js';
import {
  isBeforeUserColumn,
  targetsOfComment,
  versionOfPath,
  versionOfPlace,
  versionOfValues,
  versionOfVersionFile,
} from './target-clues.js';
import type { NamedVersion } from './versions.js';

/** What a file or its place tells about the target. */
export interface TargetClue {
  /** Undefined where it is a major before those that pgconflint knows. */
  targets: readonly Major[] | undefined;
  /** How it tells it, for people: `PG_VERSION`, `the path`. */
  source: string;
  /** The version before 10 that is named: `9.6`. */
  old?: string;
  /** The first major that knows all that the file uses, where nothing else tells. */
  oldest?: Major;
  /** It may be any one of `targets`, and only one: what holds for some of them may not hold. */
  oneOf?: true;
}

/** What is looked at. */
export interface TargetSearch {
  definition: ClusterDefinition;
  /** The data folder as data_directory names it. */
  dataDirectory: string | undefined;
  neighbours: Neighbours;
  reader: FileReader;
  workspace: readonly string[];
}

/**
 * Infers the targets of a cluster. What comes first is the surest: a comment that says it, PG_VERSION, the folders and the
 * name of the file, values that carry a version, a Dockerfile or Compose file beside it, the stock file it was made of.
 *
 * @returns undefined where nothing tells
 */
export function inferTargets({
  definition,
  dataDirectory,
  neighbours,
  reader,
  workspace,
}: TargetSearch): TargetClue | undefined {
  const { id, path, folder, main, auto } = definition;
  const isConf = id === main || id === auto;
  const kind = isConf ? 'conf' : (authKinds.find((each) => definition[each] === id) ?? 'hba');
  const file = reader.open(id, kind);
  const written: Written = { name: baseNameOf(path), text: isOpenError(file) ? '' : file.text, isConf };
  const byComment = inComment(written);
  if (byComment !== undefined) return byComment;
  const folders = dataDirectory === undefined ? [folder] : [folder, dataDirectory];
  for (const one of folders) {
    const version = versionInFolder(one, reader);
    if (version !== undefined) return clueOf(version, 'PG_VERSION');
  }
  const byPlace =
    versionOfPlace(path, workspace) ??
    (dataDirectory === undefined ? undefined : versionOfPath(dataDirectory, workspace));
  if (byPlace !== undefined) return clueOf(byPlace, 'the path');
  const byValue = inValues(written);
  if (byValue !== undefined) return byValue;
  if (neighbours.version !== undefined) return clueOf(neighbours.version, neighbours.source!);
  return inContents(written);
}

/**
 * What the text of a file tells of the targets where it is the first one of a cluster and nothing else tells. While this
 * stays the same, a change of the text changes no targets.
 */
export function clueInText({ path, text, kind }: Pick<SourceFile, 'path' | 'text' | 'kind'>): TargetClue | undefined {
  const written: Written = { name: baseNameOf(path), text, isConf: kind === 'conf' };
  return inComment(written) ?? inValues(written) ?? inContents(written);
}

/** The first file of a cluster, as text. */
interface Written {
  name: string;
  text: string;
  isConf: boolean;
}

function inComment({ name, text }: Written): TargetClue | undefined {
  const targets = targetsOfComment(text);
  return targets === undefined ? undefined : { targets, source: `a comment in ${name}` };
}

function inValues({ name, text, isConf }: Written): TargetClue | undefined {
  const version = isConf ? versionOfValues(text) : undefined;
  return version === undefined ? undefined : clueOf(version, `a path that ${name} names`);
}

/** The stock file that it was made of, else what it uses that came last. */
function inContents({ name, text, isConf }: Written): TargetClue | undefined {
  const stock = isConf ? byFingerprint(text, name) : undefined;
  if (stock !== undefined) return stock;
  if (!isConf && isBeforeUserColumn(text))
    return { targets: undefined, source: `the heading of the records in ${name}`, old: 'a version before 7.3' };
  const news = isConf ? newestName(text) : newestOfRecords(text);
  return news === undefined ? undefined : { targets: undefined, oldest: news.since, source: news.name };
}

/** Long files are no files of people's own. */
const mostText = 100_000;

/** The parameter that a file sets and that came last. */
function newestName(text: string): { name: string; since: Major } | undefined {
  let newest: { name: string; since: Major } | undefined;
  for (const [, name] of text.slice(0, mostText).matchAll(/^[ \t]*([A-Za-z_]\w*)[ \t]*=/gm)) {
    const since = historyOf(name!)?.since;
    if (since !== undefined && since > (newest?.since ?? firstMajor)) newest = { name: name!, since };
  }
  return newest;
}

/** What pg_hba.conf learned last of what a file has: the method oauth, includes. */
function newestOfRecords(text: string): { name: string; since: Major } | undefined {
  const start = text.slice(0, mostText);
  if (start.includes('oauth') && /^[ \t]*host\w*[ \t].*[ \t]oauth(?:[ \t]|\r?$)/m.test(start))
    return { name: 'the method oauth', since: 18 };
  if (start.includes('include') && /^[ \t]*include(?:_dir|_if_exists)?[ \t]/m.test(start))
    return { name: 'an include in it', since: 16 };
  return undefined;
}

function byFingerprint(text: string, name: string): TargetClue | undefined {
  const found = majorsOfStockFile(text);
  const source = `the stock file that ${name} was made of`;
  if (found === undefined) return undefined;
  if (found === 'old') return { targets: undefined, source, old: 'a version before 10' };
  return found.length === 1 ? { targets: found, source } : { targets: found, source, oneOf: true };
}

function clueOf(version: NamedVersion, source: string): TargetClue {
  return 'old' in version ? { targets: undefined, source, old: version.old } : { targets: [version.major], source };
}

function versionInFolder(folder: string, reader: FileReader): NamedVersion | undefined {
  const path = resolvePath(folder, 'PG_VERSION');
  if (!reader.isReachable(path) || reader.fileSystem.kind(path) !== 'file') return undefined;
  return versionOfVersionFile(reader.fileSystem.read(path)?.text ?? '');
}
