import { rules } from '../../../../../rules/index.js';
import { carriers } from '../../../../carriers/index.js';
import { nodeFileSystem } from '../../../../files/node-file-system.js';
import { SnapshotFileSystem } from '../../../../files/snapshot-file-system.js';
import type { TreeCache } from '../../../../formats/reader.js';
import { judgeCluster } from '../../../../linter/engine/judge.js';
import { digestOf } from '../../../../project/cache/observations.js';
import { storeJudgement } from '../../../../project/cache/stored.js';
import { configure } from '../../../../project/configured.js';
import { sourceOf } from '../../../../project/find-clusters.js';
import { type ThreadAnswer, type ThreadTask, takenFrom } from './task.js';

/** So many judgements are sent together. */
const sentTogether = 16;

/**
 * Judges clusters in a thread of their own until none is left, and sends what was found to the main thread. Whatever goes
 * wrong ends the thread: the main thread judges what is missing, and says what is wrong in the words of a run without help.
 */
export async function serveJudgements(): Promise<void> {
  const { parentPort, workerData } = await import('node:worker_threads');
  const { tasks, next, bounds, config, over, cwd, today } = workerData as ThreadTask;
  const { configuration, work } = await configure(rules, { config, noCode: true, over }, { cwd, env: {} });
  const fileSystem = new SnapshotFileSystem(nodeFileSystem);
  let answers: ThreadAnswer[] = [];
  const send = (): void => {
    parentPort!.postMessage(answers);
    answers = [];
  };
  for (const index of takenFrom(next, tasks.length)) {
    const { cluster, targets } = tasks[index]!;
    const trees: TreeCache = new Map();
    const source = sourceOf(cluster, fileSystem, { ...bounds, trees, carriers });
    const judgement = await work(() =>
      judgeCluster(source, targets, { sources: [], ...configuration.inForceFor([source.path]), today }),
    );
    const digests = judgement.files.map(({ text }) => digestOf(text));
    answers.push({ index, judgement: storeJudgement(judgement), digests });
    if (answers.length >= sentTogether) send();
  }
  send();
}
