import { carriesNothing, saysCarriesNothing } from '../carriers/carries.js';
import { defaultMajor, isMajor, type Major, majorsText } from '../catalog/majors.js';
import type { ClusterDefinition } from '../cluster/find/definition.js';
import { clusterOfDocument } from '../documents/document.js';
import type { FileSystem } from '../files/file-system.js';
import { nodeFileSystem } from '../files/node-file-system.js';
import { baseNameOf, folderOf, relativePath, resolvePath, toCorePath } from '../files/paths.js';
import { SnapshotFileSystem } from '../files/snapshot-file-system.js';
import type { FileReaderOptions } from '../formats/reader.js';
import { kindByName } from '../formats/recognize.js';
import type { ResolvedConfig } from '../linter/configuration/config.js';
import { targetsOf } from '../linter/engine/target-choice.js';
import { listMajors } from '../linter/engine/targets.js';
import { cannotRead } from '../project/cannot-read.js';
import { boundsOf, type ClusterSearch, finderFor } from '../project/find-clusters.js';
import { ignoredBelow } from '../project/find-files.js';
import { say } from '../report/printable.js';
import type { FileKind } from '../syntax/nodes.js';
import { CommandError, type Terminal } from './command.js';
import { type AskedConfig, configOptions, configureProject, readConfigChoice } from './config-options.js';
import type { Options } from './options.js';

/** The one cluster that a command was asked about, ready for loadCluster. */
export interface ChosenCluster {
  definition: ClusterDefinition;
  target: Major;
  fileSystem: FileSystem;
  options: FileReaderOptions;
  /** The folder that file names are printed relative to: the path itself, or the folder of the file. */
  folder: string;
  /** What the project's configuration says of rules for it. */
  config: ResolvedConfig;
}

/** What the command line says about the cluster. */
export interface ClusterChoice extends AskedConfig {
  /** The value of `--postgres`, as written. */
  postgres?: string | undefined;
  /** `--follow-outside`. */
  followOutside?: boolean | undefined;
  /** The format of the file, where the command expects one and the name does not tell. */
  kind?: FileKind;
}

/** The options of every command about one cluster. */
export const clusterOptions = {
  postgres: {
    value: 'MAJOR',
    words: 'majors',
    text: `the server's major, ${majorsText} (default: what the configuration or the files tell, else ${defaultMajor})`,
  },
  ...configOptions,
  'follow-outside': { text: 'also read files outside the current folder and the folder of PATH' },
} as const satisfies Options;

/** The values of `clusterOptions` as a choice. */
export function readClusterChoice(
  values: Parameters<typeof readConfigChoice>[0] & { postgres?: string; 'follow-outside'?: boolean },
): ClusterChoice {
  const { postgres, 'follow-outside': followOutside = false } = values;
  return { postgres, followOutside, ...readConfigChoice(values) };
}

/**
 * Finds the cluster of a path that was given on the command line, as `lint` finds it: what the project's configuration
 * says of clusters, targets and files that are left out counts.
 *
 * @param path as written; the current folder where it was left out
 * @param terminal tells the current folder
 * @throws CommandError where there is nothing, no cluster, or more than one
 */
export async function chooseCluster(
  path: string | undefined,
  terminal: Terminal,
  choice: ClusterChoice = {},
): Promise<ChosenCluster> {
  const search = await searchClusters(path, terminal, choice);
  const { found, start, name } = search;
  const definition = name === undefined ? pick(found, start) : found.find(({ id }) => clusterOfDocument(id) === name);
  if (definition === undefined) {
    const cwd = toCorePath(terminal.cwd);
    const lines = found.map(({ id, path: file }) => {
      const own = clusterOfDocument(id);
      return `  ${relativePath(file, cwd)}${own === undefined ? '' : `#${own}`}`;
    });
    throw new CommandError(`${path ?? start} holds ${found.length} clusters; name one of them:`, { lines });
  }
  const [chosen] = await search.choose([definition]);
  return chosen!;
}

/**
 * Finds all clusters of a path in the same way: the one that it names, or those in a folder.
 *
 * @throws CommandError where there is nothing, or no cluster
 */
export async function chooseClusters(
  path: string | undefined,
  terminal: Terminal,
  choice: ClusterChoice = {},
): Promise<ChosenCluster[]> {
  const search = await searchClusters(path, terminal, choice);
  const { found, name } = search;
  if (name !== undefined) return [await chooseCluster(path, terminal, choice)];
  return search.choose(found);
}

