/** Containers of Podman as units of systemd: `NAME.container` (podman-systemd.unit(5), Container units). */
import { isServerImage, serverImageVersion } from '../cluster/find/server-image.js';
import type { CarriedCluster, CarriedText } from '../documents/carrier.js';
import type { Container, Limit } from '../documents/container.js';
import { baseNameOf } from '../files/paths.js';
import { type CommandWord, startedServer } from './platforms/containers/command.js';
import { hasOwnFolder, isBitnami, settingsOfVariables, type Variable } from './platforms/containers/environment.js';
import { recordsOfImage } from './platforms/containers/image-records.js';
import { composeBytes } from './platforms/containers/quantities.js';
import { partOf, settingsOnCommandLine } from './shapes/command-words.js';
import { splitWords } from './shapes/compose-text.js';
import { entriesOfUnit, type UnitEntry } from './shapes/unit-file.js';
import { wordsOfText } from './shapes/words.js';
import type { Writing } from './shapes/written.js';

/** What a unit carries. */
export function clustersInQuadlet(path: string, text: string): CarriedCluster[] {
  const entries = entriesOfUnit(text).filter(({ section }) => section === 'Container');
  const valuesOf = (key: string) => entries.filter((entry) => entry.key === key).map(({ value }) => value);
  const last = (key: string) => valuesOf(key).at(-1);
  const image = last('Image')?.text ?? '';
  const entrypoint = last('Entrypoint');
  const words = (value: Writing | undefined) => (value === undefined ? [] : wordsIn(value));
  const started = startedServer(entrypoint && words(entrypoint), words(last('Exec')), isServerImage(image));
  if (started?.isNamed !== true && !isServerImage(image)) return [];
  const variables = valuesOf('Environment').flatMap(variablesIn);
  const targets = valuesOf('Volume').map(({ text: volume }) => volume.split(':')[1] ?? '');
  const { settings = [] } = started ?? {};
  const isSet = (name: string) => settings.some((setting) => setting.name === name);
  const command = settingsOnCommandLine(text, [
    ...settingsOfVariables(image, variables),
    ...settings.filter(({ name }) => name !== 'config_file'),
  ]);
  const hasRecords =
    started?.isByImage !== true ||
    isSet('hba_file') ||
    targets.some((target) => target.endsWith('/pg_hba.conf')) ||
    (isBitnami(image) && (last('EnvironmentFile') !== undefined || targets.some(hasOwnFolder)));
  const records = hasRecords ? undefined : recordsOfImage(text, image, variables, () => Number.POSITIVE_INFINITY);
  const texts = [command, records].filter((each): each is CarriedText => each !== undefined);
  if (texts.length === 0) return [];
  const version = serverImageVersion(image);
  const isElsewhere =
    isSet('config_file') || targets.some((target) => /\.conf$|\/conf(?:ig|\.d)?$|\/etc\//.test(target));
  return [
    {
      name: 'Container',
      extent: 'snippet',
      texts,
      isContainer: true,
      container: { ...containerOf(path, entries), ...(isElsewhere ? { hasOtherSettings: true } : {}) },
      ...(version !== undefined && 'major' in version
        ? { targets: [version.major], targetSource: `Image in ${baseNameOf(path)}` }
        : {}),
    },
  ];
}

/** systemd takes no shell, and has variables and specifiers of its own: a word with one of them is not known. */
function wordsIn(value: Writing): CommandWord[] {
  if (/[;|&<>()`\\]/.test(value.text)) return [];
  return wordsOfText(value, splitWords).map((word) => (/[$%]/.test(word.text) ? undefined : word));
}

/** systemd.exec(5), Environment: assignments with spaces between them, each in quotes where it has some. */
function variablesIn(value: Writing): Variable[] {
  return wordsIn(value).flatMap((word): Variable[] => {
    const equals = word?.text.indexOf('=') ?? -1;
    if (word === undefined || equals < 1) return [];
    const name = word.text.slice(0, equals);
    return [{ name, nameAt: partOf(word, 0, equals), value: partOf(word, equals + 1, word.text.length) }];
  });
}

/** `Memory` and `ShmSize`; Podman gives a container 64 MB of shared memory (podman-run(1), --shm-size). */
function containerOf(file: string, entries: readonly UnitEntry[]): Container {
  const limit = (key: string): Limit | undefined => {
    const value = entries.findLast((entry) => entry.key === key)?.value;
    const bytes = value && composeBytes(value.text);
    if (value === undefined || bytes === undefined || bytes <= 0) return undefined;
    return { bytes, name: key, written: value.text, at: { file, ...value.file } };
  };
  const memory = limit('Memory');
  const sharedMemory = limit('ShmSize');
  return { ...(memory === undefined ? {} : { memory }), ...(sharedMemory === undefined ? {} : { sharedMemory }) };
}
