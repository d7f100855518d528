/** What a Dockerfile or a Compose file beside a configuration tells of it. */
import type { ServerRun } from '../../documents/carrier.js';
import type { Container } from '../../documents/container.js';
import { baseNameOf, folderOf, isInside } from '../../files/paths.js';
import type { FileReader } from '../../formats/reader.js';
import { kindByName } from '../../formats/recognize.js';
import { isUnreadAt } from './mounted.js';
import { isServerImage, serverImageVersion } from './server-image.js';
import { type NamedVersion, onlyVersion, readVersion, versionPattern } from './versions.js';

/** What stands beside a configuration and says how it is run. */
export interface Neighbours {
  version: NamedVersion | undefined;
  /** The name of the file that tells the version. */
  source: string | undefined;
  /** Whether the configuration is for a container. */
  isContainer: boolean;
  /** What the one server that is given the configuration runs in. */
  container?: Container;
  /** Settings that the command line in such a file gives the server: `-c listen_addresses='*'`. */
  commandLine: Readonly<Record<string, string>>;
}

const fileNames = [
  'Dockerfile',
  'Containerfile',
  'docker-compose.yml',
  'docker-compose.yaml',
  'compose.yml',
  'compose.yaml',
];

/** So many folders are looked at, and files of so many bytes. */
const levels = 4;
const largest = 64 * 1024;

/** What stands beside a configuration that is not a file by itself: nothing that is for it. */
export const noNeighbours: Neighbours = { version: undefined, source: undefined, isContainer: false, commandLine: {} };

/**
 * Looks for Dockerfiles and Compose files in the folder of a configuration, and in the folders above it those that name
 * its file or its folder.
 *
 * @param path the configuration
 * @param reader knows what may be read
 */
export function neighboursOf(path: string, reader: FileReader): Neighbours {
  const texts: NeighbourText[] = [];
  const own = folderOf(path);
  let folder = own;
  for (let level = 0; level < levels && reader.isReachable(folder); level++) {
    const below = own.slice(folder.length + 1).split('/')[0]!;
    for (const name of fileNames) {
      const text = readText(`${folder}/${name}`, reader);
      if (text === undefined) continue;
      if (level !== 0 && !text.includes(`${below}/`) && !text.includes(baseNameOf(path))) continue;
      const runs = reader.runsIn(`${folder}/${name}`);
      const seeing = runs.filter((run) => mountedAt(path, run) !== undefined);
      const [sees] = seeing;
      const container =
        sees === undefined
          ? isImageOf(name, text, path)
            ? {}
            : undefined
          : { ...sees.container, ...(seeing.length === 1 ? unreadBy(sees, path) : {}) };
      texts.push({
        name,
        text,
        runs: seeing.length > 0 ? seeing : runs,
        ...(container === undefined ? {} : { container }),
      });
    }
    if (folder === folderOf(folder)) break;
    folder = folderOf(folder);
  }
  return readNeighbours(texts);
}

function readText(path: string, { fileSystem, isReachable }: FileReader): string | undefined {
  if (!isReachable(path) || fileSystem.kind(path) !== 'file' || fileSystem.size(path) > largest) return undefined;
  const source = fileSystem.read(path);
  return source?.notText === undefined ? source?.text : undefined;
}

const image = /(?:^|\n)\s*(?:-\s+)?(?:image:|FROM(?:\s+--platform=\S+)?)\s*["']?(?<name>[^\s"'#]+)/gi;
const variable = new RegExp(
  String.raw`\b(?:PG|PGSQL|POSTGRES|POSTGRESQL)_?(?:MAJOR|VERSION)\b["']?\s*[:=\s]\s*["']?(${versionPattern})`,
  'g',
);
const packaged = new RegExp(String.raw`\bpostgresql-(${versionPattern})(?![\w.])`, 'g');
const optionMark = String.raw`(?:^|[\s"'[,])-c["',\s]*(?:-\s+)?`;
// "name=value" and 'name=value' of a list, else name=value with or without quotes around the value.
const option = new RegExp(
  String.raw`${optionMark}(?:"(?<inDouble>[A-Za-z_][\w.]*=[^"\n]*)"|'(?<inSingle>[A-Za-z_][\w.]*=[^'\n]*)'|(?<bare>[A-Za-z_][\w.]*=(?:\\?'[^'\n]*'|\\?"[^"\n]*"|[^\s"',\]\\]*)))`,
  'g',
);

/** A neighbour, with the servers that it starts where that could be read: those that see the configuration, if any does. */
interface NeighbourText {
  name: string;
  text: string;
  runs?: readonly ServerRun[];
  container?: Container;
}

/** Where a file lies for a server; undefined where it does not get to see it. */
function mountedAt(path: string, { mounts }: ServerRun): string | undefined {
  const mount = mounts.find(({ source }) => source === path || isInside(path, source));
  return mount && mount.target.replace(/\/$/, '') + path.slice(mount.source.length);
}

/** What a server that is given a file does not read of it. */
function unreadBy(run: ServerRun, path: string): Pick<Container, 'unread'> {
  const target = mountedAt(path, run);
  const kind = kindByName(baseNameOf(path));
  if (run.readsNamedOnly !== true || target === undefined || kind === undefined) return {};
  return isUnreadAt(target, kind, run.commandLine) ? { unread: [{ kind, target }] } : {};
}

/** Whether a Dockerfile makes a server's image, and puts a configuration into it. */
function isImageOf(name: string, text: string, path: string): boolean {
  const from = [...text.matchAll(/^[ \t]*FROM[ \t]+(?:--\S+[ \t]+)*(?<image>\S+)/gim)].at(-1)?.groups?.['image'];
  const copies = /^[ \t]*(?:COPY|ADD)[ \t].*/gim;
  return (
    /file$/i.test(name) &&
    from !== undefined &&
    isServerImage(from) &&
    [...text.matchAll(copies)].some(([line]) => line.includes(baseNameOf(path)))
  );
}

/** Reads what such files say. */
export function readNeighbours(texts: readonly NeighbourText[]): Neighbours {
  const commandLine: Record<string, string> = {};
  const told: { version: NamedVersion; name: string }[] = [];
  for (const { name, text, runs = [] } of texts) {
    const ofImages = runs.flatMap(({ image: run }) => serverImageVersion(run) ?? []);
    for (const version of ofImages.length > 0 ? ofImages : versionsIn(text))
      if (version !== undefined) told.push({ version, name });
    for (const run of runs) Object.assign(commandLine, run.commandLine);
    if (runs.length > 0) continue;
    for (const { groups } of text.matchAll(option)) {
      const assignment = groups!['inDouble'] ?? groups!['inSingle'] ?? groups!['bare']!;
      const at = assignment.indexOf('=');
      const value = assignment.slice(at + 1).replace(/^\\?(["'])(.*?)\\?\1$/, '$2');
      commandLine[assignment.slice(0, at).toLowerCase()] = value;
    }
  }
  const version = onlyVersion(told.map((one) => one.version));
  const source = version === undefined ? undefined : told[0]?.name;
  const container = texts.find((one) => one.container !== undefined)?.container;
  return {
    version,
    source,
    isContainer: texts.length > 0,
    ...(container === undefined ? {} : { container }),
    commandLine,
  };
}

function versionsIn(text: string): (NamedVersion | undefined)[] {
  const found: (NamedVersion | undefined)[] = [];
  for (const { groups } of text.matchAll(image)) found.push(serverImageVersion(groups!['name']!));
  for (const pattern of [variable, packaged]) {
    for (const [, version] of text.matchAll(pattern)) found.push(readVersion(version!));
  }
  return found;
}
