import type { Limit } from '../../../documents/container.js';
import type { Value, YamlTree } from '../../shapes/yaml.js';

/** A way to a value, by the names of a map after map. */
export type Path = readonly string[];

/**
 * A bound that a file writes.
 *
 * @param path the file
 * @param read what the platform makes of a text: bytes
 * @param name what people know it by; the names of the way where left out
 * @returns undefined where there is none, or it is not a size, or zero
 */
export function limitAt(
  tree: YamlTree,
  path: string,
  from: Value | undefined,
  way: Path,
  read: (text: string) => number | undefined,
  name = way.join('.'),
): Limit | undefined {
  const value = tree.at(from, ...way);
  const written = tree.text(value);
  const range = value?.node.range;
  const bytes = written === undefined ? undefined : read(written);
  if (written === undefined || bytes === undefined || bytes <= 0 || range == null) return undefined;
  return { bytes, name, written, at: { file: path, start: range[0], end: range[1] } };
}

/** What is only kept free, where nothing bounds a container. */
export function asRequest(limit: Limit | undefined): Limit | undefined {
  return limit && { ...limit, isRequest: true };
}
