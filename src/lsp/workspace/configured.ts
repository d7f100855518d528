import type { ExplicitCluster } from '../../cluster/find/definition.js';
import type { FileSystem } from '../../files/file-system.js';
import { baseNameOf, folderOf, relativePath, resolvePath } from '../../files/paths.js';
import { type Baseline, baselineName, parseBaseline, type RecordedFile } from '../../linter/baseline/baseline.js';
import { leadsOut } from '../../linter/configuration/bounds.js';
import type { InForce, ResolvedConfig } from '../../linter/configuration/config.js';
import { ConfigError } from '../../linter/configuration/config-error.js';
import { configNames } from '../../linter/configuration/config-file.js';
import { Configuration } from '../../linter/configuration/configuration.js';
import { type LoadModule, NeedError, Supplies } from '../../linter/configuration/needs.js';
import type { Rule } from '../../linter/rule.js';
import { nearestBaseline } from '../../project/nearest-baseline.js';
import { isElsewhere } from '../protocol/uris.js';
import { defaultSettings, type EditorSettings, resolveSettings } from './settings.js';

/** Whether a file may decide about rules and targets. */
export function isConfigurationFile(path: string): boolean {
  const name = baseNameOf(path);
  return configNames.includes(name) || name === 'package.json' || name === baselineName;
}

/**
 * The project's configuration files as the command line reads them, under the editor's settings. Code is run only where
 * the editor allows it: it knows which folders a person trusts.
 */
export class EditorConfiguration {
  readonly #fileSystem: FileSystem;
  readonly #rules: readonly Rule[];
  readonly #loadModule: LoadModule | undefined;
  #supplies = this.#makeSupplies();
  #settings: EditorSettings = defaultSettings;
  #configuration: Configuration | undefined;
  readonly #baselines = new Map<string, Baseline | undefined>();
  /** What is wrong with the configuration files; then the editor's settings alone hold. */
  error: Error | undefined;

  /**
   * @param fileSystem with the open buffers over the disk
   * @param rules the project's own rules
   * @param loadModule runs code; without it none is ever run
   */
  constructor(fileSystem: FileSystem, rules: readonly Rule[], loadModule?: LoadModule) {
    this.#fileSystem = fileSystem;
    this.#rules = rules;
    this.#loadModule = loadModule;
  }

  #makeSupplies(): Supplies {
    return new Supplies((path, from) => {
      if (this.#settings.runsCode && this.#loadModule !== undefined) return this.#loadModule(path, from);
      const reason = `${path} is code, which this editor has not been allowed to run; JSON and YAML need none.`;
      return Promise.reject(new ConfigError(from, undefined, reason));
    });
  }

  get settings(): EditorSettings {
    return this.#settings;
  }

  /** @throws PresetError, RuleEntryError or OptionsError; then the settings before stay in force */
  set settings(settings: EditorSettings) {
    resolveSettings(settings, this.#rules);
    if (settings.runsCode !== this.#settings.runsCode) this.forgetCode();
    this.#settings = settings;
    this.forget();
  }

  /** The rules that are known so far: what a configuration may name. */
  get rules(): readonly Rule[] {
    return this.#current().rulesSoFar;
  }

  /** The rules and what holds of them for some files, as the command line has it. */
  inForceFor(paths: Iterable<string>): InForce {
    const resolveConfig = (path: string) => this.resolve(path);
    for (const path of paths) resolveConfig(path);
    return { rules: this.rules, resolveConfig };
  }

  /** Reads configuration files anew. */
  forget(): void {
    this.#configuration = undefined;
    this.#baselines.clear();
    this.error = undefined;
  }

  /** Loads configurations that are code anew. */
  forgetCode(): void {
    this.#supplies = this.#makeSupplies();
  }

  /** The configuration that tells the targets of a path, before its files do; undefined where it is left to those. */
  targetSource(path: string): string | undefined {
    if (isElsewhere(path)) return undefined;
    const file = this.#ask(
      (configuration) => configuration.explain(path).layers.findLast(({ body }) => body.postgres !== undefined)?.file,
      () => undefined,
    );
    return file === undefined ? undefined : baseNameOf(file.path);
  }

  /** @throws NeedError where something must be loaded first: see supply */
  resolve(path: string): ResolvedConfig {
    const alone = () => resolveSettings(this.#settings, this.#rules);
    return isElsewhere(path) ? alone() : this.#ask((configuration) => configuration.resolve(path), alone);
  }

  /** The clusters that the configurations of some folders describe. */
  clustersFor(folders: readonly string[]): ExplicitCluster[] {
    const here = folders.filter((folder) => !isElsewhere(folder));
    return this.#ask(
      (configuration) => configuration.clustersFor(here),
      () => [],
    );
  }

  /** Whether the configurations of a folder, else those of the path itself, leave the path out. */
  isIgnored(path: string, folder?: string): boolean {
    return (
      !isElsewhere(path) &&
      this.#ask(
        (configuration) => configuration.isIgnored(path, folder),
        () => false,
      )
    );
  }

