import type { ConfigChoice, Configured } from '../project/configured.js';
import { CommandError, type Terminal } from './command.js';

/** The options of every command that asks the project's configuration, as node:util's parseArgs takes them. */
export const configArguments = {
  config: { type: 'string' },
  'allow-code': { type: 'boolean' },
  'no-code': { type: 'boolean' },
} as const;

/** What the command line says of the configuration. */
export type AskedConfig = Omit<ConfigChoice, 'over'>;

/**
 * The values of `configArguments` as a choice.
 *
 * @throws CommandError where they contradict each other
 */
export function readConfigChoice(values: {
  config?: string;
  'allow-code'?: boolean;
  'no-code'?: boolean;
}): AskedConfig & { allowCode: boolean; noCode: boolean } {
  const [allowCode, noCode] = [values['allow-code'] === true, values['no-code'] === true];
  if (allowCode && noCode) throw new CommandError('--allow-code and --no-code exclude each other; write one of them.');
  return { config: values.config, allowCode, noCode };
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
