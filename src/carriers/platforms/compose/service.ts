/** One service of a Compose file, as far as it says what server runs in it. */
import { isServerImage } from '../../../cluster/find/server-image.js';
import type { ReadBeside } from '../../../documents/carrier.js';
import type { Container, Limit } from '../../../documents/container.js';
import { folderOf, resolvePath } from '../../../files/paths.js';
import { partOf } from '../../shapes/command-words.js';
import { interpolate, unknownText } from '../../shapes/compose-text.js';
import type { Writing } from '../../shapes/written.js';
import type { Entry, Value } from '../../shapes/yaml.js';
import { type StartedServer, startedServer } from '../containers/command.js';
import { standingFor, type Variable } from '../containers/environment.js';
import { asRequest, limitAt, type Path } from '../containers/limits.js';
import { composeBytes } from '../containers/quantities.js';
import { readEnvFile } from './env-file.js';
import { type ComposeFile, isOverride, isReset, PartReader, type ServicePart } from './parts.js';
import { interpolated, wordsOf } from './texts.js';

/** A service that runs a server. */
export interface ServerService {
  image: string;
  /** Undefined where what it starts is not known. */
  started: StartedServer | undefined;
  /** Whether another file has the words: then its settings stand there. */
  isStartedElsewhere: boolean;
  variables: Variable[];
  /** Whether there may be others, out of a file that cannot be read. */
  hasMoreVariables: boolean;
  container: Container;
  /** What of the folders around the files it gets to see, by absolute paths. */
  mounts: { source: string; target: string }[];
}

/** A value in the place that writes it. */
export interface Placed {
  part: ServicePart;
  value: Value;
}

/** Reads the services of a file, by their names. */
export class ServiceReader {
  readonly #parts: PartReader;
  readonly #beside: ReadBeside;

  constructor(file: ComposeFile, beside: ReadBeside) {
    this.#parts = new PartReader(file, beside);
    this.#beside = beside;
  }

  /** A service as all of its places make it; undefined where it has none. */
  service({ name, value }: Entry): Service | undefined {
    return value === undefined ? undefined : new Service(this.#parts.partsOf(name, value), this.#beside);
  }
}

/** One service. */
export class Service {
  readonly #parts: readonly ServicePart[];
  readonly #beside: ReadBeside;

  constructor(parts: readonly ServicePart[], beside: ReadBeside) {
    this.#parts = parts;
    this.#beside = beside;
  }

  /** What server it runs; undefined where it runs none. */
  server(): ServerService | undefined {
    const [image, entrypoint, command] = ['image', 'entrypoint', 'command'].map((name) => this.#field([name]));
    const written = (image && image.part.tree.text(image.value)) ?? '';
    const name = interpolate(written, unknownText)?.text.replaceAll(unknownText, '$') ?? '';
    const isImage = isServerImage(name);
    const words = (placed: Placed | undefined) => (placed ? wordsOf(placed.part.tree, placed.value) : []);
    const started = startedServer(entrypoint && words(entrypoint), words(command), isImage);
    if (started?.isNamed !== true && !isImage) return undefined;
    return {
      image: name,
      started,
      isStartedElsewhere: [entrypoint, command].some((placed) => placed?.part.isElsewhere === true),
      variables: this.#variables(),
      hasMoreVariables: this.#variableFiles().some(({ text }) => text === undefined),
      container: this.#container(),
      mounts: this.#mounts(),
    };
  }

  /** The items of `configs`, in the places that write them. */
  configs(): Placed[] {
    return this.#list('configs', (item) => configOf(item).target);
  }

  /** The nearest value under a path of names. */
  #field(way: Path): Placed | undefined {
    for (const part of this.#parts) {
      const value = part.tree.at(part.value, ...way);
      if (isReset(value)) return undefined;
      if (value !== undefined) return { part, value };
    }
    return undefined;
  }

  /** The places that write a field, the furthest first; what is nearer may leave nothing of them. */
  #all(name: string): Placed[] {
    const found: Placed[] = [];
    for (const part of this.#parts) {
      const value = part.tree.at(part.value, name);
      if (isReset(value)) break;
      if (value !== undefined) found.push({ part, value });
      if (isOverride(value)) break;
    }
    return found.reverse();
  }

