import type { Major } from '../../catalog/majors.js';
import { recordFiles } from '../../cluster/find/definition.js';
import type { ClusterRoot } from '../../cluster/find/roots.js';
import type { SourceFile } from '../../cluster/types.js';
import { type Document, isCarried, pathOfDocument, plainDocument } from '../../documents/document.js';
import { parse } from '../../formats/parse.js';
import type { FileReader } from '../../formats/reader.js';
import type { Judgement } from '../../linter/engine/judge.js';
import { ruleUrl } from '../../linter/pages.js';
import type { Problem } from '../../linter/problem.js';
import type { Rule } from '../../linter/rule.js';
import type { FileKind } from '../../syntax/nodes.js';

/** What a run recalls of a judgement. */
export type Recalled = Pick<Judgement, 'files' | 'problems' | 'unread'>;

export interface StoredRoot {
  definition: ClusterRoot['definition'];
  conf: readonly string[];
  all: readonly string[];
  dataDirectory?: string;
}

/** A problem without what can be had again. */
type StoredProblem = Partial<Problem> & Pick<Problem, 'ruleId'> & { offersChange?: true; hasPlaces?: true };

/** A judgement without what can be had again: texts, trees, the addresses of pages. */
export interface StoredJudgement {
  files: readonly [id: string, kind: FileKind][];
  problems: readonly StoredProblem[];
  unread: Judgement['unread'];
}

/** Takes out of a judgement what is worth keeping. */
export function storeJudgement({ files, problems, unread }: Recalled): StoredJudgement {
  return { files: files.map(({ id, kind }) => [id, kind]), problems: problems.map(storeProblem), unread };
}

/**
 * The same for a file that may be in other hands before it is read: without the changes that problems offer, since whoever
 * writes the file would decide what is written elsewhere.
 */
export function storeWithoutChanges(judgement: Recalled): StoredJudgement {
  const { files, problems, unread } = storeJudgement(judgement);
  return { files, unread, problems: problems.map(withoutChanges) };
}

/** Problems of one cause stand within another and offer changes of their own, so they are not kept: see isWhole. */
function withoutChanges({ fix, suggestions, places, ...rest }: StoredProblem): StoredProblem {
  const offers = fix !== undefined || suggestions !== undefined;
  return {
    ...rest,
    ...(offers ? { offersChange: true } : {}),
    ...(fix === undefined ? {} : { fixNotKept: fix.safety }),
    ...(places === undefined ? {} : { hasPlaces: true }),
  };
}

/** Whether something that was kept has all of its problems. */
export function isWhole({ problems }: StoredJudgement): boolean {
  return problems.every(({ hasPlaces }) => hasPlaces !== true);
}

/** Whether something that was kept is missing the changes that its problems offer. */
export function lacksChanges({ problems }: StoredJudgement): boolean {
  return problems.some(({ offersChange }) => offersChange === true);
}

function storeProblem({ url: _, related, suggestions, tags, ...rest }: Problem): StoredProblem {
  return {
    ...rest,
    ...(related.length === 0 ? {} : { related }),
    ...(suggestions.length === 0 ? {} : { suggestions }),
    ...(tags.length === 0 ? {} : { tags }),
  };
}

/**
 * Makes a judgement out of what was kept of it.
 *
 * @param reader has every file as it was then
 * @param rules every rule there is, by its name
 * @param target the first target, whose trees a judgement has
 */
export function restoreJudgement(
  { files, problems, unread }: StoredJudgement,
  reader: FileReader,
  rules: ReadonlyMap<string, Rule>,
  target: Major,
): Recalled {
  return {
    files: files.map(([id, kind]) => {
      const document = isCarried(id)
        ? carriedDocument(reader, id, kind)!
        : plainDocument(id, kind, reader.fileSystem.read(id)!);
      return restoreFile(document, target);
    }),
    problems: problems.map((problem) => {
      const url = ruleUrl(rules.get(problem.ruleId)!);
      const {
        targets,
        fix,
        related = [],
        suggestions = [],
        tags = [],
        offersChange: _,
        hasPlaces: __,
        ...rest
      } = problem;
      return { ...(rest as Problem), targets, fix, related, suggestions, tags, url };
    }),
    unread,
  };
}

/** The tree is made only when somebody asks for it: for the comments of a file that has suppressions. */
/** A document that a file carries, by its id; undefined where the file no longer carries it. */
export function carriedDocument(reader: FileReader, id: string, kind: FileKind): Document | undefined {
  const documents = reader.carriedBy(pathOfDocument(id)).flatMap((cluster) => cluster.documents);
  return documents.find((document) => document.id === id && document.kind === kind);
}

function restoreFile(document: Document, target: Major): SourceFile {
  let tree: SourceFile['tree'] | undefined;
  return {
    ...document,
    get tree() {
      tree ??= parse(document.text, document.kind, target, document.encoding);
      return tree;
    },
  };
}

/** Takes out of a root what is worth keeping: all of it, sets as lists. */
export function storeRoot({ definition, members }: ClusterRoot): StoredRoot {
  const { conf, all, dataDirectory } = members;
  return { definition, conf: [...conf], all: [...all], ...(dataDirectory === undefined ? {} : { dataDirectory }) };
}

/** Makes a root out of what was kept of it. */
export function restoreRoot({ definition, conf, all, dataDirectory }: StoredRoot): ClusterRoot {
  const told = { targets: undefined, targetSource: undefined, main: undefined, auto: undefined };
  const auth = recordFiles(() => undefined);
  return {
    definition: { ...told, ...auth, ...definition },
    members: { conf: new Set(conf), all: new Set(all), dataDirectory },
  };
}
