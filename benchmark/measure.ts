/** Measuring in alternation: every program runs once a round, so that whatever else the machine does hits all of them alike. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What one run took. */
export interface Sample {
  /** Milliseconds by the wall. */
  time: number;
  /** Milliseconds of processor time of all threads; undefined where nobody tells. */
  processor?: number | undefined;
  /** The most memory that was resident at a time, in megabytes. */
  memory?: number | undefined;
}

/** A program that is measured. */
export interface Subject {
  name: string;
  run(): Promise<Sample>;
}

/** What a program takes: the medians of all rounds. */
export interface Measured extends Sample {
  name: string;
  /** The worst time. */
  worst: number;
  /** How many times the time, and the processor time, of the first subject: the median over the rounds. */
  timeRatio: number;
  processorRatio: number | undefined;
}

/**
 * Runs each subject once a round, and once before that to warm up.
 *
 * @param subjects the first one is what the others are compared with
 * @param rounds at least one
 */
export async function alternate(subjects: readonly Subject[], rounds: number): Promise<Measured[]> {
  const samples = subjects.map((): Sample[] => []);
  for (let round = -1; round < rounds; round++) {
    for (const [index, subject] of subjects.entries()) {
      const sample = await subject.run();
      if (round >= 0) samples[index]!.push(sample);
    }
  }
  const base = samples[0]!;
  return subjects.map(({ name }, index) => {
    const own = samples[index]!;
    return {
      name,
      time: median(own.map(({ time }) => time))!,
      processor: median(present(own.map(({ processor }) => processor))),
      memory: median(present(own.map(({ memory }) => memory))),
      worst: Math.max(...own.map(({ time }) => time)),
      timeRatio: median(own.map(({ time }, round) => time / base[round]!.time))!,
      processorRatio: median(present(own.map(({ processor }, round) => divide(processor, base[round]!.processor)))),
    };
  });
}

function divide(value: number | undefined, by: number | undefined): number | undefined {
  return value === undefined || by === undefined || by === 0 ? undefined : value / by;
}

function present(values: readonly (number | undefined)[]): number[] {
  return values.filter((value) => value !== undefined);
}

/** The middle of some numbers; undefined where there are none. */
export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

const usage = fileURLToPath(new URL('usage.cjs', import.meta.url));
const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

/** A program of Node's as a subject; what it prints is thrown away. */
export function node(name: string, args: readonly string[]): Subject {
  return { name, run: () => runNode(['-r', usage, ...args]) };
}

/** The built command as a subject. */
export function pgconflint(name: string, args: readonly string[]): Subject {
  return node(name, [cli, ...args]);
}

/** The yardstick of every table: Node doing nothing. */
export const bareNode: Subject = node('bare node', ['-e', '0']);

/** @throws where the program dies of a signal or says that it could not do its work */
function runNode(args: readonly string[]): Promise<Sample> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit', 'pipe'] });
    let told = '';
    child.stdio[3]!.on('data', (data: Buffer) => {
      told += data.toString();
    });
    child.on('error', reject);
    child.on('close', (code) => {
      const time = performance.now() - start;
      if (code !== 0 && code !== 1) reject(new Error(`${args.join(' ')} ended with ${code}`));
      else resolve({ time, ...(JSON.parse(told) as Pick<Sample, 'processor' | 'memory'>) });
    });
  });
}

/** Any other program as a subject; only its time is known. */
export function program(name: string, command: string, args: readonly string[]): Subject {
  return {
    name,
    run: () =>
      new Promise((resolve, reject) => {
        const start = performance.now();
        const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
        child.on('error', reject);
        child.on('close', (code) => {
          if (code === 0) resolve({ time: performance.now() - start });
          else reject(new Error(`${command} ended with ${code}`));
        });
      }),
  };
}

/** Milliseconds of processor time that a process has taken so far, in steps of 10; undefined where the system does not tell. */
export function processorTimeOf(pid: number): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return undefined;
  }
}