  /** What a baseline records for a file; one that cannot be read records nothing. */
  recordedFor(path: string): RecordedFile | undefined {
    if (isElsewhere(path)) return undefined;
    const named = this.#ask(
      (configuration) => configuration.baselineFor(path),
      () => undefined,
    );
    const file = nearestBaseline(path, named, (one) => this.#baseline(one) !== undefined);
    return file === undefined ? undefined : this.#baseline(file)?.get(relativePath(path, folderOf(file)));
  }

  /**
   * What is wrong with a configuration file or a baseline; undefined where it can be used, or is code.
   *
   * @throws NeedError where something must be loaded first: see supply
   */
  complaintAbout(path: string): { message: string; line: number } | undefined {
    try {
      if (baseNameOf(path) === baselineName) parseBaseline(this.#fileSystem.read(path)?.text ?? '', baselineName);
      else if (!/\.[cm]?[jt]s$/.test(path)) this.#current().resolve(resolvePath(folderOf(path), 'postgresql.conf'));
    } catch (error) {
      if (error instanceof NeedError) throw error;
      if (!(error instanceof ConfigError)) return { message: (error as Error).message, line: 1 };
      if (error.file === path) return { message: error.complaint, line: error.line ?? 1 };
    }
    return undefined;
  }

  #baseline(file: string): Baseline | undefined {
    if (!this.#baselines.has(file)) this.#baselines.set(file, this.#readBaseline(file));
    return this.#baselines.get(file);
  }

  #readBaseline(file: string): Baseline | undefined {
    if (this.#fileSystem.kind(file) !== 'file') return undefined;
    try {
      if (leadsOut(file, file, this.#fileSystem))
        throw new Error(`The baseline ${file} leads out of its repository or folder through a link, and is not read.`);
      return parseBaseline(this.#fileSystem.read(file)?.text ?? '', file);
    } catch (error) {
      this.error ??= error instanceof Error ? error : new Error(String(error));
      return undefined;
    }
  }

  /** Does work that looks configurations up, and loads what they need meanwhile. */
  async supply(work: () => void): Promise<void> {
    try {
      await this.#supplies.supply(work);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      this.error = error;
      work();
    }
  }

  #ask<T>(ask: (configuration: Configuration) => T, otherwise: () => T): T {
    if (this.error !== undefined) return otherwise();
    try {
      return ask(this.#current());
    } catch (error) {
      if (error instanceof NeedError) throw error;
      this.error = error instanceof Error ? error : new Error(String(error));
      return otherwise();
    }
  }

  #current(): Configuration {
    const { presets, rules, targets } = this.#settings;
    this.#configuration ??= new Configuration({
      fileSystem: this.#fileSystem,
      supplies: this.#supplies,
      rules: this.#rules,
      over: { presets, rules, targetsOtherwise: targets },
    });
    return this.#configuration;
  }
}
