/** `who --test`: asks about every login of a file and holds the answers against what is expected. */

import { budgetForLogins } from '../../../access/budget.js';
import type { Decision } from '../../../access/decide.js';
import type { Knowledge, Login } from '../../../access/login.js';
import { describeLogin } from '../../../access/login-text.js';
import type { HbaRecord } from '../../../cluster/types.js';
import { CommandError } from '../../command.js';
import type { JunitCase } from '../../junit-suites.js';
import type { ChosenHba } from '../../one-hba.js';
import { type Answer, RecordsOfServer } from './answer.js';
import { readLogin } from './asked-login.js';
import type { Expectation, Expectations } from './expectations.js';
import { nameSettings } from './name-settings.js';

/** What an array element of `who --test --format json` adds to the answer. */
export interface TestedAnswer extends Answer {
  /** Whether the answer is the expected one; left out where nothing is expected. */
  ok?: boolean;
  /** What was expected and what decided instead; only where `ok` is false. */
  failure?: string;
}

/** One login of the file with its answer. */
export interface Tested {
  index: number;
  login: Login;
  decision: Decision;
  /** Undefined where nothing is expected. */
  ok: boolean | undefined;
  failure: string | undefined;
}

/** All logins of a file, asked one after the other. */
export class LoginTest {
  readonly records: RecordsOfServer;
  readonly #chosen: ChosenHba;
  readonly #expectations: Expectations;
  readonly #logins: Login[];

  /** @throws CommandError where a login of the file cannot be, with its place */
  constructor(chosen: ChosenHba, expectations: Expectations, known: Pick<Knowledge, 'interfaces'> = {}) {
    this.#chosen = chosen;
    this.#expectations = expectations;
    const settings = nameSettings(chosen);
    this.#logins = expectations.logins.map(({ asked }, index) => {
      const login = readLogin(asked, settings);
      if ('transport' in login) return login;
      const { part, message } = login;
      throw new CommandError(`${expectations.placeOf(['logins', index, part])}: ${message}`);
    });
    const knowledge: Knowledge = { target: chosen.target, budget: budgetForLogins(this.#logins.length), ...known };
    const memberships = this.#memberships();
    if (memberships) knowledge.memberships = memberships;
    this.records = new RecordsOfServer(chosen, knowledge);
  }

  /** Where the file names memberships, it names all: who is not among them is a member of nothing. */
  #memberships(): Map<string, string[]> | undefined {
    const { members } = this.#expectations;
    if (!members) return undefined;
    const all = new Map(members);
    for (const { user } of this.#logins) if (!all.has(user)) all.set(user, []);
    return all;
  }

  *run(): Generator<Tested> {
    for (const [index, login] of this.#logins.entries()) {
      const decision = this.records.decide(login);
      const { expect } = this.#expectations.logins[index]!;
      const ok = expect && this.#meets(decision, expect);
      const failure = ok === false ? this.#failure(decision, expect!) : undefined;
      yield { index, login, decision, ok, failure };
    }
  }

  /** The answer in the form of `--format json`. */
  answer({ login, decision, ok, failure }: Tested): TestedAnswer {
    const answer: TestedAnswer = this.records.answer(login, decision);
    if (ok !== undefined) answer.ok = ok;
    if (failure !== undefined) answer.failure = failure;
    return answer;
  }

  /** `logins.yaml:12:5: alice to app from 10.1.2.3 over TLS: …`. */
  describeFailure({ index, login, failure }: Tested): string {
    return `${this.#expectations.placeOf(['logins', index])}: ${describeLogin(login)}: ${failure}`;
  }

  /** A login as a case of JUnit: one without an expectation holds, and none does where the server refuses the file. */
  junitCase(tested: Tested): JunitCase {
    const name = describeLogin(tested.login);
    if (tested.failure !== undefined) {
      const text = this.describeFailure(tested);
      return { name, failure: { type: 'unexpected', message: tested.failure, text } };
    }
    if (this.#chosen.hba.loads || tested.ok === undefined) return { name };
    const message = 'the server refuses pg_hba.conf';
    return { name, failure: { type: 'refused', message, text: `${message}, so nothing of it counts` } };
  }

  /** Where it depends on what is not known, whatever may decide must be as expected. */
  #meets({ verdict, possible }: Decision, expect: Expectation): boolean {
    if (expect.kind === 'verdict' && expect.verdict === 'depends') return verdict === 'depends';
    return possible.every((record) => this.#fits(record, expect));
  }

  #fits(record: HbaRecord | undefined, expect: Expectation): boolean {
    if (!record) return expect.kind === 'verdict' && expect.verdict === 'implicit-reject';
    if (expect.kind === 'verdict') return record.method === expect.verdict;
    if (expect.kind === 'method') return record.method === expect.method;
    return record.line === expect.line && this.#isFile(record, expect.file);
  }

  /** A line without a file is one of the main file. */
  #isFile({ file }: HbaRecord, name: string | undefined): boolean {
    const { path } = this.#chosen.hba.main;
    if (name === undefined) return file.path === path;
    const written = name.replaceAll('\\', '/').replace(/^(?:\.?\/)+/, '');
    return file.path === name || this.records.nameOf(file.path) === name || file.path.endsWith(`/${written}`);
  }

  #failure(decision: Decision, expect: Expectation): string {
    const outcome = this.records.outcome(decision);
    return `expected ${describeExpectation(expect, this.records.nameOf(this.#chosen.hba.main.path))}, but ${outcome}`;
  }
}

function describeExpectation(expect: Expectation, main: string): string {
  if (expect.kind === 'verdict') return expect.verdict;
  return expect.kind === 'method' ? expect.method : `${expect.file ?? main}:${expect.line}`;
}
