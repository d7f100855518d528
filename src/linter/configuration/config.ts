import type { Major, Releases } from '../../catalog/majors.js';
import type { Severity } from '../problem.js';
import type { Rule } from '../rule.js';

/** What a configuration says of one rule, options complete and checked. */
export interface RuleSetting {
  severity: Severity | 'off';
  /** The rule's options, defaults filled in. */
  options: Readonly<Record<string, unknown>>;
}

/** The configuration in force for one file: what loading, extending and overriding have come to. */
export interface ResolvedConfig {
  /** The targets, oldest first; undefined where the configuration does not name any. */
  targets: readonly Major[] | undefined;
  /** The targets where neither the configuration nor the files tell any; undefined for the newest released major. */
  targetsOtherwise?: readonly Major[] | undefined;
  /** The releases of targets whose minor is known. */
  releases?: Releases | undefined;
  /** Rules that are not in the map are off. */
  rules: ReadonlyMap<string, RuleSetting>;
  /** Whether each place of the file gets a problem of its own, where several have one cause. */
  each?: boolean;
  /** Whether what is there for tests is judged like everything else; only where it is false, less is told of it. */
  tests?: boolean;
}

/**
 * Gives the configuration in force for one file. Loading configuration files, looking upwards and matching globs
 * happens behind this function; the linter knows nothing of it.
 *
 * @param file absolute path of a file of the cluster
 */
export type ResolveConfig = (file: string) => ResolvedConfig;

/**
 * The rules of a run, those of plugins among them, and what configurations say of them. It can only be had for the files that
 * the run is about, once their configurations are resolved: before that, the rules of plugins that they name are not known.
 */
export interface InForce {
  readonly rules: readonly Rule[];
  readonly resolveConfig: ResolveConfig;
}
