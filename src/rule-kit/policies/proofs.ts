/** What a policy proves about a cluster. */
import { budgetFor } from '../../access/budget.js';
import type { Policy, Statement } from '../../access/policies/policy.js';
import { type Proof, type ProofQuestion, Prover } from '../../access/policies/prove.js';
import { reachableTransports } from '../../access/reachable-transports.js';
import type { Cluster, HbaReading } from '../../cluster/types.js';

export { PolicyError, readPolicy, type WrittenPolicy } from '../../access/policies/read.js';
export { describeProof } from '../../access/policies/wording.js';

/**
 * Decides every statement of a policy.
 *
 * @param hba the records, which the server must be able to load
 */
export function* proofsOf(
  policy: Policy,
  cluster: Cluster,
  hba: HbaReading,
): Generator<{ statement: Statement; proof: Proof }> {
  const prover = new Prover(proofQuestion(policy, cluster, hba));
  for (const statement of policy.statements) yield { statement, proof: prover.prove(statement) };
}

/** What a policy is asked of. */
export function proofQuestion({ known }: Policy, cluster: Cluster, hba: HbaReading): ProofQuestion {
  return {
    records: hba.records,
    transports: reachableTransports(cluster),
    target: cluster.target,
    known,
    budget: () => budgetFor(hba.files),
  };
}
