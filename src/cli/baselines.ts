import { resolve } from 'node:path';
import { nodeFileSystem } from '../files/node-file-system.js';
import { folderOf, relativePath, resolvePath, toCorePath } from '../files/paths.js';
import {
  type Baseline,
  baselineName,
  countByRule,
  formatBaseline,
  parseBaseline,
  pruned,
  type RecordedCounts,
} from '../linter/baseline.js';
import type { Configuration } from '../linter/configuration/configuration.js';
import type { LintResult } from '../linter/engine/lint.js';
import { CommandError, type Terminal } from './command.js';

/** What the command line says about baselines. */
export interface BaselineOptions {
  file: string | undefined;
  mode: 'use' | 'write' | 'prune' | 'none';
}

/** The baselines of a run, each read once. */
export class Baselines {
  readonly #options: BaselineOptions;
  readonly #configuration: Configuration;
  readonly #cwd: string;
  readonly #read = new Map<string, Baseline | undefined>();

  constructor(options: BaselineOptions, configuration: Configuration, terminal: Terminal) {
    this.#options = options;
    this.#configuration = configuration;
    this.#cwd = toCorePath(terminal.cwd);
    if (options.mode !== 'use' || options.file === undefined) return;
    if (this.#baseline(this.#named(options.file)) === undefined)
      throw new CommandError(`${options.file} does not exist.`);
  }

  /** The counts that are recorded for a file. */
  readonly countsOf = (path: string): RecordedCounts | undefined => {
    if (this.#options.mode === 'none' || this.#options.mode === 'write') return undefined;
    const file = this.#fileFor(path);
    return this.#baseline(file)?.get(relativePath(path, folderOf(file)));
  };

  /**
   * Writes the baseline anew, or without what is gone; files that this run did not check keep their counts.
   *
   * @returns the baseline files that were written, with how many problems each records now and recorded before
   */
  async update(result: LintResult): Promise<Map<string, { now: number; before: number | undefined }>> {
    const { makeFolders, writeWhole } = await import('../files/write-whole.js');
    const written = new Map<string, { now: number; before: number | undefined }>();
    const changed = new Map<string, Map<string, RecordedCounts>>();
    for (const { path, problems, recorded } of result.files) {
      const file = this.#fileFor(path);
      const counts = changed.get(file) ?? new Map(this.#kept(file));
      changed.set(file, counts);
      const name = relativePath(path, folderOf(file));
      const all = [...problems, ...recorded];
      counts.set(name, this.#options.mode === 'write' ? countByRule(all) : pruned(counts.get(name) ?? new Map(), all));
    }
    for (const [file, counts] of changed) {
      if (this.#options.mode === 'prune' && this.#baseline(file) === undefined) continue;
      const name = relativePath(file, this.#cwd);
      const before = this.#baseline(file);
      try {
        makeFolders(folderOf(file));
        writeWhole(file, formatBaseline(counts));
      } catch (error) {
        throw new CommandError(`The baseline ${name} cannot be written: ${(error as Error).message}.`);
      }
      written.set(name, { now: totalOf(counts), before: before === undefined ? undefined : totalOf(before) });
    }
    return written;
  }

  /** What is recorded for files that are still there. */
  #kept(file: string): [string, RecordedCounts][] {
    return [...(this.#baseline(file) ?? [])].filter(
      ([name]) => nodeFileSystem.kind(resolvePath(folderOf(file), name)) !== 'missing',
    );
  }

  /** How many files the baselines name that are no longer there. */
  countMissing(): number {
    let missing = 0;
    for (const [file, baseline] of this.#read) {
      for (const name of baseline?.keys() ?? [])
        if (nodeFileSystem.kind(resolvePath(folderOf(file), name)) === 'missing') missing++;
    }
    return missing;
  }

  #named(file: string): string {
    return toCorePath(resolve(this.#cwd, file));
  }

  /** The baseline for a file: the one that was named, that its configuration names, or the nearest above it. */
  #fileFor(path: string): string {
    if (this.#options.file !== undefined) return this.#named(this.#options.file);
    const configured = this.#configuration.baselineFor(path);
    if (configured !== undefined) return configured;
    for (let folder = folderOf(path); ; folder = folderOf(folder)) {
      const file = resolvePath(folder, baselineName);
      if (this.#baseline(file) !== undefined) return file;
      if (folderOf(folder) === folder) return resolvePath(this.#cwd, baselineName);
    }
  }

  #baseline(file: string): Baseline | undefined {
    if (!this.#read.has(file)) {
      const source = nodeFileSystem.kind(file) === 'file' ? nodeFileSystem.read(file) : undefined;
      this.#read.set(
        file,
        source === undefined ? undefined : parseBaseline(source.text, relativePath(file, this.#cwd)),
      );
    }
    return this.#read.get(file);
  }
}

function totalOf(baseline: Baseline): number {
  return [...baseline.values()].flatMap((counts) => [...counts.values()]).reduce((sum, count) => sum + count, 0);
}

/**
 * What to say of problems that a baseline records and that are gone; an empty text where none is.
 *
 * @param missing how many files the baselines name that are no longer there
 */
export function sayGone(result: LintResult, missing: number): string {
  const gone = result.files.reduce((sum, file) => sum + file.gone, 0);
  const problems = gone === 1 ? '1 problem of the baseline is gone' : `${gone} problems of the baseline are gone`;
  const files =
    missing === 1
      ? '1 file of the baseline is no longer there'
      : `${missing} files of the baseline are no longer there`;
  const told = [...(gone === 0 ? [] : [problems]), ...(missing === 0 ? [] : [files])].join(', and ');
  if (told === '') return '';
  return `pgconflint: ${told}; pgconflint --baseline-prune takes ${gone + missing === 1 ? 'it' : 'them'} out.\n`;
}
