import type { ConfigChoice, Configured } from '../project/configured.js';
import { CommandError, type Terminal } from './command.js';
import type { Options } from './options.js';

/** The options of every command that asks the project's configuration. */
export const configOptions = {
  config: { value: 'FILE', text: 'this configuration file in place of those that are found' },
  'allow-code': { text: 'run configurations and plugins that are code; the default refuses them' },
  'no-code': { text: 'refuse them in folders that you trust, too' },
} as const satisfies Options;

/** What the command line says of the configuration. */
export type AskedConfig = Omit<ConfigChoice, 'over'>;

/**
 * The values of `configOptions` as a choice.
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
