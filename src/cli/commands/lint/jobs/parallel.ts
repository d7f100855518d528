import { carriers } from '../../../../carriers/index.js';
import { defaultMajor } from '../../../../catalog/majors.js';
import type { FileSystem } from '../../../../files/file-system.js';
import { createFileReader } from '../../../../formats/file-reader.js';
import type { FileReader } from '../../../../formats/reader.js';
import { judgeCluster } from '../../../../linter/engine/judge.js';
import type { LintRequest, LintSource } from '../../../../linter/engine/lint.js';
import { chooseTargets } from '../../../../linter/engine/target-choice.js';
import type { Rule } from '../../../../linter/rule.js';
import { digestOf } from '../../../../project/cache/observations.js';
import { type Recalled, restoreJudgement } from '../../../../project/cache/stored.js';
import type { FoundSource } from '../../../../project/find-clusters.js';
import { type ThreadAnswer, type ThreadTask, takenFrom } from './task.js';

/** So many clusters for each thread: its start and its second look at the files cost as much as about a hundred. See docs/performance.md. */
const perThread = 250;

/** What a parallel run needs beside what each run needs. */
export interface ParallelRun extends Pick<ThreadTask, 'config' | 'over' | 'cwd' | 'bounds'> {
  sources: readonly FoundSource[];
  fileSystem: FileSystem;
  /** How many threads judge, the main one among them. */
  threads: number;
}

/**
 * How many threads judge.
 *
 * @param jobs what the person asked for; `auto` takes a thread a core where that pays
 * @param clusters how many there are to judge
 */
export async function threadsFor(jobs: number | 'auto', clusters: number): Promise<number> {
  if (jobs !== 'auto') return Math.max(1, Math.min(jobs, clusters));
  if (clusters < 2 * perThread) return 1;
  const { availableParallelism } = await import('node:os');
  return Math.min(availableParallelism(), Math.floor(clusters / perThread));
}

/**
 * Judges clusters in several threads, this one among them.
 *
 * @param request the run as it is without help
 * @param work does what looks configurations up
 * @returns the sources with what is known of each already; what a thread could not do is left for the run itself
 */
export async function judgeInThreads(
  { sources, fileSystem, threads, bounds, config, over, cwd }: ParallelRun,
  request: LintRequest,
  work: <T>(work: () => T) => Promise<T>,
): Promise<LintSource[]> {
  const { rules, today, onProgress } = request;
  const tasks = await work(() =>
    sources.map((source) => ({ cluster: source.cluster, targets: chooseTargets(source, request).targets })),
  );
  const next = new Int32Array(new SharedArrayBuffer(4));
  const task: ThreadTask = { tasks, next, bounds, config, over, cwd, today };
  const answers = new Map<number, ThreadAnswer>();
  const { Worker } = await import('node:worker_threads');
  const help = (): Promise<void> =>
    new Promise((resolve) => {
      const worker = new Worker(new URL('../lint-thread.cjs', import.meta.url), { workerData: task });
      worker.on('message', (some: readonly ThreadAnswer[]) => {
        for (const answer of some) answers.set(answer.index, answer);
      });
      // A thread that fails has done less, and that is all: what it leaves is judged here.
      worker.on('error', () => resolve());
      worker.on('exit', () => resolve());
    });
  const helpers = Array.from({ length: threads - 1 }, help);
  const own = new Map<number, Recalled>();
  const taken = takenFrom(next, tasks.length);
  await work(() => {
    for (const index of taken) {
      onProgress?.(index, tasks.length);
      own.set(index, judgeCluster(sources[index]!, tasks[index]!.targets, request));
    }
  });
  await Promise.all(helpers);
  const reader = createFileReader(fileSystem, defaultMajor, { ...bounds, carriers });
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return sources.map((source, index) => ({
    ...source,
    recall: (targets, judge) => {
      const answer = answers.get(index);
      const known = answer === undefined ? own.get(index) : restored(answer, reader, byId, targets);
      return known ?? judge(source.load);
    },
  }));
}

/** A file that changed while the run went on is judged as this thread read it. */
function restored(
  { judgement, digests }: ThreadAnswer,
  reader: FileReader,
  rules: ReadonlyMap<string, Rule>,
  targets: Parameters<NonNullable<LintSource['recall']>>[0],
): Recalled | undefined {
  const isAsRead = judgement.files.every(([path], index) => {
    const text = reader.fileSystem.read(path)?.text;
    return text !== undefined && digestOf(text) === digests[index];
  });
  return isAsRead ? restoreJudgement(judgement, reader, rules, targets[0]!) : undefined;
}
