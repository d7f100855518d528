/**
 * A configuration of Patroni in a variable of the environment: SPILO_CONFIGURATION of the image Spilo, which puts it over its
 * own template, and PATRONI_CONFIGURATION, which Spilo takes where the other is missing (configure_spilo.py, main).
 */
import type { CarriedCluster } from '../../../documents/carrier.js';
import { nestedClusters } from '../../shapes/nested.js';
import { recordList } from '../../shapes/records.js';
import { type RenderValue, type SettingSource, settingMaps } from '../../shapes/settings.js';
import type { Value, YamlTree } from '../../shapes/yaml.js';
import { defaultSettings } from '../patroni/facts.js';
import { renderForPatroni } from '../patroni/parameters.js';
import { patroniCluster } from '../patroni/patroni.js';
import type { ReadPlatform } from '../platform.js';
import { settingLines } from '../setting-lines.js';
import { clusterSettings, namesOfNodes, nodeSettings, recordsOfSpilo } from './facts.js';
import { loginsOfSpilo, withOwnLogins } from './own-logins.js';

export const clustersOfSpilo: ReadPlatform = ({ trees }) =>
  trees.flatMap((tree) => variablesIn(tree, tree.root, '', 0).flatMap((variable) => clustersOf(tree, variable)));

/** A variable, with what is set beside it. */
interface Variable {
  name: string;
  value: Value;
  /** Names of maps and objects on the way to it. */
  path: string;
  others: Readonly<Record<string, string>>;
}

const names = /^(?:SPILO|PATRONI)_CONFIGURATION$/;

/** Variables as maps have them (Compose), and as lists of names and values (Kubernetes). */
function variablesIn(tree: YamlTree, value: Value | undefined, path: string, depth: number): Variable[] {
  if (value === undefined || depth > 24) return [];
  if (tree.isMap(value)) {
    const entries = tree.entries(value);
    return entries.flatMap((entry) =>
      names.test(entry.name) && entry.value !== undefined
        ? [{ name: entry.name, value: entry.value, path, others: textsOf(tree, entries) }]
        : variablesIn(tree, entry.value, `${path}${entry.name}/`, depth + 1),
    );
  }
  const items = tree.items(value);
  const pairs = items.flatMap((item) => {
    const name = tree.text(tree.at(item, 'name'));
    return name === undefined ? [] : { name, value: tree.at(item, 'value') };
  });
  return items.flatMap((item) => {
    const name = tree.text(tree.at(item, 'name')) ?? '';
    const own = tree.at(item, 'value');
    return names.test(name) && own !== undefined
      ? [{ name, value: own, path, others: textsOf(tree, pairs) }]
      : variablesIn(tree, item, path, depth + 1);
  });
}

function textsOf(
  tree: YamlTree,
  entries: readonly { name: string; value: Value | undefined }[],
): Record<string, string> {
  return Object.fromEntries(
    entries.flatMap(({ name, value }) => {
      const text = tree.text(value);
      return text === undefined ? [] : [[name, text]];
    }),
  );
}

function clustersOf(tree: YamlTree, { name, value, path, others }: Variable): CarriedCluster[] {
  const writing = tree.writing(value);
  // Compose puts variables of its own into a text, which then is another one.
  if (writing === undefined || writing.text.includes('$')) return [];
  const isSpilo = name === 'SPILO_CONFIGURATION';
  return nestedClusters(tree, writing, (inner) => {
    const cluster = isSpilo ? clusterOfSpilo(inner, others) : patroniCluster(inner, inner.root);
    return cluster === undefined ? [] : [{ ...cluster, name: path + name }];
  });
}

function clusterOfSpilo(
  tree: YamlTree,
  { ALLOW_NOSSL = '', PAM_OAUTH2 = '', HUMAN_ROLE = 'zalandos' }: Readonly<Record<string, string>>,
): Omit<CarriedCluster, 'name'> | undefined {
  const { root } = tree;
  const dcs = tree.at(root, 'bootstrap', 'dcs', 'postgresql');
  const local = tree.at(root, 'postgresql');
  const sources: SettingSource[] = [
    { map: tree.at(dcs, 'parameters'), render: clusterSetting },
    { map: tree.at(local, 'parameters'), render: renderForPatroni('node') },
  ];
  const list = tree.at(local, 'pg_hba');
  const isTold = sources.some(({ map }) => tree.entries(map).length > 0) || tree.items(list).length > 0;
  const anchor = (local ?? dcs)?.node.range?.[0];
  if (!isTold || anchor === undefined) return undefined;
  const records = recordsOfSpilo({
    allowsPlain: ALLOW_NOSSL !== '',
    ...(PAM_OAUTH2 === '' ? {} : { pamRole: HUMAN_ROLE }),
  });
  const above = settingLines({
    ...defaultSettings,
    ...clusterSettings,
    ...nodeSettings(undefined),
    listen_addresses: '*',
  });
  const texts = [
    settingMaps(tree, sources, { above, anchor }),
    withOwnLogins(recordList(tree, 'hba', list), 'Spilo', loginsOfSpilo) ??
      recordList(tree, 'hba', undefined, { above: records, anchor }),
  ].filter((text) => text !== undefined);
  return { extent: 'extended', texts, isContainer: true };
}

/** What every node has for itself counts over the cluster’s configuration. */
const clusterSetting: RenderValue = (name, text, isQuoted) => {
  const rendered = renderForPatroni('cluster')(name, text, isQuoted);
  if (rendered === undefined || !namesOfNodes.has(name)) return rendered;
  const data = {
    name,
    platform: 'Spilo',
    why: 'every node has a value of its own, which counts over that of bootstrap.dcs',
    what: 'Set it in postgresql.parameters.',
  };
  return { value: rendered.value, isOff: true, remark: { about: 'ignored', data } };
};
