/** The answer to "which record decides this login?", as JSON and as text. */

import { type Decision, type Dependence, decide } from '../../../access/decide.js';
import type { Knowledge, Login } from '../../../access/login.js';
import { describeLogin } from '../../../access/login-text.js';
import { type SystemUsers, systemUsersOf } from '../../../access/mappings.js';
import type { Cluster, HbaRecord } from '../../../cluster/types.js';
import { viewOptions } from '../../../cluster/views/view-options.js';
import { relativePath } from '../../../files/paths.js';
import { asLines, type Printable } from '../../../report/printable.js';
import { fitted } from '../../../report/text/wrap.js';
import type { ChosenHba } from '../../one-hba.js';
import { describeSystemUsers, type ShownSystemUsers, showSystemUsers } from './system-users.js';

/** A record and what it makes of the client. File names are relative to the folder that was asked about. */
export interface DecidingRecord {
  file: string;
  line: number;
  method: string;
  /** As pg_hba_file_rules shows them: `map=m`, `clientcert=verify-full`. */
  options: string[];
}

/** What `who --format json` prints. */
export interface Answer {
  /** The record that decides; null where none matches, and where that depends on what the files cannot tell. */
  decision: DecidingRecord | null;
  verdict: Decision['verdict'];
  /** What the files cannot tell and on which it depends. */
  depends: { file: string; line: number; kind: Dependence['kind']; subject: string; question: string }[];
  /** The records before the deciding one that do not match, and why. */
  passed: { file: string; line: number; part: string; why: string }[];
  /** Which system users may log in by it, where it has a map; left out elsewhere. */
  systemUsers?: ShownSystemUsers;
  /** Every record that may decide, in order, null for none: only where the verdict is `depends`. */
  possible?: (DecidingRecord | null)[];
}

/** The records of one pg_hba.conf, ready to be asked about many logins. */
export class RecordsOfServer {
  readonly #records: readonly HbaRecord[];
  readonly #knowledge: Knowledge;
  readonly #folder: string;
  readonly #cluster: Cluster;
  readonly #names = new Map<string, string>();

  /**
   * @param chosen the cluster with its records; file names are given relative to its folder
   * @param knowledge what is known beside the files
   */
  constructor({ hba, cluster, folder }: Pick<ChosenHba, 'hba' | 'cluster' | 'folder'>, knowledge: Knowledge) {
    this.#records = hba.records;
    this.#knowledge = knowledge;
    this.#folder = folder;
    this.#cluster = cluster;
  }

  decide(login: Login): Decision {
    return decide(login, this.#records, this.#knowledge);
  }

  /** The decision in the form of `--format json`. */
  answer(login: Login, { record, verdict, depends, passed, possible }: Decision): Answer {
    const answer: Answer = {
      decision: this.describe(record),
      verdict,
      depends: depends.map(({ record: { file, line }, kind, subject, question }) => ({
        file: this.nameOf(file.path),
        line,
        kind,
        subject,
        question,
      })),
      passed: passed.map(({ record: { file, line }, part, why }) => ({
        file: this.nameOf(file.path),
        line,
        part,
        why,
      })),
    };
    const users = this.#systemUsers(record, login);
    if (users) answer.systemUsers = showSystemUsers(users, (path) => this.nameOf(path));
    if (verdict === 'depends') answer.possible = possible.map((one) => this.describe(one));
    return answer;
  }

  #systemUsers(record: HbaRecord | undefined, login: Login): SystemUsers | undefined {
    return record && systemUsersOf(record, login, this.#cluster, this.#knowledge);
  }

  describe(record: HbaRecord | undefined): DecidingRecord | null {
    if (!record) return null;
    return {
      file: this.nameOf(record.file.path),
      line: record.line,
      method: record.method ?? '',
      options: viewOptions(record, this.#knowledge.target) ?? [],
    };
  }

  /** `pg_hba.conf:12`. */
  placeOf({ file, line }: HbaRecord): string {
    return `${this.nameOf(file.path)}:${line}`;
  }

  nameOf(path: string): string {
    let name = this.#names.get(path);
    if (name === undefined) {
      name = relativePath(path, this.#folder);
      this.#names.set(path, name);
    }
    return name;
  }

  /** What becomes of a login, in a line: `pg_hba.conf:12 decides: scram-sha-256`. */
  outcome({ record, verdict, possible }: Decision): string {
    if (record) return this.#outcomeOf(record);
    if (verdict === 'implicit-reject') return 'no record matches, so the server rejects it (implicit-reject)';
    return `the files do not tell (depends): ${possible.map((one) => this.#outcomeOf(one)).join('; or ')}`;
  }

  #outcomeOf(record: HbaRecord | undefined): string {
    if (!record) return 'no record matches and the server rejects it';
    const { method, options } = this.describe(record)!;
    return `${this.placeOf(record)} decides: ${[method, ...options].join(' ')}`;
  }

  /**
   * The whole answer for people.
   *
   * @param width no line gets wider
   */
  explain(login: Login, decision: Decision, width: number): Printable {
    const { record, verdict, depends, passed, possible } = decision;
    const lines = [describeLogin(login), ''];
    if (record) {
      lines.push(this.#outcomeOf(record), `  ${textOf(record)}`);
      if (verdict === 'reject') lines.push('The server rejects this login.');
      const users = this.#systemUsers(record, login);
      if (users) lines.push('', ...describeSystemUsers(users, login.user, (path) => this.nameOf(path)));
    } else if (verdict === 'implicit-reject') {
      lines.push('No record matches: the server rejects this login.');
    } else {
      lines.push('The files alone do not tell. One of these decides:');
      for (const one of possible) {
        lines.push(`  ${this.#outcomeOf(one)}`);
        if (one) lines.push(`    ${textOf(one)}`);
      }
      lines.push('', 'It depends on:');
      const questions = depends.map((one) => `  ${this.placeOf(one.record)}: ${one.question}`);
      lines.push(...new Set(questions));
    }
    if (passed.length > 0) lines.push('', 'Passed over:', ...this.#passedLines(decision));
    return asLines(fitted(lines, width));
  }

  /** Neighbours that are passed over for the same reason share a line. */
  #passedLines({ passed }: Decision): string[] {
    const groups: { file: string; first: number; last: number; why: string }[] = [];
    for (const { record, why } of passed) {
      const file = this.nameOf(record.file.path);
      const group = groups.at(-1);
      if (group && group.file === file && group.why === why && record.line > group.last) group.last = record.line;
      else groups.push({ file, first: record.line, last: record.line, why });
    }
    return groups.map(({ file, first, last, why }) => `  ${file}:${first}${last > first ? `-${last}` : ''}  ${why}`);
  }
}

/** The record as it is written, on one line. */
function textOf({ file, start, end }: HbaRecord): string {
  const text = file.text.slice(start, end).replace(/\s+/g, ' ').trim();
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}
