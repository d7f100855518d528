/** Holds what a cache file says against what it may say: somebody else may have written it. */
import { isMajor } from '../../catalog/majors.js';
import type { ClusterDefinition } from '../../cluster/find/definition.js';
import { isCarried, pathOfDocument } from '../../documents/document.js';
import { concerns, type Problem } from '../../linter/problem.js';
import { authKinds, fileKinds } from '../../syntax/kinds.js';
import type { FileKind } from '../../syntax/nodes.js';
import type { Observation } from './observations.js';
import type { StoredJudgement, StoredRoot } from './stored.js';

/** What an entry may speak of. */
export interface EntryBounds {
  /** The length of the text that a file has now; undefined for a file that the entry did not read. */
  lengthOf(path: string): number | undefined;
  /** The length of a document that a file carries now; undefined where it carries none of that id and kind. */
  lengthOfDocument(id: string, kind: FileKind): number | undefined;
  /** Whether a path may be read in this run. */
  isReachable(path: string): boolean;
  isRule(id: string): boolean;
}

type Test = (value: unknown) => boolean;

const severities = ['warning', 'error'];
const tags = ['unnecessary', 'deprecated'];
const failures = ['missing', 'directory', 'not-a-directory', 'other', 'unreadable', 'too-large', 'outside'];
const questions = ['k', 's', 'r', 'l', 'p', 'c', 'd'];

const isText: Test = (value) => typeof value === 'string';
const isOneOf =
  (words: readonly string[]): Test =>
  (value) =>
    typeof value === 'string' && words.includes(value);
const isListOf =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test);
const isMajorList = isListOf((value) => typeof value === 'number' && isMajor(value));

/** An object with these properties and no others; a name that ends with `?` may be missing. */
function hasShape(shape: Readonly<Record<string, Test>>): Test {
  const known = new Map(Object.entries(shape).map(([name, test]) => [name.replace(/\?$/, ''), test]));
  const required = Object.keys(shape).filter((name) => !name.endsWith('?'));
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const entries = Object.entries(value);
    return (
      required.every((name) => Object.hasOwn(value, name)) &&
      entries.every(([name, inner]) => known.get(name)?.(inner) === true)
    );
  };
}

/** Texts by names. */
const areTexts: Test = (value) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every(isText);
};

const isLimit = hasShape({
  bytes: (value) => typeof value === 'number' && Number.isFinite(value),
  name: isText,
  written: isText,
  'isRequest?': (is) => is === true,
  'isDefault?': (is) => is === true,
  at: hasShape({ file: isText, start: Number.isInteger, end: Number.isInteger }),
});
const isContainer = hasShape({
  'memory?': isLimit,
  'sharedMemory?': isLimit,
  'storage?': isLimit,
  'walStorage?': isLimit,
  'hasOtherSettings?': (is) => is === true,
  'unread?': isListOf(hasShape({ kind: isOneOf(fileKinds), target: isText })),
});

/** Whether a value is a list of questions with their answers. */
export function areObservations(value: unknown): value is readonly Observation[] {
  return isListOf(
    (one) => Array.isArray(one) && one.length === 3 && isOneOf(questions)(one[0]) && one.slice(1).every(isText),
  )(value);
}

/**
 * Whether a value is a judgement that a run may show: of rules that there are, about places that are there, in files that
 * the entry has read. It holds no change of any file.
 */
export function isStoredJudgement(
  value: unknown,
  { lengthOf, lengthOfDocument, isReachable, isRule }: EntryBounds,
): value is StoredJudgement {
  const lengths = new Map<string, number | undefined>();
  const isDocument = ([id, kind]: [id: unknown, kind: unknown]): boolean => {
    if (typeof id !== 'string' || !isOneOf(fileKinds)(kind) || !isRead(pathOfDocument(id))) return false;
    lengths.set(id, isCarried(id) ? lengthOfDocument(id, kind as FileKind) : lengthOf(id));
    return lengths.get(id) !== undefined;
  };
  const isWithin = ({ start, end }: { start: unknown; end: unknown }, length: number): boolean => {
    if (!Number.isInteger(start) || !Number.isInteger(end)) return false;
    return 0 <= (start as number) && (start as number) <= (end as number) && (end as number) <= length;
  };
  const isRead: Test = (path) => typeof path === 'string' && lengthOf(path) !== undefined && isReachable(path);
  const isPlace = (place: unknown): boolean => {
    const { file, document, ...span } = place as Pick<Problem, 'file' | 'document' | 'start' | 'end'>;
    if (!isWithin(span, lengthOf(file)!)) return false;
    if (document === undefined) return true;
    const length = lengths.get(document.id);
    return length !== undefined && isWithin(document, length);
  };
  const span = { file: isRead, start: Number.isInteger, end: Number.isInteger };
  const place = { ...span, message: isText };
  const parts = { headline: isText, 'why?': isText, 'help?': isText };
  const documentPlace = hasShape({ id: isText, start: Number.isInteger, end: Number.isInteger });
  const isProblem = hasShape({
    ...place,
    ...parts,
    ruleId: (id) => typeof id === 'string' && isRule(id),
    severity: isOneOf(severities),
    messageId: isText,
    'parts?': isListOf(isText),
    'targets?': isMajorList,
    'related?': isListOf((one) => hasShape(place)(one) && isPlace(one)),
    'tags?': isListOf(isOneOf(tags)),
    'document?': documentPlace,
    concern: isOneOf(concerns),
    'wholeFile?': (is) => is === true,
    'ties?': hasShape({
      cluster: isText,
      'record?': isText,
      'cause?': isText,
      'setting?': isText,
      'group?': isText,
      'head?': (one) => hasShape({ ...span, ...parts, 'document?': documentPlace })(one) && isPlace(one),
    }),
    'fixNotKept?': isOneOf(['safe', 'unsafe']),
    'offersChange?': (is) => is === true,
    'hasPlaces?': (is) => is === true,
  });
  return hasShape({
    files: isListOf((one) => Array.isArray(one) && one.length === 2 && isDocument([one[0], one[1]])),
    problems: isListOf((one) => isProblem(one) && isPlace(one)),
    unread: isListOf(hasShape({ path: isText, reason: isOneOf(failures), explanation: isText })),
  })(value);
}

/** Whether a value tells the members of a cluster, none of them out of reach, and that it is the one that was asked for. */
export function isStoredRoot(
  value: unknown,
  asked: ClusterDefinition,
  { isReachable }: EntryBounds,
): value is StoredRoot {
  const isPath: Test = (id) => typeof id === 'string' && isReachable(pathOfDocument(id));
  const same =
    (name: keyof ClusterDefinition): Test =>
    (inner) =>
      inner === asked[name];
  const names = ['id', 'path', 'folder', 'main', 'extent', 'auto', ...authKinds, 'targetsGiven'] as const;
  const isDefinition = hasShape({
    ...Object.fromEntries(names.map((name) => [asked[name] === undefined ? `${name}?` : name, same(name)])),
    'targets?': isMajorList,
    'targetSource?': isText,
    'oneOfTargets?': (is) => is === true,
    'oldestTarget?': (major) => typeof major === 'number' && isMajor(major),
    'oldVersion?': isText,
    'isContainer?': (is) => is === true,
    'container?': isContainer,
    'commandLine?': areTexts,
  });
  return hasShape({
    definition: isDefinition,
    conf: isListOf(isPath),
    all: isListOf(isPath),
    'dataDirectory?': isPath,
  })(value);
}
