/** The file of `prove --policy`: a policy as YAML or JSON. */

import type { Policy } from '../../../access/policies/policy.js';
import { nodeFileSystem, readRegularFile } from '../../../files/node-file-system.js';
import { resolvePath, toCorePath } from '../../../files/paths.js';
import { leadsOut } from '../../../linter/configuration/bounds.js';
import { findMisfit, keysText } from '../../../linter/configuration/check.js';
import { ConfigError } from '../../../linter/configuration/config-error.js';
import { policySchema } from '../../../rule-kit/policies/policy-options.js';
import { PolicyError, readPolicy } from '../../../rule-kit/policies/proofs.js';
import { CommandError, type Terminal } from '../../command.js';

/**
 * Reads a policy.
 *
 * @param name as it was written
 * @throws CommandError with the line of the first thing that does not fit
 */
export async function readPolicyFile(name: string, terminal: Terminal): Promise<Policy> {
  const path = resolvePath(toCorePath(terminal.cwd), toCorePath(name));
  let text: string;
  // What is wrong with a file is told with its own words: those of another place are not shown through a link.
  if (leadsOut(path, path, nodeFileSystem))
    throw new CommandError(`${name} is a link that leads out of its repository or folder, and is not read.`);
  try {
    text = new TextDecoder('utf-8').decode(readRegularFile(path));
  } catch (error) {
    throw new CommandError(`${name} cannot be read: ${(error as Error).message}.`);
  }
  const { parse } = await import('../../../linter/configuration/parse-yaml.js');
  try {
    const { value, lineOf } = parse(path, text);
    const misfit = findMisfit(value, policySchema);
    if (misfit) throw new CommandError(`${name}:${lineOf(misfit.keys) ?? 1}: ${keysText(misfit.keys)} ${misfit.says}`);
    try {
      return readPolicy(value as Parameters<typeof readPolicy>[0]);
    } catch (error) {
      if (!(error instanceof PolicyError)) throw error;
      throw new CommandError(`${name}:${lineOf([...error.keys]) ?? 1}: ${error.message}`);
    }
  } catch (error) {
    // Parsers and checks go down one call a level.
    if (error instanceof RangeError) throw new CommandError(`${name} is nested too deeply to be a policy.`);
    if (!(error instanceof ConfigError)) throw error;
    throw new CommandError(error.message.replace(path, name));
  }
}
