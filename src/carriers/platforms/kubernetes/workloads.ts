/** Containers of Kubernetes that run a server (kubernetes.io/docs, PodSpec and Container). */
import { isServerImage } from '../../../cluster/find/server-image.js';
import type { Container, Limit } from '../../../documents/container.js';
import type { Writing } from '../../shapes/written.js';
import type { Value, YamlTree } from '../../shapes/yaml.js';
import { type CommandWord, type StartedServer, startedServer } from '../containers/command.js';
import { type Variable, variable } from '../containers/environment.js';
import { asRequest, limitAt } from '../containers/limits.js';
import { readsNamedFilesOnly } from '../containers/mounted-files.js';
import { kubernetesBytes } from '../containers/quantities.js';
import { idOf, objectsOf } from '../manifest.js';

/** A file of an object, where a container gets to see it. */
export interface MountedKey {
  /** `ConfigMap` or `Secret`, and its name. */
  object: string;
  /** Undefined where every key is a file of the folder. */
  key: string | undefined;
  target: string;
}

/** A container that runs a server. */
export interface Workload {
  tree: YamlTree;
  /** Tells it from others of the file. */
  name: string;
  image: string;
  started: StartedServer | undefined;
  variables: Variable[];
  /** Whether other objects may give it more (`envFrom`). */
  hasMoreVariables: boolean;
  container: Container;
  files: MountedKey[];
  readsNamedOnly: boolean;
}

/** The containers of a file that run a server. */
export function workloadsOf(trees: readonly YamlTree[], path: string): Workload[] {
  const claims = claimsOf(trees, path);
  return trees.flatMap((tree) =>
    objectsOf(tree).flatMap((object) => {
      const id = idOf({ tree, object });
      return podsIn(tree, object).flatMap((pod) =>
        tree.items(tree.at(pod, 'containers')).flatMap((container) => {
          const read = new WorkloadReader(tree, path, object, pod, container, claims).read();
          return read === undefined ? [] : [{ ...read, name: `${id}/containers/${read.name}` }];
        }),
      );
    }),
  );
}

/** Every map with a list of containers. */
function podsIn(tree: YamlTree, value: Value | undefined, depth = 0): Value[] {
  if (value === undefined || depth > 12) return [];
  const below = tree.isList(value)
    ? tree.items(value)
    : tree.entries(value).flatMap((entry) => (entry.name === 'containers' ? [] : (entry.value ?? [])));
  const inner = below.flatMap((each) => podsIn(tree, each, depth + 1));
  return tree.isList(tree.at(value, 'containers')) ? [value, ...inner] : inner;
}

/** The sizes of the volumes that a file claims, by the names of the claims. */
function claimsOf(trees: readonly YamlTree[], path: string): Map<string, Limit> {
  const found = new Map<string, Limit>();
  for (const tree of trees) {
    for (const object of objectsOf(tree)) {
      if (tree.text(tree.at(object, 'kind')) !== 'PersistentVolumeClaim') continue;
      const name = tree.text(tree.at(object, 'metadata', 'name'));
      const size = storageOf(tree, path, object);
      if (name !== undefined && size !== undefined) found.set(name, size);
    }
  }
  return found;
}

function storageOf(tree: YamlTree, path: string, claim: Value): Limit | undefined {
  return limitAt(tree, path, claim, ['spec', 'resources', 'requests', 'storage'], kubernetesBytes, 'storage');
}

/** Reads one container. */
class WorkloadReader {
  readonly #tree: YamlTree;
  readonly #path: string;
  readonly #object: Value;
  readonly #pod: Value;
  readonly #value: Value;
  readonly #claims: ReadonlyMap<string, Limit>;

  constructor(
    tree: YamlTree,
    path: string,
    object: Value,
    pod: Value,
    value: Value,
    claims: ReadonlyMap<string, Limit>,
  ) {
    this.#tree = tree;
    this.#path = path;
    this.#object = object;
    this.#pod = pod;
    this.#value = value;
    this.#claims = claims;
  }

