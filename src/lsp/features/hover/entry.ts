import { historyOf } from '../../../catalog/history.js';
import { majorsText } from '../../../catalog/majors.js';
import { extensionParameter, findParameter, parametersOf } from '../../../catalog/parameters.js';
import type { Parameter } from '../../../catalog/types.js';
import type { Cluster, ConfEntry, EffectiveSetting } from '../../../cluster/types.js';
import { baseNameOf } from '../../../files/paths.js';
import { nearest } from '../../../linter/nearest.js';
import type { ConfSyntaxError, ConfToken, Setting } from '../../../syntax/nodes.js';
import { LineTable } from '../../../syntax/positions.js';
import { describeNumber } from '../../../values/format.js';
import { parameterText } from '../../../values/parameter-text.js';
import type { FileView } from '../../workspace/workspace.js';
import { code, type Explanation, prose, touches } from './explanation.js';

/** What a setting is about, what is in force, and where that is set; on its value, what the value means. */
export async function hoverOfEntry({ file, cluster }: FileView, offset: number): Promise<Explanation | undefined> {
  if (file.tree.kind !== 'conf') return undefined;
  const line = file.tree.lines.find((one) => touches(one, offset));
  if (line === undefined) return commentedDefault(file.text, cluster, offset);
  if (line.type === 'ConfInclude') {
    const { start, end, directive } = line;
    return { start, end, text: includeText(directive) };
  }
  const { name } = line;
  if (name === undefined) return undefined;
  const entry = cluster.configuration.entries.find((one) => one.node === line);
  return explain(name, line, entry, cluster);
}

async function explain(
  name: ConfToken,
  line: Setting | ConfSyntaxError,
  entry: ConfEntry | undefined,
  cluster: Cluster,
): Promise<Explanation> {
  const { start, end } = line;
  const parameter = findParameter(name.value, cluster.target) ?? extensionParameter(name.value, cluster.target);
  if (parameter === undefined) return { start, end, text: unknownText(name.value, cluster) };
  const parts = [await parameterText(parameter, cluster.target)];
  const meaning = entry === undefined ? undefined : meaningOf(entry);
  if (meaning !== undefined) parts.unshift(meaning);
  const inForce = inForceText(cluster.configuration.get(name.value), entry, cluster);
  if (inForce !== undefined) parts.push(inForce);
  return { start, end, text: parts.join('\n\n') };
}

/** `16384 = 128 MB`: what a number means to the server, where that is not what it looks like. */
export function meaningOf({ parameter, reading, value }: ConfEntry): string | undefined {
  if (reading === undefined) return undefined;
  if (reading.ok === false) return prose(reading.message);
  if (reading.ok === undefined) return `Whether a server takes it: ${prose(reading.reason)}`;
  if (typeof reading.value === 'number' && parameter !== undefined) {
    const readable = describeNumber(parameter, reading.value);
    return sameWords(readable, value) ? undefined : `${code(value)} = ${readable}`;
  }
  return sameWords(reading.canonical, value) ? undefined : `${code(value)} means ${code(reading.canonical)}`;
}

function sameWords(left: string, right: string): boolean {
  return left.replace(/\s/g, '').toLowerCase() === right.replace(/\s/g, '').toLowerCase();
}

function inForceText(setting: EffectiveSetting, entry: ConfEntry | undefined, cluster: Cluster): string | undefined {
  if (setting.entry === undefined) return undefined;
  if (setting.entry === entry) {
    const lost = setting.overridden;
    if (lost.length === 0) return undefined;
    return `In force. It overrides ${lost.map((one) => placeText(one, cluster)).join(', ')}.`;
  }
  return `**Not in force here**: ${placeText(setting.entry, cluster)} sets ${code(setting.entry.value)}.`;
}

/** `line 12` of the same file is enough for people; another file is named. */
export function placeText(entry: ConfEntry, _cluster: Cluster): string {
  return prose(`${baseNameOf(entry.file.path)}:${entry.line}`);
}

function unknownText(name: string, cluster: Cluster): string {
  const history = historyOf(name);
  if (history === undefined) {
    if (name.includes('.'))
      return `${code(name)} is a custom parameter: a library may define it; servers take any value.`;
    const meant = nearest(
      name,
      [...parametersOf(cluster.target)].map((parameter) => parameter.name),
    );
    const advice = meant === undefined ? '' : ` Did you mean ${code(meant)}?`;
    return `PostgreSQL ${cluster.target} knows no parameter ${code(name)}.${advice}`;
  }
  const known = knownText(history.since, history.until, history.removedIn);
  const advice = history.advice === undefined ? '' : `\n\n${history.advice}`;
  return `**${history.name}** is not known to PostgreSQL ${cluster.target}: ${known}.${advice}`;
}

function knownText(since: number | undefined, until: number | undefined, removedIn: string | undefined): string {
  if (since !== undefined && until === undefined) return `it came with ${since}`;
  if (removedIn !== undefined) return `${removedIn} removed it`;
  return until === undefined ? `no major from ${majorsText} has it` : `the last major that had it was ${until}`;
}

/** A parameter in a comment such as `#work_mem = 4MB`. */
async function commentedDefault(text: string, cluster: Cluster, offset: number): Promise<Explanation | undefined> {
  const table = new LineTable(text);
  const lineStart = table.startOfLine(table.positionAt(offset).line);
  const match = /^[ \t]*#[ \t]*([A-Za-z_][\w.]*)[ \t]*=/.exec(text.slice(lineStart, lineStart + 200));
  const parameter: Parameter | undefined =
    match === null
      ? undefined
      : (findParameter(match[1]!, cluster.target) ?? extensionParameter(match[1]!, cluster.target));
  if (match === null || parameter === undefined) return undefined;
  const start = lineStart + match[0].indexOf(match[1]!);
  const setting = cluster.configuration.get(parameter.name);
  const parts = [await parameterText(parameter, cluster.target)];
  if (setting.entry !== undefined) {
    parts.push(`In force: ${code(setting.entry.value)}, set in ${placeText(setting.entry, cluster)}.`);
  }
  return { start, end: start + match[1]!.length, text: parts.join('\n\n') };
}

function includeText(directive: string): string {
  if (directive === 'include_dir') {
    return '**include_dir**: every file of the folder whose name ends in `.conf` is read here, in the order of the bytes of their names; names that start with a dot are left out.';
  }
  if (directive === 'include_if_exists') return '**include_if_exists**: the file is read here, where it exists.';
  return '**include**: the file is read here; without it the configuration is refused.';
}
