/** What `prove` says of each statement, for all formats. */

import { explainStatement } from '../../../access/policies/explain.js';
import type { Policy, Statement, Verb } from '../../../access/policies/policy.js';
import { letsIn } from '../../../access/policies/spaces.js';
import { remarksOnHba } from '../../../access/remarks.js';
import { type AccessColumns, describeRegion } from '../../../access/wording.js';
import type { HbaRecord } from '../../../cluster/types.js';
import { relativePath } from '../../../files/paths.js';
import { describeProof, proofQuestion, proofsOf } from '../../../rule-kit/policies/proofs.js';
import type { ChosenHba } from '../../one-hba.js';
import { type ShownLogin, showLogin } from '../../shown-login.js';

/** What became of one statement of a policy. */
export interface PolicyAnswer {
  name: string;
  kind: Verb;
  verdict: 'holds' | 'violated' | 'undecided';
  /** The login that shows it; null where it holds. */
  login: ShownLogin | null;
  /** The record that decides the login; null where there is none. */
  record: { file: string; line: number; method: string } | null;
  /** Other records that may decide it, depending on what only the server knows; null for none. It breaks the statement with each. */
  others: PolicyAnswer['record'][];
  /** What, where it is true of the login, makes it break the statement. */
  assuming: string[];
  /** What was found, and what to do: sentences for people; empty where it holds. */
  message: string;
  advice: string;
  /** Why it holds, where that was asked. */
  because?: Because;
}

/** The records that decide the logins that a statement is about. */
export interface Because {
  parts: (AccessColumns & { record: PolicyAnswer['record']; letsIn: boolean })[];
  /** Records that would break it, if earlier ones did not decide all of these logins. */
  keptFrom: PolicyAnswer['record'][];
  /** Records of whose logins it took too much work to tell; null for none. */
  notDecided: PolicyAnswer['record'][];
}

/** The statements of a policy for one cluster. */
export interface ClusterAnswer {
  /** The pg_hba.conf. */
  file: string;
  policies: PolicyAnswer[];
  remarks: string[];
}

/**
 * Decides a policy for a cluster.
 *
 * @param base file names are given relative to this folder
 * @param explains whether to tell why statements hold
 */
export function answerPolicy(policy: Policy, chosen: ChosenHba, base: string, explains: boolean): ClusterAnswer {
  const { hba, cluster } = chosen;
  const nameOf = (path: string) => relativePath(path, base);
  const placeOf = ({ file, line }: HbaRecord) => `${nameOf(file.path)}:${line}`;
  const show = (record: HbaRecord | undefined) =>
    record ? { file: nameOf(record.file.path), line: record.line, method: record.method ?? '' } : null;
  const becauseOf = (statement: Statement): Because => {
    const { parts, keptFrom, unclear } = explainStatement(statement, proofQuestion(policy, cluster, hba));
    return {
      parts: parts.map(({ record, region }) => ({
        ...describeRegion(region),
        record: show(record),
        letsIn: letsIn(record),
      })),
      keptFrom: keptFrom.map(show),
      notDecided: unclear.map(show),
    };
  };
  const remarks = remarksOnHba({ hba, cluster, folder: base });
  const policies = hba.loads
    ? [...proofsOf(policy, cluster, hba)].map(({ statement, proof }): PolicyAnswer => {
        const { what, assuming, advice } = describeProof(proof, statement, placeOf);
        const [record, ...others] = 'login' in proof ? proof.records : [];
        return {
          name: statement.name,
          kind: statement.verb,
          verdict: proof.verdict,
          login: 'login' in proof ? showLogin(proof.login) : null,
          record: show(record),
          others: others.map(show),
          assuming,
          message: assuming.length > 0 ? `${what}, if ${assuming.join(' and ')}` : what,
          advice,
          ...(explains && proof.verdict === 'holds' ? { because: becauseOf(statement) } : {}),
        };
      })
    : policy.statements.map(
        ({ name, verb }): PolicyAnswer => ({
          name,
          kind: verb,
          verdict: 'undecided',
          login: null,
          record: null,
          others: [],
          assuming: [],
          message: 'not decided: the server refuses the file',
          advice: 'Put the file right first.',
        }),
      );
  return { file: nameOf(hba.main.path), policies, remarks };
}
