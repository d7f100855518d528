import { resolve } from 'node:path';
import type { FileSystem } from '../files/file-system.js';
import { nodeFileSystem } from '../files/node-file-system.js';
import { toCorePath } from '../files/paths.js';
import { SnapshotFileSystem } from '../files/snapshot-file-system.js';
import { Configuration, type Overruling } from '../linter/configuration/configuration.js';
import { Supplies } from '../linter/configuration/needs.js';
import type { Rule } from '../linter/rule.js';
import { CommandError, type Terminal } from './command.js';
import { forbidModules, loadModule } from './load-module.js';
import { thrownAt } from './thrown-at.js';

/** How a command finds its configuration. */
export interface ConfigChoice {
  /** `--config FILE`. */
  config?: string | undefined;
  /** `--no-code`. */
  noCode?: boolean;
  over?: Overruling;
}

/** A command's configuration, and the way to do work with it. */
export interface Configured {
  configuration: Configuration;
  /**
   * Does work that looks configurations up; what they need is loaded meanwhile.
   *
   * @param work may be done several times, and has no effects before its end
   * @throws CommandError for whatever a person must put right in a configuration or a rule
   */
  work<T>(work: () => T): Promise<T>;
  /** Whether code of the project, a configuration or a plugin, has been run. */
  ranCode(): boolean;
}

/** The options of every command that asks the project's configuration, as node:util's parseArgs takes them. */
export const configArguments = { config: { type: 'string' }, 'no-code': { type: 'boolean' } } as const;

/** The values of `configArguments` as a choice. */
export function readConfigChoice(values: { config?: string; 'no-code'?: boolean }): ConfigChoice {
  return { config: values.config, noCode: values['no-code'] === true };
}

/**
 * Makes ready the configurations of a command that runs no rules of its own choice.
 *
 * @throws CommandError where `--config` names no file
 */
export async function configureProject(choice: ConfigChoice, terminal: Terminal): Promise<Configured> {
  const { rules } = await import('../../rules/index.js');
  return configure(rules, choice, terminal);
}

/**
 * Makes ready the configurations of a command.
 *
 * @param rules the project's own rules
 * @throws CommandError where `--config` names no file
 */
export async function configure(
  rules: readonly Rule[],
  choice: ConfigChoice,
  terminal: Pick<Terminal, 'cwd'>,
): Promise<Configured> {
  const fileSystem: FileSystem = new SnapshotFileSystem(nodeFileSystem);
  const only = choice.config === undefined ? undefined : toCorePath(resolve(terminal.cwd, choice.config));
  if (only !== undefined && fileSystem.kind(only) !== 'file')
    throw new CommandError(`${choice.config} does not exist.`);
  const supplies: Supplies = new Supplies(choice.noCode === true ? forbidModules : loadModule);
  const configuration = new Configuration({ fileSystem, supplies, rules, over: choice.over ?? {}, only });
  return {
    configuration,
    work: (work) => explaining(() => supplies.supply(work)),
    ranCode: () => supplies.hasModules,
  };
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
      throw new CommandError(`${error.message}${place}`, { cause: error });
    }
    throw error;
  }
}
