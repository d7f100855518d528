/** What is in force, as rules ask for it. */
import { extensionParameter } from '../../catalog/parameters.js';
import type { Cluster } from '../../cluster/types.js';
import type { Report, RuleContext } from '../../linter/rule.js';
import { writeNumber } from '../../values/format.js';
import { splitParameter } from '../../values/lists/parameters.js';
import { readValue } from '../../values/read.js';
import { setSetting } from '../edits/settings.js';
import { settingPlace } from './setting-places.js';

/**
 * The value in force for a parameter: a bool, a number in the base unit, or a text.
 *
 * @param name the parameter
 * @returns undefined where the target has no such parameter, the value is refused (another rule says so), or files
 *   alone cannot tell
 */
export function valueInForce(cluster: Cluster, name: string): boolean | number | string | undefined {
  const { parameter, reading, value } = cluster.configuration.get(name);
  if (parameter === undefined && name.includes('.')) return extensionValue(cluster, name, value);
  return parameter === undefined || reading === undefined || reading.ok === false ? undefined : reading.value;
}

/** A parameter of a library that the catalog knows, whether or not the library is loaded. */
function extensionValue(
  cluster: Cluster,
  name: string,
  text: string | undefined,
): boolean | number | string | undefined {
  const parameter = extensionParameter(name, cluster.target);
  const inForce = text ?? parameter?.default;
  if (parameter === undefined || inForce === undefined) return undefined;
  const reading = readValue(parameter, inForce, cluster.target);
  return reading.ok === false ? undefined : reading.value;
}

/** As valueInForce, for texts and enums; undefined for other types. */
export function textInForce(cluster: Cluster, name: string): string | undefined {
  const value = valueInForce(cluster, name);
  return typeof value === 'string' ? value : undefined;
}

/**
 * The elements of a list parameter in force (`shared_preload_libraries`), as the server takes it apart.
 *
 * @returns undefined too where the list is malformed: another rule says so
 */
export function listInForce(cluster: Cluster, name: string): string[] | undefined {
  const text = textInForce(cluster, name);
  return text === undefined ? undefined : splitParameter(name, text, cluster.target);
}

/**
 * A parameter's value for messages: as the file has it, or the target's default with its unit (`4GB`, not 524288 blocks).
 *
 * @returns an empty text where neither is known
 */
export function shownValue(cluster: Cluster, name: string): string {
  const { entry, parameter, reading, value } = cluster.configuration.get(name);
  if (entry !== undefined || parameter === undefined || !reading?.ok || typeof reading.value !== 'number') {
    return value ?? '';
  }
  return writeNumber(parameter, reading.value);
}

/** Whether a file sets a parameter: rules have a message for each, `set` and `default`. */
export function provenance(cluster: Cluster, name: string): 'set' | 'default' {
  return cluster.configuration.get(name).entry === undefined ? 'default' : 'set';
}

/** What a rule says of a parameter, and what would be right. */
export interface SettingReport {
  messageId: string;
  /** See Report; the parameter where it is left out. */
  parts?: readonly string[];
  data?: Record<string, string | number>;
  related?: Report['related'];
  relatedInFile?: Report['relatedInFile'];
  /** The value that would be right, as the file is to show it (quotes included). */
  right?: { value: string; title?: string; as: 'safe' | 'unsafe' | 'suggestion' };
}

/**
 * Reports a parameter where it is set or, where no file sets it, once in the cluster's main file; with the change that
 * puts the right value in force. Says nothing where no place is sensible: see settingPlace.
 */
export function reportSetting(context: RuleContext, name: string, said: SettingReport): void {
  const at = settingPlace(context.cluster, name);
  if (at === undefined) return;
  const { messageId, parts = [name], data, related, relatedInFile, right } = said;
  const report: Report = { messageId, parts, data, at, related, relatedInFile };
  const edits = right === undefined ? undefined : setSetting(context.cluster, name, right.value);
  if (right !== undefined && edits !== undefined) {
    const title = right.title ?? `Set ${name} = ${right.value}`;
    if (right.as === 'suggestion') report.suggestions = [{ title, edits }];
    else report.fix = { title, safety: right.as, changes: [name], edits };
  }
  context.report(report);
}
