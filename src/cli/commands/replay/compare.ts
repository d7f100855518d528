/** What the proposed files make of logged logins. */
import { budgetForLogins } from '../../../access/budget.js';
import { type Decision, decide } from '../../../access/decide.js';
import type { Login } from '../../../access/login.js';
import type { Known } from '../../../access/policies/policy.js';
import { letsIn } from '../../../access/policies/spaces.js';
import { reachableTransports } from '../../../access/reachable-transports.js';
import { sameRecords } from '../../../access/same-records.js';
import type { HbaRecord } from '../../../cluster/types.js';
import type { LoggedLogin } from '../../../logs/logins.js';
import { isWeaker } from '../../../rule-kit/records/method-strength.js';
import type { ChosenHba } from '../../one-hba.js';

/**
 * - `refused`: who got in is rejected.
 * - `let-in`: who was rejected is let in.
 * - `not-encrypted`: who came over TLS cannot any more, since ssl is off.
 * - `weaker-method`: another method decides, which proves less than the logged one.
 * - `other-method`, `other-record`: another one decides, which is no weaker.
 * - `depends`: the files do not tell.
 */
export const replayClasses = [
  'refused',
  'let-in',
  'not-encrypted',
  'weaker-method',
  'depends',
  'other-method',
  'other-record',
] as const;
export type ReplayClass = (typeof replayClasses)[number];

/** What ends a run with 1. */
export const failing: ReadonlySet<ReplayClass> = new Set(replayClasses.slice(0, 5));

export interface Replayed {
  logged: LoggedLogin;
  decision: Decision;
  /** Undefined where the files do what the log says. */
  change: ReplayClass | undefined;
}

/**
 * Asks the proposed files about each login.
 *
 * @param known what the configuration tells beside the files
 * @param before today's files, where they are known
 */
export function replay(
  logins: readonly LoggedLogin[],
  chosen: ChosenHba,
  known: Known,
  before: ChosenHba | undefined,
): Replayed[] {
  const now = new Decider(chosen, known, logins.length);
  const old = before && new Decider(before, known, logins.length);
  const likes = before && likesOf(before, chosen);
  return logins.map((logged) => {
    const decision = now.decide(logged.login);
    const was = old?.decide(logged.login);
    return { logged, decision, change: changeOf(logged, decision, now.isEncrypted(logged.login), was, likes) };
  });
}

class Decider {
  readonly #chosen: ChosenHba;
  readonly #knowledge: Parameters<typeof decide>[2];
  readonly #hasTls: boolean;

  constructor(chosen: ChosenHba, { members, interfaces }: Known, count: number) {
    this.#chosen = chosen;
    this.#knowledge = { target: chosen.target, budget: budgetForLogins(count) };
    if (members) this.#knowledge.memberships = new Map(members);
    if (interfaces) this.#knowledge.interfaces = interfaces;
    this.#hasTls = reachableTransports(chosen.cluster).includes('tls');
  }

  /** Without TLS a client comes without it, or not at all. */
  isEncrypted({ transport }: Login): boolean {
    return transport !== 'tls' || this.#hasTls;
  }

  decide(login: Login): Decision {
    const { memberships } = this.#knowledge;
    // Who is not named is a member of nothing.
    const knowledge =
      memberships && !memberships.has(login.user)
        ? { ...this.#knowledge, memberships: new Map([...memberships, [login.user, []]]) }
        : this.#knowledge;
    const asked: Login = this.isEncrypted(login) ? login : { ...login, transport: 'plain' };
    return decide(asked, this.#chosen.hba.records, knowledge);
  }
}

function changeOf(
  { isLetIn, method }: LoggedLogin,
  { record, verdict, possible }: Decision,
  isEncrypted: boolean,
  was: Decision | undefined,
  likes: ReadonlyMap<HbaRecord, HbaRecord> | undefined,
): ReplayClass | undefined {
  const letting = possible.filter(letsIn);
  if (letting.length > 0 && letting.length < possible.length) return 'depends';
  if (!isLetIn) return letting.length > 0 ? 'let-in' : undefined;
  if (letting.length === 0) return 'refused';
  if (!isEncrypted) return 'not-encrypted';
  // What the log does not name is what today's files say.
  const old = method ?? (was?.verdict === 'authenticate' ? was.record?.method : undefined);
  if (old !== undefined && letting.some((one) => isWeaker(one.method, old))) return 'weaker-method';
  if (old !== undefined && letting.some((one) => one.method !== old)) return 'other-method';
  const isOther = likes && verdict === 'authenticate' && was?.record && likes.get(record!) !== was.record;
  return isOther ? 'other-record' : undefined;
}

/** For each record of the proposed files the one of today's that says the same. */
function likesOf(before: ChosenHba, after: ChosenHba): ReadonlyMap<HbaRecord, HbaRecord> {
  const circumstances = ({ target, cluster }: ChosenHba) => ({ target, transports: reachableTransports(cluster) });
  const pairs = sameRecords(before.hba.records, after.hba.records, circumstances(before), circumstances(after));
  return new Map(
    pairs.flatMap((from, to) =>
      from === undefined ? [] : [[after.hba.records[to]!, before.hba.records[from]!] as const],
    ),
  );
}
