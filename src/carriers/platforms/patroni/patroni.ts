/**
 * Patroni: `bootstrap.dcs` is what a new cluster starts with, and `postgresql` what a node has for itself (patroni/config.py,
 * Config._build_effective_configuration: parameters are merged name by name, every other key is replaced as a whole).
 */

import { majors } from '../../../catalog/majors.js';
import { findParameter } from '../../../catalog/parameters.js';
import type { CarriedCluster, CarriedText } from '../../../documents/carrier.js';
import type { AuthKind } from '../../../syntax/nodes.js';
import { quoteValue } from '../../../values/quote.js';
import { readValue } from '../../../values/read.js';
import { recordList } from '../../shapes/records.js';
import { type RenderValue, type SettingSource, settingMaps } from '../../shapes/settings.js';
import type { Value, YamlTree } from '../../shapes/yaml.js';
import type { ReadPlatform } from '../platform.js';
import { defaultNames, onCommandLine } from './facts.js';
import { pythonText } from './python.js';

export const clustersOfPatroni: ReadPlatform = ({ trees }) => trees.flatMap((tree) => clusterOf(tree) ?? []);

/** Keys of which one stands beside `postgresql` in every whole configuration (patroni/validator.py, schema). */
const sections = 'scope restapi bootstrap etcd etcd3 consul zookeeper exhibitor kubernetes raft'.split(' ');

function clusterOf(tree: YamlTree): CarriedCluster | undefined {
  const { root } = tree;
  const names = new Set(tree.entries(root).map(({ name }) => name));
  const dcs = tree.at(root, 'bootstrap', 'dcs', 'postgresql');
  const local = tree.at(root, 'postgresql');
  const isWhole = tree.isMap(local) && sections.some((name) => names.has(name));
  if (names.has('services') || (!isWhole && !tree.isMap(dcs))) return undefined;
  const sources: SettingSource[] = [
    { map: tree.at(dcs, 'parameters'), render: render(false) },
    { map: tree.at(local, 'parameters'), render: render(true) },
  ];
  const isSet = (name: string) =>
    sources.some(({ map }) => tree.entries(map).some((entry) => entry.name.toLowerCase() === name));
  const lists = (['hba', 'ident'] as const).flatMap(
    (kind) => recordsOf(tree, kind, local, dcs, isSet(`${kind}_file`)) ?? [],
  );
  const told = settingMaps(tree, sources);
  if (told === undefined && lists.length === 0) return undefined;
  const anchor = (local ?? dcs)?.node.range?.[0];
  const above = defaultNames.map((name) => line(name, onCommandLine[name]!.value)).join('');
  const below = listenOf(tree, local) + scopeOf(tree);
  const conf = settingMaps(tree, sources, { above, below, ...(anchor === undefined ? {} : { anchor }) });
  const texts = [...(conf === undefined ? [] : [conf]), ...lists];
  return { name: 'patroni', extent: 'extended', texts };
}

/**
 * The list that counts: the node’s own one, else that of the cluster. Without any, initdb’s file stays, of which the records
 * of `bootstrap.pg_hba` are only a part (ConfigHandler.append_pg_hba), and so nothing is said.
 */
function recordsOf(
  tree: YamlTree,
  kind: Extract<AuthKind, 'hba' | 'ident'>,
  local: Value | undefined,
  dcs: Value | undefined,
  hasFile: boolean,
): CarriedText | undefined {
  if (hasFile) return undefined;
  const lists = [tree.at(local, `pg_${kind}`), tree.at(dcs, `pg_${kind}`)];
  return recordList(
    tree,
    kind,
    lists.find((list) => tree.items(list).length > 0),
  );
}

/** config.py, split_host_port: the only source of listen_addresses and port. */
function listenOf(tree: YamlTree, local: Value | undefined): string {
  const [, addresses, port] = /^(.*?)(?::(\d+))?$/.exec(tree.text(tree.at(local, 'listen')) ?? '') ?? [];
  if (addresses === undefined || addresses === '' || /[{}$]/.test(addresses)) return '';
  return line('listen_addresses', addresses.replace(/^\[(.*)\]$/, '$1')) + line('port', port ?? '5432');
}

function scopeOf(tree: YamlTree): string {
  const scope = tree.text(tree.at(tree.root, 'scope'));
  return scope === undefined ? '' : line('cluster_name', scope);
}

function line(name: string, value: string): string {
  return `${name} = ${quoteValue(value)}\n`;
}

const platform = 'Patroni';

/** Whether every major that knows a parameter refuses a value; Patroni looks at all but texts (validator.py, String). */
function isRefused(name: string, value: string): boolean {
  const readings = majors.flatMap((major) => {
    const parameter = findParameter(name, major);
    return parameter === undefined || parameter.type === 'string' ? [] : readValue(parameter, value, major);
  });
  return readings.length > 0 && readings.every(({ ok }) => ok === false);
}

/** patroni/config.py, Config._process_postgresql_parameters; validator.py, transform_postgresql_parameter_value. */
function render(isLocal: boolean): RenderValue {
  return (name, text, isQuoted) => {
    const value = isQuoted ? text : pythonText(text);
    if (value === undefined) return undefined;
    const known = onCommandLine[name.toLowerCase()];
    const off = (why: string, what: string) =>
      ({ value, isOff: true, remark: { about: 'ignored', data: { name, platform, why, what } } }) as const;
    if (known?.isFixed === true) return off(`it sets ${name} by itself`, 'Remove the line.');
    if (known !== undefined && isLocal)
      return off(
        'it takes it from the configuration of the whole cluster only',
        'Set it in bootstrap.dcs, or with patronictl edit-config.',
      );
    if (known?.least !== undefined && Number(value) < known.least)
      return off(`${value} is less than ${known.least}, so ${known.value} counts`, `Write ${known.least} or more.`);
    if (name.toLowerCase() === 'wal_level' && value === 'minimal')
      return off('minimal is less than replication needs, so replica counts', 'Write replica or logical.');
    // get_server_parameters: for servers from 13 on it becomes wal_keep_size.
    if (name.toLowerCase() === 'wal_keep_segments') return { value, isOff: true };
    // A server tells Patroni which parameters it knows, and those of libraries have a dot.
    const isUnknown = !name.includes('.') && majors.every((major) => findParameter(name, major) === undefined);
    if (!isUnknown && isRefused(name, value))
      return off(
        `${value} is not a value of it, so its default or the nearest number counts`,
        'Write a value that the server accepts.',
      );
    return isUnknown ? off('no server knows it', 'Write the name as the server has it.') : { value };
  };
}
