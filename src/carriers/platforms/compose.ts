/**
 * Docker Compose: the command of a service that runs a server, and files in `configs`. What the image's entrypoint makes of
 * both is in docker-library/postgres, docker-entrypoint.sh.
 */
import { isServerImage, serverImageVersion } from '../../cluster/find/server-image.js';
import type { CarriedCluster, CarriedText, ServerRun } from '../../documents/carrier.js';
import type { Replacement } from '../../documents/map.js';
import { baseNameOf, folderOf, resolvePath } from '../../files/paths.js';
import { kindByName } from '../../formats/recognize.js';
import { settingsInWords, settingsOnCommandLine, type WordSetting } from '../shapes/command-words.js';
import { interpolate, splitWords } from '../shapes/compose-text.js';
import { wholeFile } from '../shapes/whole-file.js';
import { changed, type Writing } from '../shapes/written.js';
import type { Entry, Value, YamlTree } from '../shapes/yaml.js';
import type { PlatformFile, ReadPlatform } from './platform.js';

export const clustersOfCompose: ReadPlatform = ({ path, trees }) =>
  trees.flatMap((tree) =>
    tree.entries(tree.at(tree.root, 'services')).flatMap((service) => clustersOfService(tree, service, path)),
  );

function clustersOfService(tree: YamlTree, { name, value }: Entry, path: string): CarriedCluster[] {
  const server = serverOf(tree, value);
  if (server === undefined) return [];
  const { image, settings } = server;
  const version = serverImageVersion(image);
  const cluster = {
    ...(version !== undefined && 'major' in version
      ? { targets: [version.major], targetSource: `the image of ${name} in ${baseNameOf(path)}` }
      : {}),
    isContainer: true as const,
  };
  // What names the main file is no setting of a file.
  const command = settingsOnCommandLine(
    tree.fileText,
    settings.filter((setting) => setting.name !== 'config_file'),
  );
  const files = configsOf(tree, value);
  const main = files.find(({ kind }) => kind === 'conf');
  const records = files.filter(
    ({ kind }, index) => kind !== 'conf' && files.findIndex((one) => one.kind === kind) === index,
  );
  const commandLine = valuesOf(settings);
  const own = main === undefined ? [command, ...records] : [main, ...records];
  const texts = own.filter((text) => text !== undefined);
  return [
    ...(texts.length === 0
      ? []
      : [
          {
            name: `services/${name}`,
            extent: main === undefined ? 'snippet' : 'whole',
            texts,
            ...cluster,
            ...(main === undefined ? {} : { commandLine }),
          } as const,
        ]),
    ...(main === undefined || command === undefined
      ? []
      : [{ name: `services/${name}/command`, extent: 'snippet', texts: [command], ...cluster } as const]),
  ];
}

/** The image of a service and what its command sets; undefined where it does not run a server. */
function serverOf(tree: YamlTree, service: Value | undefined): { image: string; settings: WordSetting[] } | undefined {
  const image = interpolate(tree.text(tree.at(service, 'image')) ?? '')?.text ?? '';
  const words = wordsOf(tree, tree.at(service, 'command'));
  const [first] = words;
  const isNamed = first?.text === 'postgres';
  // docker-entrypoint.sh puts the server's name before words that start with a dash.
  const settings = isNamed ? words.slice(1) : isServerImage(image) && first?.text.startsWith('-') === true ? words : [];
  return isNamed || isServerImage(image) ? { image, settings: settingsInWords(settings) } : undefined;
}

function valuesOf(settings: readonly WordSetting[]): Record<string, string> {
  return Object.fromEntries(settings.map(({ name, value }) => [name.toLowerCase(), value]));
}

/** The servers of a file, with what they get to see of the folder around it. */
export function runsOfCompose({ path, trees }: PlatformFile): ServerRun[] {
  return trees.flatMap((tree) =>
    tree.entries(tree.at(tree.root, 'services')).flatMap(({ value }): ServerRun[] => {
      const server = serverOf(tree, value);
      if (server === undefined) return [];
      const { image, settings } = server;
      return [{ image, mounts: mountsOf(tree, value, path), commandLine: valuesOf(settings) }];
    }),
  );
}

