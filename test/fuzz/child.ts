/** Runs commands that another process asks for, one by one, so that a crash or a hang ends this process alone. */
import { runIn } from '../cli/terminal.js';

/** What is asked for. */
export interface Asked {
  folder: string;
  args: string[];
}

/** How it ended. */
export interface Answered {
  code: number;
  errors: string;
  /** Processor time in seconds. */
  seconds: number;
}

process.on('message', async ({ folder, args }: Asked) => {
  const before = process.cpuUsage();
  const { code, errors } = await runIn(folder, args);
  const { user, system } = process.cpuUsage(before);
  process.send!({ code, errors: errors.slice(0, 40_000), seconds: (user + system) / 1e6 } satisfies Answered);
});
