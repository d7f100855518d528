/** What the main thread and the threads that help it say to each other. */
import type { Major } from '../../../../catalog/majors.js';
import type { FoundCluster } from '../../../../cluster/find/find.js';
import type { Overruling } from '../../../../linter/configuration/configuration.js';
import type { storeJudgement } from '../../../../project/cache/stored.js';

/** One cluster that is to be judged. */
export interface ClusterTask {
  cluster: FoundCluster;
  targets: readonly Major[];
}

/** What a thread gets when it starts. */
export interface ThreadTask {
  tasks: readonly ClusterTask[];
  /** The number of the first cluster that nobody has taken; shared by all threads. */
  next: Int32Array;
  /** Where files may be read. */
  bounds: { workspace: readonly string[]; followOutside: boolean };
  /** How the configuration is found; code is never run again. */
  config: string | undefined;
  over: Overruling;
  cwd: string;
  today: string;
}

/** What a thread found out about a cluster. */
export interface ThreadAnswer {
  index: number;
  judgement: ReturnType<typeof storeJudgement>;
  /** Digests of the files' texts, in their order: the judgement counts for these texts only. */
  digests: readonly string[];
}

/** So many clusters are taken at a time. */
const atOnce = 4;

/** The clusters that a thread judges, one after the other; whoever is faster takes more. */
export function* takenFrom(next: Int32Array, count: number): Generator<number> {
  for (;;) {
    const first = Atomics.add(next, 0, atOnce);
    if (first >= count) return;
    for (let index = first; index < Math.min(first + atOnce, count); index++) yield index;
  }
}
