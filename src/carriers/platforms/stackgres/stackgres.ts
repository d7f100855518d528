/** StackGres: the settings of an `SGPostgresConfig`, and the records of an `SGCluster`. */
import { readVersion } from '../../../cluster/find/versions.js';
import type { CarriedCluster, CarriedText } from '../../../documents/carrier.js';
import { isTyped } from '../../shapes/plain-types.js';
import { recordList } from '../../shapes/records.js';
import { type RenderValue, settingMaps } from '../../shapes/settings.js';
import type { Value, YamlTree } from '../../shapes/yaml.js';
import { idOf, objectsOfKind } from '../manifest.js';
import { defaultSettings } from '../patroni/facts.js';
import { renderForPatroni } from '../patroni/parameters.js';
import type { ReadPlatform } from '../platform.js';
import { settingLines } from '../setting-lines.js';
import { defaultsOf, openRecord, recordsBelow, refused, tlsSettings } from './facts.js';

const group = /^stackgres\.io\//;
const platform = 'StackGres';

export const clustersOfStackGres: ReadPlatform = ({ trees }) => [
  ...objectsOfKind(trees, group, 'SGPostgresConfig').flatMap((found) => {
    const { tree, object } = found;
    const spec = tree.at(object, 'spec');
    const version = tree.text(tree.at(spec, 'postgresVersion')) ?? '';
    const cluster = clusterOfSettings(tree, tree.at(spec, 'postgresql.conf'), version);
    return cluster === undefined ? [] : [{ name: idOf(found), ...cluster }];
  }),
  ...objectsOfKind(trees, group, 'SGCluster').flatMap((found) => {
    const cluster = clusterOfRecords(found.tree, found.tree.at(found.object, 'spec'));
    return cluster === undefined ? [] : [{ name: idOf(found), ...cluster }];
  }),
];

/** The map of settings, which is one of texts in manifests and in values of the chart. */
export function clusterOfSettings(
  tree: YamlTree,
  map: Value | undefined,
  version: string,
): Omit<CarriedCluster, 'name'> | undefined {
  const told = majorOf(version, 'spec.postgresVersion');
  const above = settingLines({
    ...defaultSettings,
    ...defaultsOf(told.targets?.[0]),
    listen_addresses: 'localhost,::1',
  });
  const conf = settingMaps(tree, [{ map, render }], { above }, true);
  return conf && { extent: 'extended', texts: [conf], isContainer: true, ...told };
}

/** Patroni’s dynamic configuration: all but the records is of no account (StackGresClusterPatroniDynamicConfig.java). */
function clusterOfRecords(tree: YamlTree, spec: Value | undefined): Omit<CarriedCluster, 'name'> | undefined {
  const list = tree.at(spec, 'configurations', 'patroni', 'dynamicConfig', 'postgresql', 'pg_hba');
  const hba = recordList(tree, 'hba', list, { below: recordsBelow });
  const anchor = list?.node.range?.[0];
  if (hba === undefined || anchor === undefined) return undefined;
  const hasTls = tree.text(tree.at(spec, 'postgres', 'ssl', 'enabled')) !== 'false';
  const told = majorOf(tree.text(tree.at(spec, 'postgres', 'version')) ?? '', 'spec.postgres.version');
  const conf = settingMaps(tree, [], { above: hasTls ? settingLines(tlsSettings) : '', anchor });
  const texts = [conf, withOpenEnd(hba)].filter((text) => text !== undefined);
  return { extent: 'extended', texts, isContainer: true, ...told };
}

function withOpenEnd(text: CarriedText): CarriedText {
  const data = { platform, record: openRecord };
  return { ...text, remarks: [{ about: 'open-end', data, start: 0, end: text.text.length - recordsBelow.length }] };
}

function majorOf(version: string, targetSource: string): Pick<CarriedCluster, 'targets' | 'targetSource'> {
  const read = readVersion(version);
  return read !== undefined && 'major' in read ? { targets: [read.major], targetSource } : {};
}

/** The custom resource definition has a map of texts. */
const render: RenderValue = (name, value, isQuoted) => {
  if (refused.has(name)) return { value, isOff: true, remark: { about: 'refused', data: { name, platform } } };
  if (!isQuoted && isTyped(value)) return { value, remark: { about: 'not-text', data: { name, platform, value } } };
  return renderForPatroni('cluster', (plain) => plain)(name, value, isQuoted);
};
