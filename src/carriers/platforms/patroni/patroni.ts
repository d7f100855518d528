/**
 * Patroni: `bootstrap.dcs` is what a new cluster starts with, and `postgresql` what a node has for itself (patroni/config.py,
 * Config._build_effective_configuration: parameters are merged name by name, every other key is replaced as a whole).
 */

import type { CarriedCluster, CarriedText } from '../../../documents/carrier.js';
import { documentOfRecords, recordItems, recordList, writeListItem } from '../../shapes/records.js';
import { type SettingSource, settingMaps } from '../../shapes/settings.js';
import type { Value, YamlTree } from '../../shapes/yaml.js';
import { type InitdbOption, methodsOfInitdb, recordsOfInitdb } from '../initdb.js';
import type { ReadPlatform } from '../platform.js';
import { settingLines } from '../setting-lines.js';
import { defaultSettings } from './facts.js';
import { renderForPatroni } from './parameters.js';

export const clustersOfPatroni: ReadPlatform = ({ trees }) =>
  trees.flatMap((tree) => patroniCluster(tree, tree.root) ?? []);

/** Keys of which one stands beside `postgresql` in every whole configuration (patroni/validator.py, schema). */
const sections = 'scope restapi bootstrap etcd etcd3 consul zookeeper exhibitor kubernetes raft'.split(' ');

/**
 * The cluster of a configuration.
 *
 * @param root the map that is the configuration
 * @param isCertain whether what stands around it says that it is one, whole or a part
 * @returns undefined where it is not one, or sets nothing
 */
export function patroniCluster(tree: YamlTree, root: Value | undefined, isCertain = false): CarriedCluster | undefined {
  const names = new Set(tree.entries(root).map(({ name }) => name));
  const dcs = tree.at(root, 'bootstrap', 'dcs', 'postgresql');
  const local = tree.at(root, 'postgresql');
  const isWhole = tree.isMap(local) && (isCertain || sections.some((name) => names.has(name)));
  if (names.has('services') || (!isWhole && !tree.isMap(dcs))) return undefined;
  const sources: SettingSource[] = [
    { map: tree.at(dcs, 'parameters'), render: renderForPatroni('cluster') },
    { map: tree.at(local, 'parameters'), render: renderForPatroni('node') },
  ];
  const isSet = (name: string) =>
    sources.some(({ map }) => tree.entries(map).some((entry) => entry.name.toLowerCase() === name));
  const lists = [
    isSet('hba_file') ? undefined : recordsOf(tree, root, local, dcs),
    isSet('ident_file') ? undefined : recordList(tree, 'ident', listOf(tree, 'pg_ident', local, dcs)),
  ].filter((list) => list !== undefined);
  const told = settingMaps(tree, sources);
  if (told === undefined && lists.length === 0) return undefined;
  const anchor = (local ?? dcs)?.node.range?.[0];
  const above = settingLines(defaultSettings);
  const below = listenOf(tree, local) + scopeOf(tree, root);
  const conf = settingMaps(tree, sources, { above, below, ...(anchor === undefined ? {} : { anchor }) });
  const texts = [...(conf === undefined ? [] : [conf]), ...lists];
  return { name: 'patroni', extent: 'extended', texts };
}

/** The list that counts: the node’s own one, even where it is empty or nothing, else that of the cluster. */
function listOf(tree: YamlTree, name: string, local: Value | undefined, dcs: Value | undefined): Value | undefined {
  return tree.at(tree.entries(local).some((entry) => entry.name === name) ? local : dcs, name);
}

/**
 * The records. Without a list initdb’s file stays, at whose end Patroni writes the records of `bootstrap.pg_hba`, once, on the
 * node that makes the cluster (ConfigHandler.append_pg_hba); beside a list those count for nothing.
 */
function recordsOf(
  tree: YamlTree,
  root: Value | undefined,
  local: Value | undefined,
  dcs: Value | undefined,
): CarriedText | undefined {
  const items = recordItems(tree, listOf(tree, 'pg_hba', local, dcs));
  const bootstrap = tree.at(root, 'bootstrap');
  const appended = recordItems(tree, tree.at(bootstrap, 'pg_hba'));
  if (items.length === 0) {
    const above = recordsOfInitdb(methodsOfInitdb(optionsOf(tree, tree.at(bootstrap, 'initdb'))));
    return documentOfRecords(tree, 'hba', appended, writeListItem, { above });
  }
  const ignored = appended.map((item, index) => ({
    ...item,
    isOff: true,
    remark: index === 0 ? unusedRecords : undefined,
  }));
  const all = [...items, ...ignored].sort((a, b) => a.at.start - b.at.start);
  return documentOfRecords(tree, 'hba', all, writeListItem);
}

const unusedRecords = {
  about: 'ignored' as const,
  data: {
    name: 'bootstrap.pg_hba',
    platform: 'Patroni',
    why: 'postgresql.pg_hba is set, which takes its place',
    what: 'Write the records there.',
  },
};

/** bootstrap.py, process_user_options: flags, and maps of names and values, in a list or in one map. */
function optionsOf(tree: YamlTree, options: Value | undefined): InitdbOption[] {
  return [options, ...tree.items(options)].flatMap((one) =>
    tree.entries(one).flatMap(({ name, value }): InitdbOption[] => {
      const method = tree.text(value);
      if (method === undefined) return [];
      if (name === 'auth') return [{ of: 'both', method }];
      return name === 'auth-local' || name === 'auth-host'
        ? [{ of: name === 'auth-host' ? 'host' : 'local', method }]
        : [];
    }),
  );
}

/** utils.py, split_host_port: the only source of listen_addresses and port. What stands after the last colon is the port. */
function listenOf(tree: YamlTree, local: Value | undefined): string {
  const listen = tree.text(tree.at(local, 'listen')) ?? '';
  const colon = listen.lastIndexOf(':');
  const addresses = colon === -1 ? listen : listen.slice(0, colon);
  const port = colon === -1 ? '5432' : listen.slice(colon + 1);
  if (addresses === '' || /[{}$]/.test(listen) || !/^\d+$/.test(port)) return '';
  const bare = addresses.split(',').map((address) => address.trim().replace(/^[[\]]+|[[\]]+$/g, ''));
  return settingLines({ listen_addresses: addresses.includes(':') ? bare.join(',') : addresses, port });
}

function scopeOf(tree: YamlTree, root: Value | undefined): string {
  const scope = tree.text(tree.at(root, 'scope'));
  return scope === undefined ? '' : settingLines({ cluster_name: scope });
}
