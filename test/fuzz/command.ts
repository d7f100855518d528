/**
 * Runs the whole command on made-up folders until a time is over, and keeps what crashes, hangs, takes more than ten
 * seconds of the processor or 1 GB, or ends with an internal error.
 *
 *   tsx test/fuzz/command.ts files|configurations [--minutes 20] [--seed N]
 *
 * Ends with 1 where something was found; the folders stay, and are named.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { Random } from '../servers/generators/random.js';
import type { Answered } from './child.js';
import { configurationInput } from './configurations.js';
import { commandInput, type Input } from './files.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: 'string', default: '20' }, seed: { type: 'string' } },
});
const make = positionals[0] === 'configurations' ? configurationInput : commandInput;
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 32));
/** By the wall, on a machine that others keep busy. */
const hang = 60_000;
const most = 10;

let child: ChildProcess | undefined;

function worker(): ChildProcess {
  child ??= fork(new URL('child.ts', import.meta.url), {
    execArgv: [...process.execArgv, '--max-old-space-size=1024'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return child;
}

/** What is wrong with one run; undefined where nothing is. */
function wrong({ code, errors, seconds }: Answered): string | undefined {
  if (![0, 1, 2].includes(code)) return `exit code ${code}`;
  if (/unexpected failure|The rule .* failed|^ +at .*:\d+:\d+/m.test(errors)) return `internal error: ${errors}`;
  if (code === 2 && !/^pgconflint: .+[.):?]$/m.test(errors)) return `no sentence: ${errors}`;
  return seconds > most ? `${seconds.toFixed(1)} s` : undefined;
}

function answer(folder: string, args: string[]): Promise<{ told: string | undefined; seconds: number }> {
  const asked = worker();
  return new Promise((resolve) => {
    const finish = (told: string | undefined, seconds: number) => {
      clearTimeout(timer);
      asked.off('message', heard).off('exit', ended);
      resolve({ told, seconds });
    };
    const lost = (told: string) => {
      child = undefined;
      asked.kill('SIGKILL');
      finish(told, 0);
    };
    const timer = setTimeout(() => lost('hangs'), hang);
    const heard = (answered: Answered) => finish(wrong(answered), answered.seconds);
    const ended = (code: number | null, signal: string | null) => lost(`the process ends with ${code ?? signal}`);
    asked.once('message', heard).once('exit', ended).send({ folder, args });
  });
}

function write(folder: string, { files }: Input): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

const random = new Random(seed);
const end = Date.now() + Number(values.minutes) * 60_000;
let [runs, found, slowest] = [0, 0, 0];
console.log(`${positionals[0] ?? 'files'}, seed ${seed}`);
while (Date.now() < end) {
  const input = make(random);
  const folder = mkdtempSync(join(tmpdir(), 'pgconflint-fuzz-'));
  write(folder, input);
  const { told, seconds } = await answer(folder, input.args);
  runs++;
  slowest = Math.max(slowest, seconds);
  if (told === undefined) {
    rmSync(folder, { recursive: true, force: true });
    continue;
  }
  found++;
  rmSync(folder, { recursive: true, force: true });
  write(folder, input);
  console.log(`${folder}: ${input.args.join(' ')}: ${told}`);
}
child?.kill();
console.log(`${runs} runs, ${found} found, the slowest took ${slowest.toFixed(2)} s of the processor`);
process.exitCode = found > 0 ? 1 : 0;
