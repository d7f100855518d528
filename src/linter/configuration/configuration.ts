import { type Major, type Releases, releasesOf } from '../../catalog/majors.js';
import type { ExplicitCluster } from '../../cluster/find/definition.js';
import type { FileSystem } from '../../files/file-system.js';
import { folderOf, isInside, resolvePath } from '../../files/paths.js';
import type { JsonSchema } from '../json-schema.js';
import type { Rule } from '../rule.js';
import { leadsOut } from './bounds.js';
import type { InForce, ResolvedConfig } from './config.js';
import { majorsOf, rulesOf, writtenTargets } from './config-body.js';
import { ConfigError } from './config-error.js';
import { type ConfigBody, type ConfigFile, listOf } from './config-file.js';
import { type Matcher, matcherOf } from './globs.js';
import { ConfigReader } from './locate.js';
import type { Supplies } from './needs.js';
import { pluginRules } from './plugins.js';
import { isPreset, noPreset, nothing, presetNames } from './presets.js';
import { resolveRuleEntry } from './rule-entries.js';
import { RuleSettings } from './rule-settings.js';
import { configSchema } from './schema.js';

/** More parts than this, of all that a file extends, come about only where files extend each other in many ways. */
const mostLayers = 10_000;

/** What stands over every configuration file: the command line, or an editor's settings. */
export interface Overruling {
  /** In place of the presets that configurations name. */
  presets?: readonly string[] | undefined;
  rules?: Readonly<Record<string, unknown>>;
  targets?: readonly Major[] | undefined;
  /** Where neither configurations nor the files themselves tell the targets. */
  targetsOtherwise?: readonly Major[] | undefined;
  each?: boolean | undefined;
  tests?: boolean | undefined;
  /** The releases of targets that were written with their minor. */
  releases?: Releases | undefined;
}

export interface ConfigurationOptions {
  fileSystem: FileSystem;
  supplies: Supplies;
  /** The project's own rules; those of plugins come on top. */
  rules: readonly Rule[];
  over?: Overruling;
  /** One configuration file for everything, in place of those that would be found. */
  only?: string | undefined;
}

/** A part of a configuration that holds for some files, and where it stands. */
export interface Layer {
  file: ConfigFile;
  keys: readonly (string | number)[];
  body: ConfigBody;
  /** Where the layer is nothing but a preset. */
  preset?: string;
  /** Undefined where it holds for everything below its folder. */
  matches: Matcher | undefined;
}

/** The configuration in force for a file, and the layers that it came from, later ones over earlier ones. */
export interface ExplainedConfig {
  config: ResolvedConfig;
  layers: readonly Layer[];
  isIgnored: boolean;
}

/** So many files may extend each other in a row: nobody follows more. */
const mostExtended = 50;

/** The configurations of one run: found upwards from each file, the nearest last. Every look-up may throw NeedError. */
export class Configuration {
  readonly #options: ConfigurationOptions;
  readonly #reader: ConfigReader;
  readonly #layers = new Map<ConfigFile, Layer[]>();
  readonly #rules: Rule[];
  readonly #plugins = new Map<string, readonly Rule[]>();
  readonly #ignores = new Map<ConfigFile, Matcher>();
  readonly #resolved = new Map<string, ResolvedConfig>();
  readonly #ids = new Map<Layer, number>();

  constructor(options: ConfigurationOptions) {
    this.#options = options;
    this.#rules = [...options.rules];
    this.#reader = new ConfigReader(options.fileSystem, options.supplies, schemaOf(options.rules));
  }

  /** The rules that are known so far. What a run needs, plugins' rules included, is `inForceFor`. */
  get rulesSoFar(): readonly Rule[] {
    return this.#rules;
  }