/** compose-spec, volumes: `./here:/there:ro`, or a map with `source`; what is no path names a volume. */
function mountsOf(tree: YamlTree, service: Value | undefined, path: string): string[] {
  const volumes = tree.items(tree.at(service, 'volumes')).map((item) => {
    const short = tree.text(item);
    return short === undefined ? tree.text(tree.at(item, 'source')) : /^([^:]*):/.exec(short)?.[1];
  });
  const configs = tree.items(tree.at(service, 'configs')).map((item) => {
    const source = tree.text(item) ?? tree.text(tree.at(item, 'source')) ?? '';
    return tree.text(tree.at(tree.root, 'configs', source, 'file'));
  });
  return [...volumes, ...configs].flatMap((written) => {
    const source = interpolate(written ?? '')?.text ?? '';
    return /^[./]/.test(source) ? [resolvePath(folderOf(path), source)] : [];
  });
}

/** The words of a command, those with a variable that nobody knows as they cannot be read: as no word. */
function wordsOf(tree: YamlTree, command: Value | undefined): (Writing | undefined)[] {
  if (tree.isList(command)) {
    return tree.items(command).map((item) => {
      const writing = tree.writing(item);
      return writing && interpolated(writing);
    });
  }
  const writing = tree.writing(command);
  const text = writing && interpolated(writing);
  return text === undefined ? [] : (splitWords(text.text) ?? []).map((_, index) => wordAt(text, index));
}

/** What a text is once its variables are put in; what comes out of a default stays as it is. */
function interpolated(writing: Writing): Writing | undefined {
  const read = interpolate(writing.text);
  if (read === undefined) return undefined;
  if (read.text === writing.text) return writing;
  const rewrite = (change: Replacement) => {
    if (read.isDefault.slice(change.start, Math.max(change.end, change.start + 1)).includes(true)) return undefined;
    const edit = { start: read.at[change.start]!, end: read.at[change.end]!, text: change.text };
    return interpolate(changed(writing.text, edit))?.text === changed(read.text, change)
      ? writing.rewrite(edit)
      : undefined;
  };
  return { text: read.text, at: read.at.map((place) => writing.at[place]!), file: writing.file, rewrite };
}

/** A word of a command line: a change must leave every other word as it is, and bring no variable. */
function wordAt(line: Writing, which: number): Writing {
  const words = splitWords(line.text)!;
  const word = words[which]!;
  const rewrite = (change: Replacement) => {
    if (change.text.includes('$')) return undefined;
    const meant = words.map(({ text }, index) => (index === which ? changed(text, change) : text));
    for (const text of [change.text, quoted(change.text)]) {
      const edit = { start: word.at[change.start]!, end: word.at[change.end]!, text };
      const now = splitWords(changed(line.text, edit))?.map((one) => one.text);
      if (JSON.stringify(now) !== JSON.stringify(meant)) continue;
      return shifted(line.rewrite(edit), -line.at[word.at[0]!]!);
    }
    return undefined;
  };
  const from = line.at[word.at[0]!]!;
  return {
    text: word.text,
    at: word.at.map((place) => line.at[place]! - from),
    file: { start: line.file.start + from, end: line.file.start + line.at[word.at.at(-1)!]! },
    rewrite,
  };
}

function quoted(text: string): string {
  return text.includes("'") ? `"${text.replace(/["\\]/g, '\\$&')}"` : `'${text}'`;
}

function shifted(edit: Replacement | undefined, by: number): Replacement | undefined {
  return edit && { start: edit.start + by, end: edit.end + by, text: edit.text };
}

/** The files of `configs` whose text stands in the same file (compose-spec, "configs top-level element", content). */
function configsOf(tree: YamlTree, service: Value | undefined): CarriedText[] {
  return tree.items(tree.at(service, 'configs')).flatMap((item) => {
    const source = tree.text(item) ?? tree.text(tree.at(item, 'source')) ?? '';
    const target = tree.text(tree.at(item, 'target')) ?? source;
    const writing = tree.writing(tree.at(tree.root, 'configs', source, 'content'));
    const kind = kindByName(target);
    const text = writing && interpolated(writing);
    return text === undefined || kind === undefined ? [] : [{ ...wholeFile(tree.fileText, kind, text), name: source }];
  });
}
