/** Dockerfiles that make the image of a server: its command, its environment, and what is put into the samples of its files. */
import { isServerImage, serverImageVersion } from '../cluster/find/server-image.js';
import type { CarriedCluster, CarriedText, Mount, ServerRun } from '../documents/carrier.js';
import { baseNameOf, folderOf, resolvePath } from '../files/paths.js';
import { type StartedServer, startedServer } from './platforms/containers/command.js';
import { settingsOfVariables, type Variable } from './platforms/containers/environment.js';
import { recordsOfImage } from './platforms/containers/image-records.js';
import { readsNamedFilesOnly } from './platforms/containers/mounted-files.js';
import { partOf, settingsOnCommandLine } from './shapes/command-words.js';
import { execForm, type Instruction, instructionsOf } from './shapes/dockerfile.js';
import type { Item } from './shapes/items.js';
import { readShell, shellWords } from './shapes/shell.js';
import { wordsOfText } from './shapes/words.js';
import { fixed, type Writing } from './shapes/written.js';

/** The last stage of a Dockerfile, where it makes the image of a server. */
interface ServerStage {
  image: string;
  instructions: Instruction[];
  started: StartedServer | undefined;
  variables: Variable[];
}

/** What a Dockerfile carries. */
export function clustersInDockerfile(path: string, text: string): CarriedCluster[] {
  const stage = stageOf(text);
  if (stage === undefined) return [];
  const { image, instructions, started, variables } = stage;
  const version = serverImageVersion(image);
  const major = version !== undefined && 'major' in version ? version.major : undefined;
  const settings = started?.settings ?? [];
  const isElsewhere = settings.some(({ name }) => name === 'config_file');
  const appended = instructions.flatMap(linesAppended);
  const ofFile = (name: string) =>
    appended.filter(({ file }) => file.endsWith(`/${name}.sample`)).map(({ item }) => item);
  const command = settingsOnCommandLine(
    text,
    [...settingsOfVariables(image, variables), ...settings.filter(({ name }) => name !== 'config_file')],
    ofFile('postgresql.conf'),
  );
  const hasRecords = started?.isByImage !== true || settings.some(({ name }) => name === 'hba_file');
  const records = hasRecords
    ? undefined
    : recordsOfImage(text, image, variables, () => Number.POSITIVE_INFINITY, ofFile('pg_hba.conf'), major);
  const texts = [command, records].filter((each): each is CarriedText => each !== undefined);
  if (texts.length === 0) return [];
  return [
    {
      name: 'image',
      extent: 'snippet',
      texts,
      isContainer: true,
      container: isElsewhere ? { hasOtherSettings: true } : {},
      ...(major === undefined ? {} : { targets: [major], targetSource: `FROM in ${baseNameOf(path)}` }),
    },
  ];
}

/** The server that the image of a Dockerfile runs, with the files that it gets. */
export function runsInDockerfile(path: string, text: string): ServerRun[] {
  const stage = stageOf(text);
  if (stage === undefined) return [];
  const { image, instructions, started } = stage;
  const mounts = instructions.flatMap((instruction) => copied(instruction, folderOf(path)));
  const isPlain = instructions.every(({ keyword }) => keyword !== 'RUN') && readsNamedFilesOnly(image, started, mounts);
  const settings = started?.settings ?? [];
  const commandLine = Object.fromEntries(settings.map(({ name, value }) => [name.toLowerCase(), value]));
  return [{ image, mounts, commandLine, container: {}, ...(isPlain ? { readsNamedOnly: true } : {}) }];
}

/** The last stage counts, on top of those that it starts from. */
function stageOf(text: string): ServerStage | undefined {
  const defaults = new Map<string, string>();
  const stages: { name: string | undefined; from: string; instructions: Instruction[] }[] = [];
  for (const instruction of instructionsOf(text)) {
    const { keyword, rest } = instruction;
    if (keyword === 'FROM') {
      const [, from = '', name] = /^(?:--\S+\s+)*(\S+)(?:\s+as\s+(\S+))?/i.exec(rest.text) ?? [];
      stages.push({ name: name?.toLowerCase(), from: withDefaults(from, defaults), instructions: [] });
    } else if (stages.length > 0) stages.at(-1)!.instructions.push(instruction);
    else if (keyword === 'ARG') {
      const [, name, value] = /^(\w+)=["']?([^"'\s]*)/.exec(rest.text) ?? [];
      if (name !== undefined) defaults.set(name, value!);
    }
  }
  let last = stages.at(-1);
  const instructions: Instruction[] = [];
  let image = '';
  for (let depth = 0; last !== undefined && depth < 16; depth++) {
    instructions.unshift(...last.instructions);
    image = last.from;
    const named = stages.slice(0, stages.indexOf(last)).findLast(({ name }) => name === image.toLowerCase());
    last = named;
  }
  if (!isServerImage(image)) return undefined;
  return { image, instructions, started: startedBy(instructions), variables: instructions.flatMap(variablesOf) };
}

/** `${NAME}`, `${NAME:-default}` and `$NAME` of an ARG before the first FROM. */
function withDefaults(text: string, defaults: ReadonlyMap<string, string>): string {
  return text.replace(
    /\$(?:(\w+)|\{(\w+)(?::-([^}]*))?\})/g,
    (written, bare, braced, given) => defaults.get(bare ?? braced) ?? given ?? written,
  );
}

