import { resolve } from 'node:path';
import { defaultMajor, type Major } from '../../catalog/majors.js';
import type { ClusterDefinition } from '../../cluster/find/definition.js';
import type { RecallRoot } from '../../cluster/find/roots.js';
import type { Carrier } from '../../documents/carrier.js';
import type { FileSystem } from '../../files/file-system.js';
import { nodeFileSystem } from '../../files/node-file-system.js';
import { toCorePath } from '../../files/paths.js';
import { createFileReader } from '../../formats/file-reader.js';
import type { FileReader, TreeCache } from '../../formats/reader.js';
import type { ResolvedConfig } from '../../linter/configuration/config.js';
import type { Configuration } from '../../linter/configuration/configuration.js';
import type { Judgement } from '../../linter/engine/judge.js';
import type { Rule } from '../../linter/rule.js';
import { version } from '../generated/version.js';
import { type CacheFile, decodeEntry, encodeEntry, pathOfLine, readCacheFile, writeCacheFile } from './cache-file.js';
import { digestOf, type Observation, ObservedFileSystem, Witness } from './observations.js';
import {
  carriedDocument,
  isWhole,
  lacksChanges,
  type Recalled,
  restoreJudgement,
  restoreRoot,
  storeRoot,
  storeWithoutChanges,
} from './stored.js';
import { areObservations, type EntryBounds, isStoredJudgement, isStoredRoot } from './validate.js';

/** What a run reads through. */
export interface Reading {
  fileSystem: FileSystem;
  trees: TreeCache;
  /** The formats of files that carry documents. */
  carriers?: readonly Carrier[];
  /** What decides beside the files which of them are read. */
  bounds: { workspace: readonly string[]; followOutside: boolean };
  /** Whether the disk holds what is read, or will; results of texts that are only tried are not kept. */
  lasting: boolean;
}

export interface RunCacheOptions {
  /** The file as a person wrote it. */
  name: string;
  configuration: Configuration;
  /** The project's own rules; with those of plugins nothing is kept, since their code may change unseen. */
  ownRules: readonly Rule[];
  /** `YYYY-MM-DD` */
  today: string;
  /** Whether the run writes what its fixes come to. */
  writesFixes: boolean;
  /** The folder that the name is relative to. */
  cwd: string;
  /** Tells the person of a cache that cannot be used: a sentence that begins with its name. */
  say(sentence: string): void;
  /** Whether the run shows or makes the changes that problems offer: they are not kept. */
  showsChanges: boolean;
  /** Which program judges; another one's results count for nothing. */
  program?: string;
}

/** One piece of work: what is kept of it, and its value. */
interface Done<T> {
  stored: unknown;
  value: T;
}

/** How many results are kept for one file: a hook asks for a part of a cluster, a pipeline for the whole. */
const resultsPerFile = 6;

/**
 * What earlier runs found out, kept in a file: which files make a cluster, and what the rules say of it. Each result
 * stands beside all that it depends on (contents, files that were looked for and not found, listings, links, the
 * configuration in force, the day where a rule asked for it) and counts only while all of that is as it was.
 */
export class RunCache {
  readonly #options: RunCacheOptions;
  readonly #program: string;
  readonly #path: string;
  readonly #file: CacheFile;
  readonly #rules: ReadonlyMap<string, Rule>;
  readonly #configDigests = new WeakMap<ResolvedConfig, string>();
  readonly #witnesses = new WeakMap<FileSystem, Witness>();
  readonly #readers = new WeakMap<FileSystem, FileReader>();
  /** The lines that held in this run, and those of texts that were only tried. */
  readonly #lasting = new Map<string, string>();
  readonly #passing = new Map<string, string>();
  #changed = false;
  #judged = 0;
  #recalled = 0;

