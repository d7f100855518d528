import { defaultMaximumSize } from '../cluster/maximum-size.js';
import { CommandError, type Terminal } from './command.js';

/** The real terminal of this process. */
export function processTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process;
  const isTerminal = stdout.isTTY === true;
  return {
    cwd: process.cwd(),
    env,
    isTerminal,
    columns: stdout.columns ?? 80,
    color: wantsColor(env, isTerminal),
    write: (text) => void stdout.write(text),
    writeError: (text) => void stderr.write(text),
    ask: isTerminal && stdin.isTTY === true ? askPerson : undefined,
    async readStandardInput() {
      const chunks: Uint8Array[] = [];
      let size = 0;
      for await (const chunk of stdin as AsyncIterable<Uint8Array>) {
        size += chunk.length;
        if (size > defaultMaximumSize) {
          const limit = defaultMaximumSize / 2 ** 20;
          throw new CommandError(
            `Standard input is larger than any configuration file (${limit} MiB) and is not read.`,
          );
        }
        chunks.push(chunk);
      }
      return Buffer.concat(chunks);
    },
  };
}

async function askPerson(question: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises');
  const reader = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return (await reader.question(question)).trim();
  } finally {
    reader.close();
  }
}

/** Colour only on a terminal; NO_COLOR (any text) forbids it, FORCE_COLOR asks for it elsewhere. */
function wantsColor(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR'] && env['FORCE_COLOR'] !== '0') return true;
  return isTerminal && env['TERM'] !== 'dumb';
}
