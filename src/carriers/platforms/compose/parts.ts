/**
 * What makes a service: what it extends, here or in another file, and the service that an override file adds to (compose-go at
 * e70e961: override/merge.go, loader/extends.go, cli/options.go).
 */
import type { ReadBeside } from '../../../documents/carrier.js';
import { baseNameOf, folderOf, resolvePath } from '../../../files/paths.js';
import { interpolate } from '../../shapes/compose-text.js';
import { readYaml, type Value, type YamlTree } from '../../shapes/yaml.js';

/** A Compose file. */
export interface ComposeFile {
  tree: YamlTree;
  path: string;
}

/** A service as one place writes it. */
export interface ServicePart extends ComposeFile {
  value: Value;
  /** Whether another file than the one that is read writes it: it is judged there. */
  isElsewhere: boolean;
}

/** So many places make a service at most; a circle of them ends as well. */
const mostParts = 12;

/** Reads what makes the services of a file. */
export class PartReader {
  readonly #file: ComposeFile;
  readonly #beside: ReadBeside;
  readonly #others = new Map<string, ComposeFile | undefined>();

  constructor(file: ComposeFile, beside: ReadBeside) {
    this.#file = file;
    this.#beside = beside;
  }

  /** The places that write a service, the nearest first. */
  partsOf(name: string, value: Value): ServicePart[] {
    const parts: ServicePart[] = [];
    this.#add({ ...this.#file, value, isElsewhere: false }, parts);
    const base = this.#baseOf(parts);
    const below = base && serviceIn(base, name);
    if (base !== undefined && below !== undefined) this.#add({ ...base, value: below, isElsewhere: true }, parts);
    return parts;
  }

  #add(part: ServicePart, parts: ServicePart[]): void {
    if (parts.length === mostParts) return;
    parts.push(part);
    const { tree, value, path } = part;
    const extended = tree.at(value, 'extends');
    const name = tree.text(extended) ?? tree.text(tree.at(extended, 'service'));
    if (name === undefined || isReset(extended)) return;
    const file = tree.text(tree.at(extended, 'file'));
    const other = file === undefined ? part : this.#open(resolvePath(folderOf(path), interpolate(file)?.text ?? ''));
    const service = other && serviceIn(other, name);
    if (other === undefined || service === undefined) return;
    const isElsewhere = part.isElsewhere || other !== part;
    this.#add({ tree: other.tree, path: other.path, value: { ...service, isShared: true }, isElsewhere }, parts);
  }

  /**
   * The file to which an override file adds: `compose.override.yaml` always, and every `compose.NAME.yaml` where its services
   * have no image and no build of their own, without which Compose refuses them (loader/validate.go).
   */
  #baseOf(parts: readonly ServicePart[]): ComposeFile | undefined {
    const { path } = this.#file;
    const match = /^(?<stem>(?:docker-)?compose)\.(?<name>[\w-]+)\.ya?ml$/.exec(baseNameOf(path));
    if (match === null) return undefined;
    const { stem, name } = match.groups!;
    const isWhole = parts.some((part) => ['image', 'build'].some((key) => part.tree.at(part.value, key) !== undefined));
    if (isWhole && name !== 'override') return undefined;
    const names = name === 'override' ? ['compose', 'docker-compose'] : [stem!];
    return names
      .flatMap((each) => ['yaml', 'yml'].map((ending) => this.#open(`${folderOf(path)}/${each}.${ending}`)))
      .find((file) => file !== undefined);
  }

  #open(path: string): ComposeFile | undefined {
    if (!this.#others.has(path)) {
      const text = this.#beside(path);
      const [tree] = text === undefined ? [] : readYaml(text);
      this.#others.set(path, tree && { tree, path });
    }
    return this.#others.get(path);
  }
}

function serviceIn({ tree }: ComposeFile, name: string): Value | undefined {
  return tree.at(tree.root, 'services', name);
}

/** `!reset` takes a value away, whatever is written after it (loader/reset.go). */
export function isReset(value: Value | undefined): boolean {
  return value?.node.tag === '!reset';
}

/** `!override` leaves nothing of what would be merged (loader/reset.go). */
export function isOverride(value: Value | undefined): boolean {
  return value?.node.tag === '!override';
}
