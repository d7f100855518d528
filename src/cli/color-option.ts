import { CommandError, type Terminal } from './command.js';
import type { Options } from './options.js';

const choices = ['auto', 'always', 'never'] as const;

/** The option of every command that colours what it prints. */
export const colorOption = {
  color: {
    value: 'WHEN',
    words: choices,
    text: 'auto (the default: on a terminal), always or never; NO_COLOR and FORCE_COLOR in the environment say the same',
  },
} as const satisfies Options;

/**
 * The terminal with the colours that were asked for.
 *
 * @param asked the value of `--color`; undefined leaves the choice to the terminal and its environment
 * @throws CommandError where it is no choice
 */
export function withColor(terminal: Terminal, asked: string | undefined): Terminal {
  const choice = choices.find((one) => one === (asked ?? 'auto'));
  if (choice === undefined) throw new CommandError(`--color needs auto, always or never, not “${asked}”.`);
  return choice === 'auto' ? terminal : { ...terminal, color: choice === 'always' };
}