/** ENTRYPOINT in shell form gets no command; a new one takes the command of the image away. */
function startedBy(instructions: readonly Instruction[]): StartedServer | undefined {
  const last = (keyword: string) => instructions.findLast((each) => each.keyword === keyword);
  const words = (instruction: Instruction | undefined) => {
    if (instruction === undefined) return undefined;
    const { rest } = instruction;
    return execForm(rest) ?? [word('/bin/sh', rest), word('-c', rest), rest];
  };
  const entrypoint = last('ENTRYPOINT');
  const isShell = entrypoint !== undefined && execForm(entrypoint.rest) === undefined;
  return startedServer(words(entrypoint), isShell ? [] : (words(last('CMD')) ?? []), true);
}

/** A word that nobody wrote. */
function word(text: string, { file }: Writing): Writing {
  const end = file.end - file.start;
  return fixed({ text, at: [...Array.from(text, () => 0), end], file, rewrite: () => undefined });
}

/** `ENV NAME=value …`, and the older `ENV NAME value`. */
function variablesOf({ keyword, rest }: Instruction): Variable[] {
  if (keyword !== 'ENV') return [];
  const [, name, space] = /^(\w+)([ \t]+)/.exec(rest.text) ?? [];
  if (name !== undefined) {
    const start = name.length + space!.length;
    const value = partOf(rest, start, rest.text.length);
    return [{ name, nameAt: partOf(rest, 0, name.length), value: /[$"'\\]/.test(value.text) ? undefined : value }];
  }
  const [command, ...more] = readShell(rest.text) ?? [];
  if (command === undefined || more.length > 0) return [];
  return wordsOfText(rest, shellWords).flatMap((each, index): Variable[] => {
    const equals = each.text.indexOf('=');
    if (equals < 1) return [];
    const value = command.words[index]!.isUnknown ? undefined : partOf(each, equals + 1, each.text.length);
    return [{ name: each.text.slice(0, equals), nameAt: partOf(each, 0, equals), value }];
  });
}

/**
 * Lines that `echo` puts at the end of a file. The samples are what initdb makes its files of; what a build writes into
 * the data folder itself is lost, since that is a volume.
 */
function linesAppended({ keyword, rest }: Instruction): { file: string; item: Item }[] {
  if (keyword !== 'RUN') return [];
  const all = wordsOfText(rest, shellWords);
  return (readShell(rest.text) ?? []).flatMap(({ words, first, appendsTo }) => {
    const [name, line, ...more] = words;
    const writing = all[first + 1];
    if (appendsTo === undefined || name?.text !== 'echo' || line === undefined || writing === undefined) return [];
    // What echo makes of a backslash, each shell says otherwise.
    if (more.length > 0 || line.isUnknown || /\\|^-/.test(line.text)) return [];
    return [{ file: appendsTo, item: { parts: [writing], at: writing.file, isOwn: false } }];
  });
}

/** What COPY and ADD put into the image out of the folder of the Dockerfile. */
function copied({ keyword, rest }: Instruction, folder: string): Mount[] {
  if ((keyword !== 'COPY' && keyword !== 'ADD') || /--from=/.test(rest.text)) return [];
  const words = (execForm(rest)?.map(({ text }) => text) ?? rest.text.split(/\s+/)).filter(
    (each) => !each.startsWith('--'),
  );
  const target = words.at(-1) ?? '';
  const isFolder = target.endsWith('/') || words.length > 2;
  return words.slice(0, -1).map((source) => {
    const name = isFolder && /\.\w+$/.test(source) ? `${target.replace(/\/$/, '')}/${baseNameOf(source)}` : target;
    return { source: resolvePath(folder, source), target: name };
  });
}
