/**
 * Records that several majors read alike: most say nothing that is new or gone in any of them. A cluster is often read for
 * two majors, and then what the first one made of such a record is the other one's as well; and so it is after an edit elsewhere in the file.
 */
import { findMethod, findRecordType } from '../../catalog/authentication.js';
import { lineInFile } from '../../documents/places.js';
import type { AuthTokens } from '../../syntax/auth-tokens.js';
import type { AuthInclude, AuthLine } from '../../syntax/nodes.js';
import type { AuthFile, HbaRecord, NamePattern } from '../types.js';
import type { HbaContext } from './record-reading.js';

/** What the first reading of a file made of its records, in the order of the lines. */
interface Known {
  records: readonly HbaRecord[];
  context: HbaContext;
  /** How often the file had been edited by then: lines that did not change keep their records. */
  edits: number;
}

/** The records of one file in one reading. */
interface Place {
  before: Known | undefined;
  /** Whether the file has been edited since. */
  isEdited: boolean;
  next: number;
  made: HbaRecord[];
}

const known = new WeakMap<AuthTokens, Known>();

/** The records that one reading of a pg_hba.conf shares with other ones. */
export class SharedRecords {
  readonly #context: HbaContext;
  readonly #places = new Map<AuthFile, Place>();

  /** @param context the target and the settings of this reading */
  constructor(context: HbaContext) {
    this.#context = context;
  }

  /**
   * What an earlier reading made of a line, where this one would make the same; each record is given once.
   *
   * @param ruleNumber the number that it would have
   */
  find(file: AuthFile, line: AuthLine | AuthInclude, ruleNumber: number): HbaRecord | undefined {
    const place = this.#placeIn(file);
    const { before, isEdited, made } = place;
    if (before === undefined) return undefined;
    const { records } = before;
    while (place.next < records.length && records[place.next]!.node.first < line.first) place.next++;
    const record = records[place.next];
    if (record?.node !== line) return undefined;
    place.next++;
    if (!this.#readsAlike(record, before.context)) return undefined;
    if (!isEdited) return record;
    // Nobody uses what was read before the edit any more.
    record.file = file;
    record.start = line.start;
    record.end = line.end;
    record.line = lineInFile(file, line);
    record.ruleNumber = ruleNumber;
    made.push(record);
    return record;
  }

  /** Takes in what this reading made of a line. */
  add(record: HbaRecord): void {
    const { before, isEdited, made } = this.#placeIn(record.file);
    // A file that is drawn in again makes records of its own.
    if ((before !== undefined && !isEdited) || (made.length > 0 && made.at(-1)!.node.first >= record.node.first))
      return;
    if (isSame(record)) made.push(record);
  }

  /** Lets later readings have what this one made. */
  share(): void {
    for (const [{ tree }, { before, isEdited, made }] of this.#places) {
      if ((before !== undefined && !isEdited) || made.length === 0) continue;
      known.set(tree.tokens, { records: made, context: this.#context, edits: tree.tokens.edits });
    }
  }

  #placeIn(file: AuthFile) {
    let place = this.#places.get(file);
    if (place === undefined) {
      const { tokens } = file.tree;
      const before = known.get(tokens);
      place = { before, isEdited: before !== undefined && before.edits !== tokens.edits, next: 0, made: [] };
      this.#places.set(file, place);
    }
    return place;
  }

  #readsAlike({ connectionType, method = '' }: HbaRecord, before: HbaContext): boolean {
    const { target, configuration } = this.#context;
    // `ident` on local is `peer`, which every major knows as well.
    if (findMethod(method, target) !== findMethod(method, before.target)) return false;
    if (findRecordType(connectionType!, target) === undefined) return false;
    // A remark depends on ssl, which is another text only in another configuration.
    return connectionType !== 'hostssl' || configuration.get('ssl').value === before.configuration.get('ssl').value;
  }
}

/** What some major, or a setting, makes something else of. */
const changed = new Set(['cert', 'md5']);

/** Whether a record is whole, stands in its file as it is, and has nothing that depends on the major but its type and its method. */
function isSame({ error, undecidable, file, node, options, method, databases, users }: HbaRecord): boolean {
  if (error !== undefined || (undecidable?.length ?? 0) > 0 || options.length > 0) return false;
  if (method === undefined || changed.has(method) || file.tree.tokens.atWords(node).length > 0) return false;
  return databases.every(isPlain) && users.every(isPlain);
}

/** From 16 on what begins with a slash is a regular expression. */
function isPlain({ kind, value }: NamePattern): boolean {
  return kind !== 'regex' && value.charCodeAt(0) !== 47;
}
