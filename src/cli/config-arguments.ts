import type { ConfigChoice, Configured } from '../project/configured.js';
import type { Terminal } from './command.js';

/** The options of every command that asks the project's configuration, as node:util's parseArgs takes them. */
export const configArguments = { config: { type: 'string' }, 'no-code': { type: 'boolean' } } as const;

/** The values of `configArguments` as a choice. */
export function readConfigChoice(values: { config?: string; 'no-code'?: boolean }): ConfigChoice {
  return { config: values.config, noCode: values['no-code'] === true };
}

/**
 * Makes ready the configurations of a command that runs no rules of its own choice.
 *
 * @throws ProjectError where `--config` names no file
 */
export async function configureProject(choice: ConfigChoice, terminal: Terminal): Promise<Configured> {
  const { rules } = await import('../../rules/index.js');
  const { configure } = await import('../project/configured.js');
  return configure(rules, choice, terminal);
}