  /** Opens a cache; one that cannot be used is said to be, and does no harm. */
  constructor(options: RunCacheOptions) {
    this.#options = options;
    this.#program = options.program ?? programName();
    this.#path = resolve(options.cwd, options.name);
    this.#rules = new Map(options.ownRules.map((rule) => [rule.id, rule]));
    this.#file = readCacheFile(this.#path, this.#program);
    if (this.#file.remark !== undefined) this.#say(this.#file.remark);
  }

  /** Whether texts that fixes make will stand on the disk. */
  get writesFixes(): boolean {
    return this.#options.writesFixes;
  }

  /** Recalls which files belong to a cluster, for the finder of clusters. */
  recallRoot(reading: Reading): RecallRoot {
    return (definition, make) => {
      const work = (observed: ObservedFileSystem, trees: TreeCache) => {
        const root = make(observed, trees);
        return { stored: storeRoot(root), value: root };
      };
      const restore = (stored: unknown, bounds: EntryBounds) =>
        isStoredRoot(stored, definition, bounds) ? restoreRoot(stored) : undefined;
      return this.#recall(['root', canonical(definition)], definition.path, reading, work, restore);
    };
  }

  /**
   * Recalls what the rules say of a cluster, or has it judged.
   *
   * @param judge judges the cluster as it is read through the file system that it is given
   */
  recallJudgement(
    { definition, asked }: { definition: ClusterDefinition; asked: readonly string[] },
    targets: readonly Major[],
    reading: Reading,
    judge: (fileSystem: FileSystem, trees: TreeCache) => Judgement,
  ): Recalled {
    if (this.#hasPlugins) return judge(reading.fileSystem, reading.trees);
    this.#judged++;
    const work = (observed: ObservedFileSystem, trees: TreeCache): Done<Recalled> => {
      const value = judge(observed, trees);
      for (const path of value.read) observed.note('c', path);
      for (const day of value.days) observed.note('d', day);
      return { stored: storeWithoutChanges(value), value };
    };
    const restore = (stored: unknown, bounds: EntryBounds): Recalled | undefined => {
      if (!isStoredJudgement(stored, bounds) || !isWhole(stored)) return undefined;
      if (this.#options.showsChanges && lacksChanges(stored)) return undefined;
      this.#recalled++;
      return restoreJudgement(stored, this.#readerOf(reading), this.#rules, targets[0]!);
    };
    const key = ['cluster', canonical(definition), asked, targets];
    return this.#recall(key, definition.path, reading, work, restore);
  }

  get #hasPlugins(): boolean {
    return this.#options.configuration.rulesSoFar.length > this.#options.ownRules.length;
  }

  /** How much was recalled, in a sentence. */
  describe(): string {
    if (this.#hasPlugins) {
      return `${this.#options.name}: nothing is kept, since a configuration names plugins, whose code may change unseen.`;
    }
    return `${this.#options.name}: ${this.#recalled} of ${this.#judged} clusters are as they were and were not judged again.`;
  }

  /** Writes the cache where anything in it changed. A cache that cannot be written is no failure of the run. */
  save(): void {
    if (this.#file.foreign === true) return;
    const lines = [...this.#lasting.values(), ...this.#others()];
    if (!this.#changed && lines.length === this.#file.lines.size) return;
    try {
      writeCacheFile(this.#path, this.#program, lines);
    } catch (error) {
      this.#say(`cannot be written: ${(error as Error).message}.`);
    }
  }

  #recall<T>(
    key: readonly unknown[],
    path: string,
    reading: Reading,
    work: (observed: ObservedFileSystem, trees: TreeCache) => Done<T>,
    restore: (stored: unknown, bounds: EntryBounds) => T | undefined,
  ): T {
    const id = digestOf(JSON.stringify([...key, reading.bounds]));
    const witness = this.#witnessOf(reading.fileSystem);
    const lines = reading.lasting ? this.#lasting : this.#passing;
    for (const line of [this.#passing.get(id), this.#lasting.get(id), this.#file.lines.get(id)]) {
      if (line === undefined) continue;
      const { observations, result } = decodeEntry(line);
      if (!this.#holds(observations, path, witness, reading)) continue;
      const value = restore(result(), this.#boundsOf(observations, reading));
      if (value === undefined) continue;
      lines.set(id, line);
      return value;
    }
    const observed = new ObservedFileSystem(reading.fileSystem, witness);
    const { stored, value } = work(observed, observed.observed(reading.trees));
    lines.set(id, encodeEntry({ id, path, observations: observed.observations, result: stored }));
    if (reading.lasting) this.#changed = true;
    return value;
  }

  /**
   * Whether what an entry was made of is as it was. One that does not say what it read of its own file says nothing, and no
   * entry has anything read that this run may not read.
   */
  #holds(
    observations: unknown,
    path: string,
    witness: Witness,
    reading: Reading,
  ): observations is readonly Observation[] {
    if (!areObservations(observations)) return false;
    if (!observations.some(([question, about]) => question === 'r' && about === path)) return false;
    const { isReachable } = this.#readerOf(reading);
    const looksOnly = ['k', 'p', 'd'];
    const mayAsk = ([question, about]: Observation) => looksOnly.includes(question) || isReachable(about);
    return observations.every(mayAsk) && witness.confirms(observations);
  }

  #boundsOf(observations: readonly Observation[], reading: Reading): EntryBounds {
    const read = new Set(observations.filter(([question]) => question === 'r').map(([, path]) => path));
    return {
      lengthOf: (path) => (read.has(path) ? reading.fileSystem.read(path)?.text.length : undefined),
      lengthOfDocument: (id, kind) => carriedDocument(this.#readerOf(reading), id, kind)?.text.length,
      isReachable: this.#readerOf(reading).isReachable,
      isRule: (id) => this.#rules.has(id),
    };
  }

  #readerOf({ fileSystem, bounds, carriers = [] }: Reading): FileReader {
    const known = this.#readers.get(fileSystem) ?? createFileReader(fileSystem, defaultMajor, { ...bounds, carriers });
    this.#readers.set(fileSystem, known);
    return known;
  }

  /** What this run did not ask for and what may still be asked for again: of files that are there, some of each. */
  *#others(): Generator<string> {
    const counts = new Map<string, number>();
    for (const line of this.#lasting.values()) counts.set(pathOfLine(line), (counts.get(pathOfLine(line)) ?? 0) + 1);
    for (const [id, line] of this.#file.lines) {
      if (this.#lasting.has(id)) continue;
      const path = pathOfLine(line);
      const count = counts.get(path) ?? 0;
      if (count >= resultsPerFile || nodeFileSystem.kind(path) === 'missing') continue;
      counts.set(path, count + 1);
      yield line;
    }
  }

  #witnessOf(fileSystem: FileSystem): Witness {
    const known = this.#witnesses.get(fileSystem);
    if (known !== undefined) return known;
    const { today } = this.#options;
    const configOf = (path: string) => this.#configDigest(path);
    const witness = new Witness(fileSystem, { today, configOf, cacheFile: toCorePath(this.#path) });
    this.#witnesses.set(fileSystem, witness);
    return witness;
  }

  #configDigest(path: string): string {
    const config = this.#options.configuration.resolve(path);
    const known =
      this.#configDigests.get(config) ?? digestOf(JSON.stringify([config.targets, config.releases, ...config.rules]));
    this.#configDigests.set(config, known);
    return known;
  }

  #say(remark: string): void {
    this.#options.say(`${this.#options.name} ${remark}`);
  }
}

/** A definition as a text that does not depend on how it was made. */
function canonical(definition: ClusterDefinition): string {
  return JSON.stringify(definition, Object.keys(definition).sort());
}

/** A digest of the whole bundle, which scripts/build puts in its place. */
declare const pgconflintBuild: string | undefined;

/** The version with a digest of the bundle that runs: a build of the same version may judge otherwise. */
function programName(): string {
  const build = typeof pgconflintBuild === 'undefined' ? 'unbuilt' : pgconflintBuild;
  return `${version} ${build}`;
}
