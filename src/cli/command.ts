import type { FileSystem } from '../files/file-system.js';
import { asLines, type Printable } from '../report/printable.js';
import type { Options } from './options.js';

/** Where a command reads and writes; the tests give one of their own. */
export interface Terminal {
  /** The folder that relative paths start from. */
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  /** The files that are read; the disk where it is left out. An editor gives what it shows, saved or not. */
  files?: FileSystem | undefined;
  /** Whether standard output is a terminal. */
  isTerminal: boolean;
  /** How wide it is; elsewhere what COLUMNS says, else 80. */
  columns: number;
  /** Whether standard error is a terminal: progress is for one only. */
  errorIsTerminal?: boolean;
  /** Whether to colour what goes to standard output (a terminal, and no NO_COLOR). */
  color: boolean;
  write(text: Printable): void;
  writeError(text: Printable): void;
  readStandardInput(): Promise<Uint8Array>;
  /** Ends a command that would go on for ever; undefined where only the end of the process does. */
  stop?: AbortSignal | undefined;
  /** Asks the person a question; undefined where nobody is there. The answer comes without blanks around it. */
  ask?: ((question: string) => Promise<string>) | undefined;
}

/** One command a file in src/cli/commands/; loaded only when it is called. */
export interface Command {
  /** `lint`, `show`, `who` … */
  name: string;
  /** One line for the list of commands. */
  summary: string;
  /** How it is called, and what it does: the start of `pgconflint NAME --help`. */
  usage: string;
  /** Its options: help lists them, shells complete them, docs/command-line.md describes them. */
  options: Options;
  /** What help says after the options. */
  notes?: string;
  /**
   * Does the work.
   *
   * @param args the arguments behind the command's name
   * @returns the exit code: 0 clean, 1 problems, 2 the work could not be done
   * @throws CommandError or ProjectError for anything that a person must put right (exit code 2, its message on standard error)
   */
  run(args: string[], terminal: Terminal): Promise<number>;
}

/**
 * Whether an error is one that a person must put right, so that its message is all there is to say. Told by its name, not its
 * class: a command that is bundled by itself has a class of its own.
 */
export function isRefusal(error: unknown): error is Error {
  return error instanceof Error && (error.name === 'CommandError' || error.name === 'ProjectError');
}

/** What a person must put right before the command can do its work: one plain sentence, exit code 2, no stack trace. */
export class CommandError extends Error {
  override name = 'CommandError';
  /** What is listed below the sentence, a line each. */
  readonly lines: readonly string[];

  constructor(message: string, { lines = [], ...options }: ErrorOptions & { lines?: readonly string[] } = {}) {
    super(message, options);
    this.lines = lines;
  }
}

/** What a person sees of an error that they must put right. */
export function refusalText(error: Error): Printable {
  const lines = (error as Partial<CommandError>).lines ?? [];
  return asLines([`pgconflint: ${error.message}`, ...lines]);
}

/** What `--help` shows of a command without loading it; a test holds it against the command's own file. */
export interface CommandEntry {
  name: string;
  summary: string;
  load(): Promise<{ command: Command }>;
}