  /** The items of a list; one whose key is there already takes its place (override/uncity.go). */
  #list(name: string, keyOf: (item: Placed) => string): Placed[] {
    const found = new Map<string, Placed>();
    for (const { part, value } of this.#all(name)) {
      for (const item of part.tree.items(value)) {
        const placed = { part, value: item };
        found.set(keyOf(placed), placed);
      }
    }
    return [...found.values()];
  }

  /** Those of files first, then `environment`, a map or a list of `NAME=value`. */
  #variables(): Variable[] {
    return [...this.#fileVariables(), ...this.#all('environment').flatMap(variablesOf)];
  }

  #fileVariables(): Variable[] {
    return this.#variableFiles().flatMap(({ at, text, isRaw, isElsewhere }) => {
      const variables = text === undefined ? undefined : readEnvFile(text, isRaw);
      return [...(variables ?? [])].map(([name, held]) => {
        const value = held === undefined ? undefined : standingFor(held, at);
        return { name, nameAt: standingFor(name, at), value, isElsewhere };
      });
    });
  }

  /** The files of `env_file`, the later ones over the earlier ones; without a text where they cannot be read. */
  #variableFiles(): { at: Writing; text: string | undefined; isRaw: boolean; isElsewhere: boolean }[] {
    return this.#all('env_file').flatMap(({ part: { tree, path, isElsewhere }, value }) =>
      (tree.isList(value) ? tree.items(value) : [value]).flatMap((item) => {
        const at = tree.writing(tree.isMap(item) ? tree.at(item, 'path') : item);
        if (at === undefined) return [];
        const name = interpolate(at.text)?.text;
        const text = name === undefined ? undefined : this.#beside(resolvePath(folderOf(path), name));
        return [{ at, text, isRaw: tree.text(tree.at(item, 'format')) === 'raw', isElsewhere }];
      }),
    );
  }

  #container(): Container {
    const read = (text: string) => composeBytes(interpolate(text)?.text ?? '');
    const limit = (...way: string[]) => {
      const placed = this.#field(way);
      return placed && limitAt(placed.part.tree, placed.part.path, placed.value, [], read, way.join('.'));
    };
    const memory =
      limit('deploy', 'resources', 'limits', 'memory') ??
      limit('mem_limit') ??
      asRequest(limit('deploy', 'resources', 'reservations', 'memory') ?? limit('mem_reservation'));
    const sharedMemory = limit('shm_size') ?? this.#defaultSharedMemory();
    return {
      ...(memory === undefined ? {} : { memory }),
      ...(sharedMemory === undefined ? {} : { sharedMemory }),
    };
  }

  /** Docker and Podman give a container 64 MB, unless something else is in its place (docker run, --shm-size). */
  #defaultSharedMemory(): Limit | undefined {
    const image = this.#field(['image']);
    const range = image?.value.node.range;
    const isReplaced = ['shm_size', 'ipc', 'tmpfs'].some((name) => this.#field([name]) !== undefined);
    if (range == null || isReplaced || this.#volumes().some(({ target }) => target === '/dev/shm')) return undefined;
    const at = { file: image!.part.path, start: range[0], end: range[1] };
    return { bytes: 64 * 2 ** 20, name: 'shm_size', written: '64m', isDefault: true, at };
  }

  #volumes(): { part: ServicePart; source: string; target: string }[] {
    return this.#list('volumes', (item) => volumeOf(item).target).map((item) => ({
      part: item.part,
      ...volumeOf(item),
    }));
  }

  #mounts(): { source: string; target: string }[] {
    const configs = this.configs().map((item) => {
      const { name, target } = configOf(item);
      const { tree } = item.part;
      return { part: item.part, source: tree.text(tree.at(tree.root, 'configs', name, 'file')) ?? '', target };
    });
    return [...this.#volumes(), ...configs].flatMap(({ part, source, target }) => {
      const path = interpolate(source)?.text ?? '';
      return /^[./]/.test(path) ? [{ source: resolvePath(folderOf(part.path), path), target }] : [];
    });
  }
}

/** compose-spec, volumes: a text with colons, or a map. */
function volumeOf({ part: { tree }, value }: Placed): { source: string; target: string } {
  const text = tree.text(value);
  if (text === undefined) {
    const [source = '', target = ''] = ['source', 'target'].map((name) => tree.text(tree.at(value, name)));
    return { source, target };
  }
  const [first = '', second] = text.split(/:(?![-+?])/);
  return second === undefined ? { source: '', target: first } : { source: first, target: second };
}

/** compose-spec, configs: a name, or a map; without a target it lies in the root. */
export function configOf({ part: { tree }, value }: Placed): { name: string; target: string } {
  const name = tree.text(value) ?? tree.text(tree.at(value, 'source')) ?? '';
  return { name, target: tree.text(tree.at(value, 'target')) ?? `/${name}` };
}

function variablesOf({ part: { tree, isElsewhere }, value: environment }: Placed): Variable[] {
  if (!tree.isList(environment)) {
    return tree.entries(environment).flatMap((entry): Variable[] => {
      const nameAt = tree.keyWriting(entry, environment);
      const value = tree.writing(entry.value);
      return nameAt === undefined
        ? []
        : [{ name: entry.name, nameAt, value: value && interpolated(value), isElsewhere }];
    });
  }
  return tree.items(environment).flatMap((item): Variable[] => {
    const writing = tree.writing(item);
    const text = writing && interpolated(writing, unknownText);
    if (text === undefined) return [];
    const equals = text.text.indexOf('=');
    const end = equals === -1 ? text.text.length : equals;
    const isKnown = equals !== -1 && !text.text.slice(end).includes(unknownText);
    const value = isKnown ? partOf(text, equals + 1, text.text.length) : undefined;
    return [{ name: text.text.slice(0, end), nameAt: partOf(text, 0, end), value, isElsewhere }];
  });
}
