/** CloudNativePG: `spec.postgresql` of a `Cluster`, with what the operator puts before and after it. */
import { readVersion } from '../../../cluster/find/versions.js';
import type { CarriedCluster, CarriedText } from '../../../documents/carrier.js';
import type { Container } from '../../../documents/container.js';
import type { Remark } from '../../../documents/document.js';
import { isTyped } from '../../shapes/plain-types.js';
import { recordList } from '../../shapes/records.js';
import { type RenderValue, settingMaps } from '../../shapes/settings.js';
import type { Value, YamlTree } from '../../shapes/yaml.js';
import { asRequest, limitAt } from '../containers/limits.js';
import { kubernetesBytes } from '../containers/quantities.js';
import type { ReadPlatform } from '../platform.js';
import { settingLines } from '../setting-lines.js';
import {
  defaults,
  fixedParameters,
  managedLibraries,
  mandatory,
  mappingsAbove,
  recordBelow,
  recordsAbove,
} from './facts.js';

export const clustersOfCloudNativePg: ReadPlatform = ({ path, trees }) =>
  trees.flatMap((tree) => clusterOf(tree, path) ?? []);

function clusterOf(tree: YamlTree, path: string): CarriedCluster | undefined {
  const { root } = tree;
  const group = /^postgresql\.(?:cnpg\.io|k8s\.enterprisedb\.io)\//;
  if (!group.test(tree.text(tree.at(root, 'apiVersion')) ?? '')) return undefined;
  if (tree.text(tree.at(root, 'kind')) !== 'Cluster') return undefined;
  const spec = tree.at(root, 'spec');
  const settings = tree.at(spec, 'postgresql');
  const told = ['parameters', 'pg_hba', 'pg_ident'].some((name) =>
    tree.entries(settings).some((one) => one.name === name),
  );
  const anchor = told ? settings?.node.range?.[0] : undefined;
  if (anchor === undefined) return undefined;
  const { major, source } = majorOf(tree, spec);
  const around = {
    above: settingLines({ ...defaults, ...librariesOf(tree, settings) }),
    below: settingLines(enforced(tree)),
    anchor,
  };
  const parameters = tree.at(settings, 'parameters');
  const texts = [
    settingMaps(tree, [{ map: parameters, render }], around, true),
    records(tree, settings, anchor, major),
    recordList(tree, 'ident', tree.at(settings, 'pg_ident'), { above: mappingsAbove, anchor }),
  ].filter((text) => text !== undefined);
  const metadata = tree.at(root, 'metadata');
  const id = ['namespace', 'name'].flatMap((name) => tree.text(tree.at(metadata, name)) ?? []);
  return {
    name: ['Cluster', ...id].join('/'),
    extent: 'extended',
    texts,
    isContainer: true,
    container: containerOf(tree, spec, path),
    ...(major === undefined ? {} : { targets: [major], targetSource: source }),
  };
}

/** `resources`, and the sizes of the volumes; without `walStorage` the WAL is in the volume of the data. */
function containerOf(tree: YamlTree, spec: Value | undefined, path: string): Container {
  const limit = (...way: string[]) => limitAt(tree, path, spec, way, kubernetesBytes);
  const memory = limit('resources', 'limits', 'memory') ?? asRequest(limit('resources', 'requests', 'memory'));
  const storage = limit('storage', 'size');
  const walStorage = limit('walStorage', 'size');
  return {
    ...(memory === undefined ? {} : { memory }),
    ...(storage === undefined ? {} : { storage }),
    ...(walStorage === undefined ? {} : { walStorage }),
  };
}

/** cluster_funcs.go, GetPostgresqlMajorVersion: the catalog comes first, then the tag of the image. */
function majorOf(tree: YamlTree, spec: Value | undefined) {
  const inCatalog = tree.text(tree.at(spec, 'imageCatalogRef', 'major'));
  const tag = /:(\d+(?:\.\d+)?)[^/:]*$/.exec((tree.text(tree.at(spec, 'imageName')) ?? '').replace(/@.*/, ''))?.[1];
  const version = readVersion(inCatalog ?? tag ?? '');
  const source = inCatalog === undefined ? 'imageName' : 'imageCatalogRef';
  return { major: version !== undefined && 'major' in version ? version.major : undefined, source };
}

/** The webhook lets a fixed parameter pass where it is set to what the operator sets by itself. */
const render: RenderValue = (name, value, isQuoted) => {
  const own = name === 'archive_mode' ? 'on' : defaults[name];
  const data = { name, platform: 'CloudNativePG' };
  if (fixedParameters.has(name) && value !== own) return { value, isOff: true, remark: { about: 'refused', data } };
  // The custom resource definition has a map of texts: the API server refuses what YAML reads as something else.
  if (!isQuoted && isTyped(value)) return { value, remark: { about: 'not-text', data: { ...data, value } } };
  return { value };
};

/** configuration.go, setManagedSharedPreloadLibraries and setUserSharedPreloadLibraries. */
function librariesOf(tree: YamlTree, settings: Value | undefined): Record<string, string> {
  const own = tree.items(tree.at(settings, 'shared_preload_libraries')).flatMap((item) => tree.text(item) ?? []);
  const names = tree.entries(tree.at(settings, 'parameters')).map(({ name }) => name);
  const managed = managedLibraries.filter((library) => names.some((name) => name.startsWith(`${library}.`)));
  return { shared_preload_libraries: [...new Set([...own, ...managed])].join(',') };
}

/** What stands over everything that the cluster sets. */
function enforced(tree: YamlTree): Record<string, string> {
  const isReplica = tree.text(tree.at(tree.root, 'spec', 'replica', 'enabled')) === 'true';
  const skips = tree.text(tree.at(tree.root, 'metadata', 'annotations', 'cnpg.io/skipWalArchiving')) === 'enabled';
  return { ...mandatory, archive_mode: skips ? 'off' : isReplica ? 'always' : 'on' };
}

/** The record for LDAP, and what comes after, is not known in full: then nothing is said of what follows. */
function records(tree: YamlTree, settings: Value | undefined, anchor: number, major: number | undefined) {
  const below = tree.at(settings, 'ldap') === undefined ? recordBelow(major) : '';
  const text = recordList(tree, 'hba', tree.at(settings, 'pg_hba'), { above: recordsAbove, below, anchor });
  return text === undefined || below === ''
    ? text
    : { ...text, remarks: [...(text.remarks ?? []), ...openEnd(text, below)] };
}

/** The operator’s last record lets everybody try, whatever the list says before. */
function openEnd(text: CarriedText, below: string): Remark[] {
  const end = text.text.length - below.length;
  const data = { platform: 'CloudNativePG', record: below.trim() };
  return end === recordsAbove.length ? [] : [{ about: 'open-end', data, start: recordsAbove.length, end }];
}
