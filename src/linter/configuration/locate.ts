import type { FileSystem } from '../../files/file-system.js';
import { baseNameOf, folderOf, resolvePath } from '../../files/paths.js';
import type { JsonSchema } from '../json-schema.js';
import { didYouMean } from '../nearest.js';
import { leadsOut } from './bounds.js';
import { findMisfit, keysText } from './check.js';
import { ConfigError } from './config-error.js';
import { type Config, type ConfigFile, configNames } from './config-file.js';
import type { Supplies } from './needs.js';

/** What importing a module gives where the module has no default export. */
function isNamespace(value: unknown): boolean {
  return Object.prototype.toString.call(value) === '[object Module]';
}

/** Reads configuration files, each once. */
export class ConfigReader {
  readonly #fileSystem: FileSystem;
  readonly #supplies: Supplies;
  readonly #schema: () => JsonSchema;
  readonly #files = new Map<string, ConfigFile | undefined>();
  readonly #folders = new Map<string, string | undefined>();

  /** @param schema gives what a configuration may hold; called once there is one */
  constructor(fileSystem: FileSystem, supplies: Supplies, schema: () => JsonSchema) {
    this.#fileSystem = fileSystem;
    this.#supplies = supplies;
    this.#schema = schema;
  }

  /**
   * The configuration that stands in a folder.
   *
   * @throws ConfigError where there are two, or the one cannot be used
   */
  inFolder(folder: string): ConfigFile | undefined {
    if (!this.#folders.has(folder)) this.#folders.set(folder, this.#nameIn(folder));
    const path = this.#folders.get(folder);
    const named = path === undefined ? undefined : this.read(path);
    if (named !== undefined) return named;
    const manifest = resolvePath(folder, 'package.json');
    return this.#fileSystem.kind(manifest) === 'file' ? this.read(manifest) : undefined;
  }

  #nameIn(folder: string): string | undefined {
    const [path, second] = configNames
      .map((name) => resolvePath(folder, name))
      // One that cannot be read is an error, not as good as none.
      .filter((candidate) => ['file', 'unreadable'].includes(this.#fileSystem.kind(candidate)));
    if (path !== undefined && second !== undefined) {
      throw new ConfigError(
        path,
        1,
        `Beside it stands ${baseNameOf(second)}, and only one of them can hold; remove one.`,
      );
    }
    return path;
  }

  /**
   * Reads one configuration file.
   *
   * @returns undefined for a package.json that says nothing of pgconflint
   * @throws ConfigError where it cannot be used
   */
  read(path: string): ConfigFile | undefined {
    if (!this.#files.has(path)) this.#files.set(path, this.#read(path));
    return this.#files.get(path);
  }

  #read(path: string): ConfigFile | undefined {
    try {
      return this.#readFile(path);
    } catch (error) {
      // Parsers and checks go down one call a level.
      if (error instanceof RangeError)
        throw new ConfigError(path, undefined, 'It is nested too deeply to be a configuration.');
      throw error;
    }
  }

  #readFile(path: string): ConfigFile | undefined {
    const folder = folderOf(path);
    if (this.#fileSystem.kind(path) !== 'missing' && leadsOut(path, path, this.#fileSystem))
      throw new ConfigError(path, undefined, 'It is a link that leads out of its repository, and is not read.');
    if (/\.[cm]?[jt]s$/.test(path)) {
      const value = this.#supplies.module(path, path);
      if (isNamespace(value)) {
        throw new ConfigError(path, undefined, 'It exports no default; write export default { … }.');
      }
      return this.#checked({ path, folder, config: value as Config, lineOf: () => undefined });
    }
    const source = this.#fileSystem.kind(path) === 'file' ? this.#fileSystem.read(path) : undefined;
    if (source === undefined) throw new ConfigError(path, undefined, 'This configuration cannot be read.');
    if (source.notText !== undefined) throw new ConfigError(path, undefined, source.notText);
    const isManifest = baseNameOf(path) === 'package.json';
    if (isManifest && !mayConfigure(source.text)) return undefined;
    const format = /\.ya?ml$/.test(path) ? 'yaml' : 'jsonc';
    const { value, lineOf } = this.#supplies.parser(format)(path, source.text);
    if (!isManifest) return this.#checked({ path, folder, config: value as Config, lineOf });
    const section = (value as Record<string, unknown> | null)?.['pgconflint'];
    if (section === undefined) return undefined;
    return this.#checked({
      path,
      folder,
      config: section as Config,
      lineOf: (keys) => lineOf(['pgconflint', ...keys]),
    });
  }

  #checked(file: ConfigFile): ConfigFile {
    const misfit = findMisfit(file.config, this.#schema());
    if (misfit === undefined) return file;
    const name = keysText(misfit.keys);
    const subject = name === '' ? 'The configuration' : `“${name}”`;
    throw new ConfigError(file.path, file.lineOf(misfit.keys), `${subject} ${misfit.says}`);
  }

  /**
   * The configurations for what stands in a folder: the outermost first, up to one that says `root`.
   *
   * @param folder absolute path
   */
  above(folder: string): ConfigFile[] {
    const found: ConfigFile[] = [];
    for (let at = folder; ; at = folderOf(at)) {
      const file = this.inFolder(at);
      if (file !== undefined) found.unshift(file);
      if (file?.config.root === true || folderOf(at) === at) return found;
    }
  }

  /**
   * The configuration that a package brings: a configuration file at its top, or the part of its package.json.
   *
   * @param name the package's name
   * @param from the file that names it
   * @param presets what the name might have meant
   */
  ofPackage(name: string, from: ConfigFile, keys: (string | number)[], presets: readonly string[]): ConfigFile {
    for (let at = from.folder; ; at = folderOf(at)) {
      const folder = resolvePath(at, `node_modules/${name}`);
      if (this.#fileSystem.kind(folder) === 'directory') {
        const file = this.inFolder(folder);
        if (file !== undefined) return file;
        throw new ConfigError(
          from.path,
          from.lineOf(keys),
          `The package ${name} holds no configuration (${configNames[1]}).`,
        );
      }
      if (folderOf(at) === at) break;
    }
    throw new ConfigError(
      from.path,
      from.lineOf(keys),
      `“${name}” is not a preset, and no package of that name is installed here; a file is written ./${name}.${didYouMean(name, presets) || ` The presets are ${presets.join(', ')}.`}`,
    );
  }
}

/** Whether a package.json has a part for pgconflint; many only name it among what they depend on. */
function mayConfigure(manifest: string): boolean {
  if (!manifest.includes('"pgconflint"')) return false;
  try {
    const value: unknown = JSON.parse(manifest);
    return typeof value !== 'object' || value === null || Object.hasOwn(value, 'pgconflint');
  } catch {
    // Whoever reads it in full says what is wrong with it.
    return true;
  }
}