  /**
   * The rules and what holds of them for some files: all of these are resolved first, so that no plugin's rule is missing.
   *
   * @param paths the main files of the clusters of a run
   * @throws what `resolve` throws
   */
  inForceFor(paths: Iterable<string>): InForce {
    const resolveConfig = (path: string) => this.resolve(path);
    for (const path of paths) resolveConfig(path);
    return { rules: this.#rules, resolveConfig };
  }

  /** The configuration files for a file, the nearest last. */
  filesFor(path: string): ConfigFile[] {
    const { only } = this.#options;
    const files = only === undefined ? this.#reader.above(folderOf(path)) : [this.#reader.read(only)];
    return files.filter((file) => file !== undefined);
  }

  /**
   * The configuration in force for a file.
   *
   * @throws ConfigError, PresetError, RuleEntryError or OptionsError, each one plain sentence
   */
  resolve(path: string): ResolvedConfig {
    return this.explain(path).config;
  }

  explain(path: string): ExplainedConfig {
    const files = this.filesFor(path);
    const all = files.flatMap((file) => this.#layersOf(file, []));
    const layers = all.filter((layer) => layer.matches === undefined || layer.matches(path));
    const isIgnored = this.isIgnored(path);
    const key = `${isIgnored} ${layers.map((layer) => this.#idOf(layer)).join(' ')}`;
    const config = this.#resolved.get(key) ?? this.#resolve(layers, isIgnored);
    this.#resolved.set(key, config);
    return { config, layers, isIgnored };
  }

  /**
   * Whether a configuration leaves a file or a folder out.
   *
   * @param folder whose configurations decide; those that stand further down are not read
   */
  isIgnored(path: string, folder: string = folderOf(path)): boolean {
    return this.filesFor(`${folder}/.`).some((file) => {
      if (!this.#ignores.has(file))
        this.#ignores.set(file, this.#globs(file, ['ignores'], listOf(file.config.ignores)));
      const matches = this.#ignores.get(file)!;
      for (let at = path; isInside(at, file.folder) && at !== file.folder; at = folderOf(at))
        if (matches(at)) return true;
      return false;
    });
  }

  /** The clusters that the configurations of some paths describe; targets that stand over them are theirs as well. */
  clustersFor(paths: readonly string[]): ExplicitCluster[] {
    const files = new Set(paths.flatMap((path) => this.filesFor(`${path}/.`)));
    return [...files].flatMap((file) =>
      (file.config.clusters ?? []).map(({ postgres, ...cluster }, index) => {
        const entries = Object.entries(cluster).map(([name, path]) => [
          name,
          this.#existing(path, file, ['clusters', index, name]),
        ]);
        return { ...Object.fromEntries(entries), targets: this.#options.over?.targets ?? majorsOf(postgres) };
      }),
    );
  }

  /** The path of a file that a configuration names: to leave it out in silence would pass for a verdict on it. */
  #existing(written: string, file: ConfigFile, keys: (string | number)[]): string {
    const path = resolvePath(file.folder, written);
    if (this.#options.fileSystem.kind(path) !== 'missing') return path;
    throw new ConfigError(file.path, file.lineOf(keys), `${written} does not exist, so this cluster cannot be read.`);
  }

  /** The baseline that the nearest configuration names for a file. */
  baselineFor(path: string): string | undefined {
    const file = this.filesFor(path).findLast((each) => each.config.baseline !== undefined);
    if (file === undefined) return undefined;
    const baseline = resolvePath(file.folder, file.config.baseline!);
    this.#refuseOutside(baseline, file.config.baseline!, file, ['baseline']);
    return baseline;
  }

  /** A configuration has nothing read or written that is not its repository's; a person may, with an option. */
  #refuseOutside(path: string, name: string, file: ConfigFile, keys: (string | number)[]): void {
    if (!leadsOut(path, file.path, this.#options.fileSystem)) return;
    throw new ConfigError(file.path, file.lineOf(keys), `${name} stands outside the repository, and is not read.`);
  }

  #idOf(layer: Layer): number {
    const id = this.#ids.get(layer) ?? this.#ids.size;
    this.#ids.set(layer, id);
    return id;
  }

  /** The layers of a file: what it extends, itself, its overrides. */
  #layersOf(file: ConfigFile, from: readonly string[]): Layer[] {
    const known = this.#layers.get(file);
    if (known !== undefined) return known;
    if (from.length > mostExtended)
      throw new ConfigError(
        file.path,
        file.lineOf(['extends']),
        `More than ${mostExtended} files extend each other here.`,
      );
    if (from.includes(file.path)) {
      const over = from.slice(from.indexOf(file.path) + 1);
      const way = over.length === 0 ? '' : `, by way of ${over.join(', ')}`;
      throw new ConfigError(file.path, file.lineOf(['extends']), `It extends itself${way}.`);
    }
    this.#usePlugins(file);
    const base: Layer = { file, keys: [], body: file.config, matches: undefined };
    const overrides = (file.config.overrides ?? []).map((override, index): Layer => {
      const keys = ['overrides', index];
      const matches = this.#globs(file, [...keys, 'files'], listOf(override.files));
      const except = this.#globs(file, [...keys, 'except'], listOf(override.except));
      return { file, keys, body: override, matches: (path) => matches(path) && !except(path) };
    });
    const all: Layer[] = [];
    for (const layer of [base, ...overrides]) {
      all.push(...this.#extended(layer, [...from, file.path]), layer);
      if (all.length > mostLayers) {
        const message = `With all that it extends it has more than ${mostLayers} parts.`;
        throw new ConfigError(file.path, file.lineOf([...layer.keys, 'extends']), message);
      }
    }
    // What is extended twice holds where it comes last: then a file that many extend is not there once for each way to it.
    const layers = [...new Set(all.reverse())].reverse();
    for (const layer of layers) if (layer.file === file) this.#check(layer);
    this.#layers.set(file, layers);
    return layers;
  }

  #extended(layer: Layer, from: readonly string[]): Layer[] {
    const { file, keys, matches } = layer;
    return listOf(layer.body.extends).flatMap((name, index) => {
      const at = [...keys, 'extends', ...(Array.isArray(layer.body.extends) ? [index] : [])];
      if (name === nothing || isPreset(name, this.#rules)) return [{ file, keys: at, body: {}, preset: name, matches }];
      const other = this.#extendedFile(name, file, at);
      const inner = this.#layersOf(other, from);
      if (matches === undefined) return inner;
      return inner.map((one) => ({
        ...one,
        matches: (path: string) => matches(path) && (one.matches?.(path) ?? true),
      }));
    });
  }

  #extendedFile(name: string, file: ConfigFile, keys: (string | number)[]): ConfigFile {
    if (!/^\.{0,2}\//.test(name)) return this.#reader.ofPackage(name, file, keys, presetNames(this.#rules));
    const path = resolvePath(file.folder, name);
    this.#refuseOutside(path, name, file, keys);
    if (this.#options.fileSystem.kind(path) !== 'file') {
      throw new ConfigError(file.path, file.lineOf(keys), `${name} does not exist.`);
    }
    const other = this.#reader.read(path);
    if (other === undefined) throw new ConfigError(file.path, file.lineOf(keys), `${name} says nothing of pgconflint.`);
    return other;
  }

  /** What is wrong in an entry is said whether or not any file meets it. */
  #check({ file, keys, body }: Layer): void {
    const check = (id: string, entry: unknown, at: readonly string[]) => {
      try {
        resolveRuleEntry(id, entry, this.#rules, undefined);
      } catch (error) {
        throw new ConfigError(file.path, file.lineOf([...keys, ...at]), (error as Error).message, error);
      }
    };
    for (const [id, entry] of Object.entries(body.rules ?? {})) check(id, entry, ['rules', id]);
    if (body.policies !== undefined) check('cluster/policy', ['on', body.policies], ['policies']);
  }

  #usePlugins(file: ConfigFile): void {
    for (const [index, name] of (file.config.plugins ?? []).entries()) {
      const specifier = name.startsWith('.') ? resolvePath(file.folder, name) : name;
      const key = name.startsWith('.') ? specifier : `${file.folder} ${name}`;
      if (this.#plugins.has(key)) continue;
      const line = file.lineOf(['plugins', index]);
      if (name.startsWith('.') && this.#options.fileSystem.kind(specifier) === 'missing')
        throw new ConfigError(file.path, line, `The plugin ${name} does not exist.`);
      const rules = pluginRules(this.#options.supplies.module(specifier, file.path), name, this.#rules);
      if (typeof rules === 'string') throw new ConfigError(file.path, line, rules);
      this.#plugins.set(key, rules);
      this.#rules.push(...rules);
    }
  }

  #globs(file: ConfigFile, keys: (string | number)[], globs: readonly string[]): Matcher {
    try {
      return matcherOf(file.folder, globs);
    } catch (error) {
      throw new ConfigError(file.path, file.lineOf(keys), `This is not a glob: ${(error as Error).message}.`);
    }
  }

  #resolve(layers: readonly Layer[], isIgnored: boolean): ResolvedConfig {
    const over = this.#options.over ?? {};
    // Where no configuration names any preset for all files, the recommended rules hold.
    const hasPreset = layers.some(({ body, matches }) => body.extends !== undefined && matches === undefined);
    if (over.presets?.length === 0) throw noPreset(this.#rules);
    const settings = new RuleSettings(this.#rules);
    for (const preset of over.presets ?? (hasPreset ? [] : ['recommended'])) settings.addPreset(preset);
    let targets: readonly Major[] | undefined;
    let each = false;
    let tests = false;
    let releases: Releases | undefined;
    for (const { body, preset } of layers) {
      if (over.presets === undefined && preset !== undefined) addLayer(preset, settings);
      settings.addEntries(rulesOf(body));
      settings.addShared(body.settings);
      targets = majorsOf(body.postgres) ?? targets;
      each = body.each ?? each;
      tests = body.tests ?? tests;
      if (body.postgres !== undefined) releases = releasesOf(writtenTargets(body.postgres));
    }
    settings.addEntries(over.rules ?? {});
    const { targetsOtherwise } = over;
    return {
      targets: over.targets ?? targets,
      targetsOtherwise,
      releases: over.targets === undefined ? releases : over.releases,
      rules: isIgnored ? new Map() : settings.all,
      each: over.each ?? each,
      tests: over.tests ?? tests,
    };
  }
}

function addLayer(preset: string, settings: RuleSettings): void {
  if (preset === nothing) settings.clear();
  else settings.addPreset(preset);
}

/** Makes the schema of configurations when the first one is checked: most runs have none, and it takes every rule's texts. */
function schemaOf(rules: readonly Rule[]): () => JsonSchema {
  let schema: JsonSchema | undefined;
  return () => {
    schema ??= configSchema(rules);
    return schema;
  };
}
