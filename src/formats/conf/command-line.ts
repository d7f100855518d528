import type { Major } from '../../catalog/majors.js';
import { findParameter } from '../../catalog/parameters.js';
import { readValue } from '../../values/read.js';
import type { Configuration, EffectiveSetting } from '../types.js';

/**
 * Puts what the server's command line sets over what the files set, as the server does (PGC_S_ARGV stands over PGC_S_FILE).
 * The entries of the files stay what they are.
 *
 * @param settings values by lower-case names, as a Dockerfile or Compose file has them after `-c`
 */
export function underCommandLine(
  configuration: Configuration,
  settings: Readonly<Record<string, string>>,
  target: Major,
): Configuration {
  const given = new Map(Object.entries(settings).map(([name, value]) => [name, givenSetting(name, value, target)]));
  return {
    ...configuration,
    get: (name) => given.get(name.toLowerCase()) ?? configuration.get(name),
  };
}

function givenSetting(name: string, text: string, target: Major): EffectiveSetting {
  const parameter = findParameter(name, target);
  // A variable of the shell or of Compose: nobody knows the value here.
  const value = text.includes('$') ? undefined : text;
  const reading = parameter === undefined || value === undefined ? undefined : readValue(parameter, value, target);
  const shown = parameter?.name ?? name;
  return { name: shown, parameter, value, reading, entry: undefined, overridden: [], onCommandLine: true };
}