interface FoundClusters {
  found: readonly ClusterDefinition[];
  /** What was asked about: a file or a folder. */
  start: string;
  /** The cluster of a file that was named. */
  name: string | undefined;
  choose(definitions: readonly ClusterDefinition[]): Promise<ChosenCluster[]>;
}

async function searchClusters(
  path: string | undefined,
  terminal: Terminal,
  choice: ClusterChoice,
): Promise<FoundClusters> {
  const target = readTarget(choice.postgres);
  const fileSystem = new SnapshotFileSystem(terminal.files ?? nodeFileSystem);
  const cwd = toCorePath(terminal.cwd);
  const { start, name } = splitName(resolvePath(cwd, toCorePath(path ?? '.')), fileSystem);
  const entry = fileSystem.kind(start);
  if (entry === 'missing') throw new CommandError(`${path ?? start} does not exist.`);
  if (entry === 'unreadable') throw new CommandError(cannotRead(start, path ?? start));
  if (entry === 'other') throw new CommandError(`${path ?? start} is neither a file nor a folder.`);
  const over = target === undefined ? {} : { targets: [target] };
  const { configuration, work } = await configureProject({ ...choice, over }, terminal);
  const search: ClusterSearch = {
    paths: [start],
    fileSystem,
    bounds: boundsOf([start], cwd, fileSystem, choice.followOutside),
    ignores: ignoredBelow(entry === 'directory' ? [start] : []),
    kindOf: (file) => (file === start ? (kindByName(file) ?? choice.kind) : undefined),
  };
  const { finder, found } = await work(() => {
    const finder = finderFor(search, configuration);
    return { finder, found: finder.find([start]).map((one) => one.definition) };
  });
  const source = found.some(({ id }) => id === start) && entry === 'file' ? fileSystem.read(start) : undefined;
  if (source !== undefined && carriesNothing(start, source, fileSystem))
    throw new CommandError(saysCarriesNothing(path ?? start));
  if (found.length === 0) throw new CommandError(`${path ?? start} holds no PostgreSQL configuration.`);
  const folder = entry === 'directory' ? start : folderOf(start);
  const choose = async (definitions: readonly ClusterDefinition[]) => {
    const chosen = await work(() =>
      definitions.map((definition) => ({
        definition,
        targets: targetsOf(definition, (file) => configuration.resolve(file)),
        config: configuration.resolve(definition.path),
      })),
    );
    const [several] = chosen.flatMap(({ targets }) => (targets.length > 1 ? [targets] : []));
    if (several !== undefined) {
      terminal.writeError(
        say`pgconflint: this is what PostgreSQL ${several[0]!} does; the project is for ${listMajors(several)}, and --postgres ${several.at(-1)!} asks for another.\n`,
      );
    }
    return chosen.map(({ definition, targets, config }) => ({
      definition,
      target: targets[0]!,
      fileSystem,
      options: finder.readerOptions,
      folder,
      config,
    }));
  };
  return { found, start, name, choose };
}

/** A cluster of a file that carries several is named after its file: `compose.yaml#services/db`. */
function splitName(written: string, fileSystem: FileSystem): { start: string; name?: string } {
  const at = written.indexOf('#');
  if (at === -1 || fileSystem.kind(written) !== 'missing') return { start: written };
  const start = written.slice(0, at);
  return fileSystem.kind(start) === 'file' ? { start, name: written.slice(at + 1) } : { start: written };
}

/** The one that is meant: the only one, else the one whose main file stands right in the folder under its plain name. */
function pick(found: readonly ClusterDefinition[], start: string): ClusterDefinition | undefined {
  if (found.length === 1) return found[0];
  const here = found.filter((one) => one.folder === start);
  const plain = here.filter((one) => baseNameOf(one.path) === 'postgresql.conf');
  if (plain.length === 1) return plain[0];
  return here.length === 1 ? here[0] : undefined;
}

/**
 * Reads the value of `--postgres`.
 *
 * @returns undefined where it was left out
 * @throws CommandError where it names no major that pgconflint knows
 */
export function readTarget(text: string | undefined): Major | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (/^\d+$/.test(text) && isMajor(number)) return number;
  throw new CommandError(`--postgres accepts a major from ${majorsText}, and ${text} is not one.`);
}
