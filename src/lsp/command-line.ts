import type { FileSystem } from '../files/file-system.js';

/** Where a command runs, and what it reads. */
export interface CommandPlace {
  /** The current folder. */
  cwd: string;
  /** What the editor shows; the disk where it is left out. */
  files?: FileSystem;
}

/** What became of a command. */
export interface CommandRun {
  code: number;
  output: string;
  errors: string;
}

/**
 * Runs a command of the command line, which hands this to the server that it starts: an answer in an editor is the command's
 * own.
 *
 * @param args everything after `pgconflint`
 */
export type RunCommand = (args: string[], place: CommandPlace) => Promise<CommandRun>;
