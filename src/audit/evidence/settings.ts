import type { LibraryRequirement, SettingRequirement, ValueTest } from '../../catalog/benchmarks/types.js';
import type { Cluster } from '../../cluster/types.js';
import { hasLibrary, preloadedLibraries } from '../../rule-kit/settings/libraries.js';
import { hasEscape } from '../../rule-kit/settings/line-prefix.js';
import { recordedClasses } from '../../rule-kit/settings/pgaudit.js';
import { shownValue, valueInForce } from '../../rule-kit/settings/settings.js';
import { parseConnectionString } from '../../values/conninfo.js';
import { splitParameter } from '../../values/lists/parameters.js';
import { testText } from './texts.js';
import type { Sighting, Verdict } from './verdict.js';

/** Judges the value in force of one parameter. */
export function judgeSetting({ setting, must }: SettingRequirement, cluster: Cluster): Verdict {
  const { parameter } = cluster.configuration.get(setting);
  if (parameter === undefined && !setting.includes('.'))
    return { result: 'unmet', seen: [{ text: `PostgreSQL ${cluster.target} has no ${setting}` }] };
  const value = valueInForce(cluster, setting);
  if (value === undefined) {
    return { result: 'unknown', seen: [], reason: `what ${setting} is in force is not known from the files` };
  }
  const seen = sightingOf(cluster, setting);
  if (passes(setting, value, must, cluster)) return { result: 'met', seen: [seen] };
  return { result: 'unmet', seen: [{ ...seen, text: `${seen.text}; ${testText(must, cluster.target)} is asked for` }] };
}

/** Judges whether one of some libraries is loaded when the server starts. */
export function judgeLibrary({ library }: LibraryRequirement, cluster: Cluster, more: readonly string[]): Verdict {
  const loaded = preloadedLibraries(cluster);
  if (loaded === undefined)
    return { result: 'unknown', seen: [], reason: 'which libraries are loaded is not known from the files' };
  const seen = sightingOf(cluster, 'shared_preload_libraries');
  if (hasLibrary(loaded, [...library, ...more])) return { result: 'met', seen: [seen] };
  return { result: 'unmet', seen: [{ ...seen, text: `${seen.text}; ${library.join(' or ')} is not in it` }] };
}

/** `log_connections = on` and where it is set, or that it is the default. */
export function sightingOf(cluster: Cluster, setting: string): Sighting {
  const { entry } = cluster.configuration.get(setting);
  const shown = withoutSecrets(setting, shownValue(cluster, setting) || String(valueInForce(cluster, setting) ?? ''));
  const text = `${setting} = ${/^[^\s',]+$/.test(shown) ? shown : `'${shown.replaceAll("'", "''")}'`}`;
  const about = setting;
  if (entry === undefined) return { text: `${text} (the default of PostgreSQL ${cluster.target})`, about };
  return { text, file: entry.file.path, line: entry.line, about };
}

/** A connection string can hold a password: only what a control asks about it is shown. */
function withoutSecrets(setting: string, value: string): string {
  if (!/conninfo$/.test(setting) || value === '') return value;
  const connection = parseConnectionString(value);
  const told = ['host', 'user', 'sslmode'].flatMap((name) => {
    const part = connection?.get(name);
    return part === undefined ? [] : [`${name}=${part}`];
  });
  return [...told, '…'].join(' ');
}

function passes(setting: string, value: boolean | number | string, test: ValueTest, cluster: Cluster): boolean {
  const text = typeof value === 'boolean' ? (value ? 'on' : 'off') : value;
  if (test === 'judged') return true;
  if (test === 'filled') return text !== '';
  if (test === 'above zero') return Number(text) > 0;
  const list = splitParameter(setting, String(text), cluster.target)?.map((element) => element.toLowerCase()) ?? [];
  if (test === 'outside') return /^(?:\/|[a-z]:[\\/])/i.test(String(text));
  if (test === 'chosen addresses') return !list.some((address) => ['*', '0.0.0.0', '::'].includes(address));
  if (test === 'utc')
    return /^(?:(?:etc\/)?(?:utc|gmt|uct|universal|zulu)|(?:etc\/)?gmt[+-]?0|greenwich)$/i.test(String(text));
  if ('is' in test)
    return test.is.some((one) =>
      typeof one === 'number' ? one === text : one.toLowerCase() === String(text).toLowerCase(),
    );
  if ('lists' in test) return test.lists.every((one) => list.includes(one));
  if ('listsOneOf' in test) return test.listsOneOf.some((one) => list.includes(one));
  if ('escapes' in test) return test.escapes.every((group) => hasEscape(String(text), group));
  if ('classes' in test) return test.classes.every((name) => recordedClasses(list).has(name));
  return logsConnections(list, test.connections, cluster);
}

/** What `on` means since 18, where the parameter became a list (guc_tables.c, check_log_connections). */
const meaningOfOn = ['receipt', 'authentication', 'authorization'];
const aspects = [...meaningOfOn, 'setup_durations'];

function logsConnections(list: readonly string[], wanted: readonly string[], { target }: Cluster): boolean {
  if (target < 18) return list.length === 1 && list[0] === 'on';
  const logged = list.flatMap((word) => {
    if (word === 'all') return aspects;
    return ['on', 'true', 'yes', '1'].includes(word) ? meaningOfOn : [word];
  });
  return wanted.flatMap((one) => (one === 'all' ? aspects : [one])).every((one) => logged.includes(one));
}
