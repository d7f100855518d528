import type { Major } from '../../catalog/majors.js';
import type { AuthKind } from '../../syntax/nodes.js';

/** What a configuration file, or one of its overrides, says of rules and targets. */
export interface ConfigBody {
  extends?: string | readonly string[];
  rules?: Readonly<Record<string, unknown>>;
  postgres?: MajorEntry | readonly MajorEntry[];
  each?: boolean;
  tests?: boolean;
  reportUnusedSuppressions?: boolean | string;
  requireReasons?: boolean | string;
  policies?: Readonly<Record<string, unknown>>;
  /** Options that several rules have, said once for all of them. */
  settings?: Readonly<Record<string, unknown>>;
}

export type MajorEntry = Major | `${Major}`;

/** What holds only for some files. */
export interface ConfigOverride extends ConfigBody {
  files: string | readonly string[];
  except?: string | readonly string[];
}

/** Files that make one cluster; paths are relative to the configuration file. */
export interface ConfigCluster extends Readonly<Partial<Record<AuthKind, string>>> {
  main?: string;
  auto?: string;
  postgres?: MajorEntry | readonly MajorEntry[];
}

/** The whole content of a configuration file. */
export interface Config extends ConfigBody {
  $schema?: string;
  root?: boolean;
  overrides?: readonly ConfigOverride[];
  ignores?: string | readonly string[];
  clusters?: readonly ConfigCluster[];
  plugins?: readonly string[];
  baseline?: string;
}

/** A configuration file that was read and has the right shape. */
export interface ConfigFile {
  path: string;
  folder: string;
  config: Config;
  /** The line of something in the file, by its keys; undefined where the file is code. */
  lineOf(keys: readonly (string | number)[]): number | undefined;
}

/** The names that a configuration file may have, the first that is there counts. */
export const configNames = ['jsonc', 'json', 'yaml', 'yml', 'js', 'mjs', 'ts'].map(
  (ending) => `pgconflint.config.${ending}`,
);

/** A list where one thing or several may stand. */
export function listOf<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}