  read(): Workload | undefined {
    const tree = this.#tree;
    const image = tree.text(tree.at(this.#value, 'image')) ?? '';
    const entrypoint = tree.at(this.#value, 'command');
    const started = startedServer(
      entrypoint && this.#words(entrypoint),
      this.#words(tree.at(this.#value, 'args')),
      isServerImage(image),
    );
    if (started?.isNamed !== true && !isServerImage(image)) return undefined;
    const variables = this.#variables();
    const files = this.#files();
    const prepares = ['initContainers'].some((name) => tree.at(this.#pod, name) !== undefined);
    return {
      tree,
      name: tree.text(tree.at(this.#value, 'name')) ?? '',
      image,
      started,
      variables,
      hasMoreVariables: tree.at(this.#value, 'envFrom') !== undefined,
      container: this.#container(variables),
      files,
      readsNamedOnly:
        !prepares &&
        tree.at(this.#value, 'lifecycle') === undefined &&
        readsNamedFilesOnly(image, started, this.#mounts()),
    };
  }

  #words(list: Value | undefined): CommandWord[] {
    return this.#tree.items(list).map((item) => known(this.#tree.writing(item)));
  }

  #variables(): Variable[] {
    const tree = this.#tree;
    return tree.items(tree.at(this.#value, 'env')).flatMap((item): Variable[] => {
      const nameAt = tree.writing(tree.at(item, 'name'));
      if (nameAt === undefined) return [];
      return [{ name: nameAt.text, nameAt, value: known(tree.writing(tree.at(item, 'value'))) }];
    });
  }

  #mounts(): { name: string; target: string; subPath: string | undefined }[] {
    const tree = this.#tree;
    return tree.items(tree.at(this.#value, 'volumeMounts')).map((mount) => ({
      name: tree.text(tree.at(mount, 'name')) ?? '',
      target: (tree.text(tree.at(mount, 'mountPath')) ?? '').replace(/(.)\/$/, '$1'),
      subPath: tree.text(tree.at(mount, 'subPath')),
    }));
  }

  #volume(name: string): Value | undefined {
    const tree = this.#tree;
    return tree.items(tree.at(this.#pod, 'volumes')).find((volume) => tree.text(tree.at(volume, 'name')) === name);
  }

  /** Keys of ConfigMaps and Secrets, by where they lie. */
  #files(): MountedKey[] {
    const tree = this.#tree;
    return this.#mounts().flatMap(({ name, target, subPath }): MountedKey[] => {
      const volume = this.#volume(name);
      const map = tree.text(tree.at(volume, 'configMap', 'name'));
      const secret = tree.text(tree.at(volume, 'secret', 'secretName'));
      const object = map === undefined ? secret && `Secret/${secret}` : `ConfigMap/${map}`;
      if (object === undefined) return [];
      const items = tree.items(tree.at(volume, map === undefined ? 'secret' : 'configMap', 'items')).map((item) => ({
        key: tree.text(tree.at(item, 'key')),
        file: tree.text(tree.at(item, 'path')) ?? '',
      }));
      if (subPath !== undefined) {
        const key = items.length === 0 ? subPath : items.find(({ file }) => file === subPath)?.key;
        return key === undefined ? [] : [{ object, key, target }];
      }
      if (items.length === 0) return [{ object, key: undefined, target }];
      return items.map(({ key, file }) => ({ object, key, target: `${target}/${file}` }));
    });
  }

  #container(variables: readonly Variable[]): Container {
    const limit = (...way: string[]) => limitAt(this.#tree, this.#path, this.#value, way, kubernetesBytes);
    const memory = limit('resources', 'limits', 'memory') ?? asRequest(limit('resources', 'requests', 'memory'));
    const sharedMemory = this.#sharedMemory();
    const storage = this.#storage(variables);
    return {
      ...(memory === undefined ? {} : { memory }),
      ...(sharedMemory === undefined ? {} : { sharedMemory }),
      ...(storage === undefined ? {} : { storage }),
    };
  }

  #sharedMemory(): Limit | undefined {
    const mount = this.#mounts().find(({ target }) => target === '/dev/shm');
    const volume = mount && this.#volume(mount.name);
    return limitAt(this.#tree, this.#path, volume, ['emptyDir', 'sizeLimit'], kubernetesBytes, 'sizeLimit');
  }

  /** The size of the volume that holds the data folder: the one whose folder is the nearest above it. */
  #storage(variables: readonly Variable[]): Limit | undefined {
    const tree = this.#tree;
    const data = variable(variables, 'PGDATA');
    const folder = data === undefined ? '/var/lib/postgresql/data' : data.value?.text;
    if (folder === undefined) return undefined;
    const [mount] = this.#mounts()
      .filter(({ target }) => `${folder}/`.startsWith(`${target}/`))
      .sort((a, b) => b.target.length - a.target.length);
    if (mount === undefined) return undefined;
    const template = tree
      .items(tree.at(this.#object, 'spec', 'volumeClaimTemplates'))
      .find((each) => tree.text(tree.at(each, 'metadata', 'name')) === mount.name);
    if (template !== undefined) return storageOf(tree, this.#path, template);
    const claim = tree.text(tree.at(this.#volume(mount.name), 'persistentVolumeClaim', 'claimName'));
    return claim === undefined ? undefined : this.#claims.get(claim);
  }
}

/** `$(NAME)` and `$$` are not what the container gets. */
function known(writing: Writing | undefined): Writing | undefined {
  return writing !== undefined && /\$[($]/.test(writing.text) ? undefined : writing;
}
