/** One service of a Compose file, as far as it says what server runs in it. */
import { isServerImage } from '../../../cluster/find/server-image.js';
import type { Container, Limit } from '../../../documents/container.js';
import { folderOf, resolvePath } from '../../../files/paths.js';
import { partOf } from '../../shapes/command-words.js';
import { interpolate, unknownText } from '../../shapes/compose-text.js';
import type { Value, YamlTree } from '../../shapes/yaml.js';
import { type StartedServer, startedServer } from '../containers/command.js';
import type { Variable } from '../containers/environment.js';
import { asRequest, limitAt } from '../containers/limits.js';
import { composeBytes } from '../containers/quantities.js';
import { interpolated, wordsOf } from './texts.js';

/** A service that runs a server. */
export interface ServerService {
  image: string;
  /** Undefined where what it starts is not known. */
  started: StartedServer | undefined;
  variables: Variable[];
  container: Container;
}

/** The services of a file, by their names. */
export class ServiceReader {
  readonly #tree: YamlTree;
  readonly #path: string;

  constructor(tree: YamlTree, path: string) {
    this.#tree = tree;
    this.#path = path;
  }

  /**
   * A value of a service, or of the one of this file that it extends (compose-spec, extends: what is in the service counts
   * over what it extends).
   */
  field(service: Value | undefined, name: string): Value | undefined {
    return this.#chain(service)
      .map((each) => this.#tree.at(each, name))
      .find((value) => value !== undefined);
  }

  /** A service with those that it extends, the nearest first. */
  #chain(service: Value | undefined): Value[] {
    const chain: Value[] = [];
    let here = service;
    while (here !== undefined && chain.length < 8) {
      chain.push(here);
      const extended = this.#tree.at(here, 'extends');
      const isElsewhere = this.#tree.at(extended, 'file') !== undefined;
      const name = this.#tree.text(extended) ?? this.#tree.text(this.#tree.at(extended, 'service'));
      const next = isElsewhere || name === undefined ? undefined : this.#tree.at(this.#tree.root, 'services', name);
      here = next && { ...next, isShared: true };
    }
    return chain;
  }

  /** What server a service runs; undefined where it runs none. */
  server(service: Value | undefined): ServerService | undefined {
    const tree = this.#tree;
    const written = tree.text(this.field(service, 'image')) ?? '';
    const image = interpolate(written, unknownText)?.text.replaceAll(unknownText, '$') ?? '';
    const isImage = isServerImage(image);
    const entrypoint = this.field(service, 'entrypoint');
    const words = wordsOf(tree, this.field(service, 'command'));
    const started = startedServer(entrypoint && wordsOf(tree, entrypoint), words, isImage);
    if (started?.isNamed !== true && !isImage) return undefined;
    return { image, started, variables: this.#variables(service), container: this.#container(service) };
  }

  /** `environment` as a map or as a list of `NAME=value`; those of a service that is extended come first. */
  #variables(service: Value | undefined): Variable[] {
    const tree = this.#tree;
    return this.#chain(service)
      .map((each) => tree.at(each, 'environment'))
      .reverse()
      .flatMap((environment) => {
        if (!tree.isList(environment)) {
          return tree.entries(environment).flatMap((entry): Variable[] => {
            const nameAt = tree.keyWriting(entry, environment!);
            const value = tree.writing(entry.value);
            return nameAt === undefined ? [] : [{ name: entry.name, nameAt, value: value && interpolated(value) }];
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
          return [{ name: text.text.slice(0, end), nameAt: partOf(text, 0, end), value }];
        });
      });
  }

  #container(service: Value | undefined): Container {
    const read = (text: string) => composeBytes(interpolate(text)?.text ?? '');
    const limit = (...way: string[]) => {
      const [first, ...rest] = way;
      return limitAt(this.#tree, this.#path, this.field(service, first!), rest, read, way.join('.'));
    };
    const memory =
      limit('deploy', 'resources', 'limits', 'memory') ??
      limit('mem_limit') ??
      asRequest(limit('deploy', 'resources', 'reservations', 'memory') ?? limit('mem_reservation'));
    const sharedMemory = limit('shm_size') ?? this.#defaultSharedMemory(service);
    return {
      ...(memory === undefined ? {} : { memory }),
      ...(sharedMemory === undefined ? {} : { sharedMemory }),
    };
  }

  /** Docker and Podman give a container 64 MB, unless something else is in its place (docker run, --shm-size). */
  #defaultSharedMemory(service: Value | undefined): Limit | undefined {
    const range = this.field(service, 'image')?.node.range;
    const isReplaced = ['shm_size', 'ipc', 'tmpfs'].some((name) => this.field(service, name) !== undefined);
    if (range == null || isReplaced || this.#targets(service).includes('/dev/shm')) return undefined;
    const at = { file: this.#path, start: range[0], end: range[1] };
    return { bytes: 64 * 2 ** 20, name: 'shm_size', written: '64m', isDefault: true, at };
  }

  /** Where volumes of any kind lie. */
  #targets(service: Value | undefined): string[] {
    return this.#tree.items(this.field(service, 'volumes')).map((item) => {
      const short = this.#tree.text(item);
      return (short === undefined ? this.#tree.text(this.#tree.at(item, 'target')) : short.split(':')[1]) ?? '';
    });
  }

  /** compose-spec, volumes and configs: what of the folder around the file a service gets to see, by absolute paths. */
  mounts(service: Value | undefined): { source: string; target: string }[] {
    const tree = this.#tree;
    const volumes = tree.items(this.field(service, 'volumes')).map((item) => {
      const [, from, to] = /^([^:]*):([^:]*)/.exec(tree.text(item) ?? '') ?? [];
      return [from ?? tree.text(tree.at(item, 'source')), to ?? tree.text(tree.at(item, 'target'))];
    });
    const configs = tree.items(this.field(service, 'configs')).map((item) => {
      const source = tree.text(item) ?? tree.text(tree.at(item, 'source')) ?? '';
      return [
        tree.text(tree.at(tree.root, 'configs', source, 'file')),
        tree.text(tree.at(item, 'target')) ?? `/${source}`,
      ];
    });
    return [...volumes, ...configs].flatMap(([written, target = '']) => {
      const source = interpolate(written ?? '')?.text ?? '';
      return /^[./]/.test(source) ? [{ source: resolvePath(folderOf(this.#path), source), target }] : [];
    });
  }
}
