/** Proofs in words: the login that shows it, and what to do. */
import type { HbaRecord } from '../../cluster/types.js';
import type { Login } from '../login.js';
import { describeLogin } from '../login-text.js';
import type { Condition } from '../regions/condition.js';
import { describeCondition } from '../wording.js';
import type { Statement } from './policy.js';
import type { Proof } from './prove.js';
import { letsIn } from './spaces.js';

const mostOutcomes = 3;

/** What is said of a proof; empty where it holds. */
export interface ProofText {
  /** The login and what becomes of it, without a full stop. */
  what: string;
  /** What is assumed of the login, each without a full stop. */
  assuming: string[];
  /** What would put it right, or decide it: a sentence. */
  advice: string;
}

/**
 * Says what a proof found.
 *
 * @param placeOf how a record is named: `pg_hba.conf:3`
 */
export function describeProof(proof: Proof, { verb }: Statement, placeOf: (record: HbaRecord) => string): ProofText {
  if (proof.verdict === 'holds') return { what: '', assuming: [], advice: '' };
  if ('tooMuch' in proof) {
    const what = 'not decided: the lists, masks or expressions combine in too many ways';
    return {
      what,
      assuming: [],
      advice: 'Ask about fewer logins in one statement, or tell which roles and databases exist.',
    };
  }
  const { login, records } = proof;
  const [record] = records;
  // Where files do not tell which record decides, each of them breaks the statement.
  const outcomes = records.slice(0, mostOutcomes).map((one) => outcomeText(one, placeOf));
  const what = `${describeLogin(login)} ${outcomes.join(', or ')}`;
  if (proof.verdict === 'violated') return { what, assuming: [], advice: adviceFor(verb, record) };
  const assuming = proof.assumptions.map((condition) => assumptionText(condition, login));
  return { what, assuming, advice: decidingFacts(proof.assumptions) };
}

function outcomeText(record: HbaRecord | undefined, placeOf: (record: HbaRecord) => string): string {
  if (record === undefined) return 'is rejected: no record matches';
  if (!letsIn(record)) return `is rejected by ${placeOf(record)}`;
  return `is let in by ${placeOf(record)} with ${record.method ?? ''}`;
}

function adviceFor(verb: Statement['verb'], record: HbaRecord | undefined): string {
  if (verb !== 'works') return 'Narrow that record, or put one with the method reject before it.';
  if (record === undefined) return 'Add a record that lets it in.';
  if (!letsIn(record)) return 'Put a record that lets it in before that one.';
  return 'Put a record with the method that is asked for before that one, or change its method.';
}

function assumptionText(condition: Condition, login: Login): string {
  const { kind, subject, holds } = condition;
  const not = holds ? '' : 'not ';
  switch (kind) {
    case 'member':
      return `${login.user} is ${not}a member of ${subject}`;
    case 'samerole':
      return `${login.user} is ${not}a member of ${login.database}`;
    case 'samehost':
    case 'samenet':
      return `the client is ${describeCondition(condition)}`;
    case 'unknown':
      return `${condition.column === 'user' ? login.user : login.database} is ${describeCondition(condition)}`;
    default:
      return describeCondition(condition);
  }
}

/** What would decide a statement: where it can be told, the key of the policy that tells it. */
function decidingFacts(assumptions: readonly Condition[]): string {
  const kinds = new Set(assumptions.map(({ kind }) => kind));
  const facts: string[] = [];
  if (kinds.has('member') || kinds.has('samerole')) facts.push('known.members tells the members of roles');
  if (kinds.has('samehost') || kinds.has('samenet')) facts.push("known.interfaces tells the server's addresses");
  if (kinds.has('host') || kinds.has('suffix'))
    facts.push('a record with addresses does not depend on the name service');
  if (kinds.has('unknown')) facts.push('the file must be readable');
  return facts.length === 0 ? '' : `To decide it: ${facts.join('; ')}.`;
}
