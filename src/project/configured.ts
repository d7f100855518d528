import { resolve } from 'node:path';
import type { FileSystem } from '../files/file-system.js';
import { nodeFileSystem } from '../files/node-file-system.js';
import { toCorePath } from '../files/paths.js';
import { SnapshotFileSystem } from '../files/snapshot-file-system.js';
import { Configuration, type Overruling } from '../linter/configuration/configuration.js';
import { type LoadModule, Supplies } from '../linter/configuration/needs.js';
import type { Rule } from '../linter/rule.js';
import { loadModule, loadTrustedModule, refuseModule } from './load-module.js';
import { ProjectError } from './project-error.js';
import { thrownAt } from './thrown-at.js';
import type { Environment } from './trusted-folders.js';

/** How a project's configuration is found. */
export interface ConfigChoice {
  /** This configuration file in place of those that are found, as a person wrote it. */
  config?: string | undefined;
  /** Whether configurations and plugins that are code may run, wherever they are. */
  allowCode?: boolean;
  /** Whether they may not, whatever folders a person trusts. */
  noCode?: boolean;
  over?: Overruling;
}

/** A project's configuration, and the way to do work with it. */
export interface Configured {
  configuration: Configuration;
  /**
   * Does work that looks configurations up; what they need is loaded meanwhile.
   *
   * @param work may be done several times, and has no effects before its end
   * @throws ProjectError for whatever a person must put right in a configuration or a rule
   */
  work<T>(work: () => T): Promise<T>;
  /** Whether code of the project, a configuration or a plugin, has been run. */
  ranCode(): boolean;
}

/**
 * Makes ready the configurations of a project.
 *
 * @param rules our own rules
 * @param surroundings tell the current folder, and where a person's own configuration is: without an environment, no folder
 *   is trusted; and the files, where they are not those of the disk
 * @throws ProjectError where the configuration that was named is no file
 */
export async function configure(
  rules: readonly Rule[],
  choice: ConfigChoice,
  { cwd, env = {}, files = nodeFileSystem }: { cwd: string; env?: Environment; files?: FileSystem | undefined },
): Promise<Configured> {
  const fileSystem: FileSystem = new SnapshotFileSystem(files);
  const only = choice.config === undefined ? undefined : toCorePath(resolve(cwd, choice.config));
  if (only !== undefined && fileSystem.kind(only) !== 'file')
    throw new ProjectError(`${choice.config} does not exist.`);
  const supplies: Supplies = new Supplies(moduleLoader(choice, env));
  const configuration = new Configuration({ fileSystem, supplies, rules, over: choice.over ?? {}, only });
  return {
    configuration,
    work: (work) => explaining(() => supplies.supply(work)),
    ranCode: () => supplies.hasModules,
  };
}

/** Code of a repository runs only where a person has said so. */
function moduleLoader({ allowCode, noCode }: ConfigChoice, env: Environment): LoadModule {
  if (noCode === true) return (path, from) => refuseModule(path, from, '--no-code forbids it');
  return allowCode === true ? loadModule : (path, from) => loadTrustedModule(path, from, env);
}

const expected = ['ConfigError', 'PresetError', 'RuleEntryError', 'OptionsError', 'RuleError', 'BaselineError'];

/** What a person can put right becomes a plain sentence with exit code 2; anything else is a defect of ours. */
async function explaining<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && expected.includes(error.name)) {
      const at = error.name === 'RuleError' ? thrownAt(error.cause ?? error) : undefined;
      const place = at === undefined ? '' : ` (${at.file}:${at.line})`;
      throw new ProjectError(`${error.message}${place}`, { cause: error });
    }
    throw error;
  }
}
