import { resolve } from 'node:path';
import { nodeFileSystem } from '../files/node-file-system.js';
import { folderOf, relativePath, resolvePath, toCorePath } from '../files/paths.js';
import {
  type Baseline,
  baselineName,
  countRecorded,
  formatBaseline,
  isCounted,
  parseBaseline,
  pruned,
  type RecordedFile,
  record,
} from '../linter/baseline/baseline.js';
import { leadsOut } from '../linter/configuration/bounds.js';
import type { Configuration } from '../linter/configuration/configuration.js';
import type { LintResult } from '../linter/engine/lint.js';
import { nearestBaseline } from './nearest-baseline.js';
import { ProjectError } from './project-error.js';

/** What a person says about baselines. */
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

  /** @param cwd the current folder: a baseline that is named is relative to it */
  constructor(options: BaselineOptions, configuration: Configuration, cwd: string) {
    this.#options = options;
    this.#configuration = configuration;
    this.#cwd = toCorePath(cwd);
    if (options.mode !== 'use' || options.file === undefined) return;
    if (this.#baseline(this.#named(options.file)) === undefined)
      throw new ProjectError(`${options.file} does not exist.`);
  }

  /** What is recorded for a file. */
  readonly recordedFor = (path: string): RecordedFile | undefined => {
    if (this.#options.mode === 'none' || this.#options.mode === 'write') return undefined;
    const file = this.#fileFor(path);
    return this.#baseline(file)?.get(relativePath(path, folderOf(file)));
  };

  /**
   * Writes the baseline again, or without what is gone; files that this run did not check keep what is recorded.
   *
   * @param result has fingerprints
   * @returns the baseline files that were written, with how many problems each records now and recorded before
   */
  async update(result: LintResult): Promise<Map<string, { now: number; before: number | undefined }>> {
    const { makeFolders, writeWhole } = await import('../files/write-whole.js');
    const written = new Map<string, { now: number; before: number | undefined }>();
    const changed = new Map<string, Map<string, RecordedFile>>();
    for (const { path, places, recorded, targets, fingerprints = new Map() } of result.files) {
      const file = this.#fileFor(path);
      const files = changed.get(file) ?? new Map(this.#kept(file));
      changed.set(file, files);
      const name = relativePath(path, folderOf(file));
      const found = { problems: [...places, ...recorded], fingerprints, targets };
      files.set(name, this.#options.mode === 'write' ? record(found) : pruned(files.get(name) ?? new Map(), found));
    }
    for (const [file, files] of changed) {
      if (this.#options.mode === 'prune' && this.#baseline(file) === undefined) continue;
      const name = relativePath(file, this.#cwd);
      const before = this.#baselineToReplace(file);
      try {
        makeFolders(folderOf(file));
        writeWhole(file, formatBaseline(files));
      } catch (error) {
        throw new ProjectError(`The baseline ${name} cannot be written: ${(error as Error).message}.`);
      }
      written.set(name, {
        now: countRecorded(files),
        before: before === undefined ? undefined : countRecorded(before),
      });
    }
    return written;
  }

  /** What is recorded for files that are still there. */
  #kept(file: string): [string, RecordedFile][] {
    return [...(this.#baselineToReplace(file) ?? [])].filter(
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

  /** The baselines that still count problems, as messages name them. */
  counted(): string[] {
    return [...this.#read]
      .filter(([, baseline]) => baseline !== undefined && isCounted(baseline))
      .map(([file]) => relativePath(file, this.#cwd));
  }

  #named(file: string): string {
    return toCorePath(resolve(this.#cwd, file));
  }

  /** The baseline for a file: the one that was named, that its configuration names, or the nearest above it. */
  #fileFor(path: string): string {
    if (this.#options.file !== undefined) return this.#named(this.#options.file);
    const configured = this.#configuration.baselineFor(path);
    return nearestBaseline(path, configured, (file) => this.#isThere(file)) ?? resolvePath(this.#cwd, baselineName);
  }

  #isThere(file: string): boolean {
    return this.#options.mode === 'write' ? nodeFileSystem.kind(file) === 'file' : this.#baseline(file) !== undefined;
  }

  /** What is written again may be broken: that is why it is. */
  #baselineToReplace(file: string): Baseline | undefined {
    try {
      return this.#baseline(file);
    } catch (error) {
      if (this.#options.mode === 'write' && (error as Error).name === 'BaselineError') return undefined;
      throw error;
    }
  }

  #baseline(file: string): Baseline | undefined {
    if (!this.#read.has(file)) {
      // It would be read, or written, where whoever made the link wants it.
      if (leadsOut(file, file, nodeFileSystem)) {
        throw new ProjectError(
          `The baseline ${relativePath(file, this.#cwd)} leads out of its repository or folder through a link, and is neither read nor written.`,
        );
      }
      const source = nodeFileSystem.kind(file) === 'file' ? nodeFileSystem.read(file) : undefined;
      this.#read.set(
        file,
        source === undefined ? undefined : parseBaseline(source.text, relativePath(file, this.#cwd)),
      );
    }
    return this.#read.get(file);
  }
}
