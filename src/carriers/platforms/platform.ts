import type { CarriedCluster, ReadBeside } from '../../documents/carrier.js';
import type { YamlTree } from '../shapes/yaml.js';

/** A file in which a platform looks for what it knows. */
export interface PlatformFile {
  path: string;
  trees: readonly YamlTree[];
  /** Reads other files. */
  beside: ReadBeside;
}

/** Finds the clusters of a platform in a file; never fails. */
export type ReadPlatform = (file: PlatformFile) => CarriedCluster[];
