/** CloudNativePG: `spec.postgresql` of a `Cluster`, with what the operator puts before and after it. */
import type { Major } from '../../../catalog/majors.js';
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
import { idOf, type ManifestObject, objectsOfKind } from '../manifest.js';
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
  objectsOfKind(trees, /^postgresql\.(?:cnpg\.io|k8s\.enterprisedb\.io)\//, 'Cluster').flatMap(
    (found) => clusterOf(found, path) ?? [],
  );

function clusterOf(found: ManifestObject, path: string): CarriedCluster | undefined {
  const { tree, object } = found;
  const spec = tree.at(object, 'spec');
  const settings = tree.at(spec, 'postgresql');
  const told = ['parameters', 'pg_hba', 'pg_ident'].some((name) =>
    tree.entries(settings).some((one) => one.name === name),
  );
  const annotation = tree.at(object, 'metadata', 'annotations', 'cnpg.io/skipWalArchiving');
  const isReplica = tree.text(tree.at(spec, 'replica', 'enabled')) === 'true';
  const archiveMode = tree.text(annotation) === 'enabled' ? 'off' : isReplica ? 'always' : 'on';
  const podSelectors = tree
    .items(tree.at(spec, 'podSelectorRefs'))
    .flatMap((one) => tree.text(tree.at(one, 'name')) ?? []);
  const ofOperator = { ...majorOf(tree, spec), archiveMode, podSelectors };
  const cluster = told ? clusterOfSettings(tree, settings, ofOperator) : undefined;
  return cluster && { name: idOf(found), ...cluster, container: containerOf(tree, spec, path) };
}

/** What is told beside `postgresql`. */
export interface ToldOfCluster {
  major: Major | undefined;
  source: string;
  archiveMode: string;
  /** Libraries that come before those of the list. */
  libraries?: readonly string[];
  /** What `podSelectorRefs` names. */
  podSelectors?: readonly string[];
}

/**
 * What the map `postgresql` of a manifest, or of values that become one, is to the server.
 *
 * @returns undefined where there is no such map
 */
export function clusterOfSettings(
  tree: YamlTree,
  settings: Value | undefined,
  { major, source, archiveMode, libraries = [], podSelectors = [] }: ToldOfCluster,
): Omit<CarriedCluster, 'name'> | undefined {
  const anchor = settings?.node.range?.[0];
  if (anchor === undefined) return undefined;
  const around = {
    above: settingLines({ ...defaults, ...librariesOf(tree, settings, libraries) }),
    below: settingLines({ ...mandatory, archive_mode: archiveMode }),
    anchor,
  };
  const parameters = tree.at(settings, 'parameters');
  const texts = [
    settingMaps(tree, [{ map: parameters, render }], around, true),
    records(tree, settings, anchor, major, podSelectors),
    recordList(tree, 'ident', tree.at(settings, 'pg_ident'), { above: mappingsAbove, anchor }),
  ].filter((text) => text !== undefined);
  return {
    extent: 'extended',
    texts,
    isContainer: true,
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
export function majorOf(tree: YamlTree, spec: Value | undefined): Pick<ToldOfCluster, 'major' | 'source'> {
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
function librariesOf(tree: YamlTree, settings: Value | undefined, first: readonly string[]): Record<string, string> {
  const own = tree.items(tree.at(settings, 'shared_preload_libraries')).flatMap((item) => tree.text(item) ?? []);
  const names = tree.entries(tree.at(settings, 'parameters')).map(({ name }) => name);
  const managed = managedLibraries.filter((library) => names.some((name) => name.startsWith(`${library}.`)));
  return { shared_preload_libraries: [...new Set([...first, ...own, ...managed])].join(',') };
}

/** The record for LDAP, and what comes after, is not known in full: then nothing is said of what follows. */
function records(
  tree: YamlTree,
  settings: Value | undefined,
  anchor: number,
  major: number | undefined,
  podSelectors: readonly string[],
): CarriedText | undefined {
  const below = tree.at(settings, 'ldap') === undefined ? recordBelow(major) : '';
  const text = recordList(tree, 'hba', tree.at(settings, 'pg_hba'), { above: recordsAbove, below, anchor });
  if (text === undefined) return undefined;
  const remarks = [
    ...(text.remarks ?? []),
    ...filledIn(text, podSelectors),
    ...(below === '' ? [] : openEnd(text, below)),
  ];
  return { ...text, remarks };
}

/** pkg/postgres/hba/hba.go, ExpandLine: the addresses of the pods come in the place of a reference. */
function filledIn({ text }: CarriedText, podSelectors: readonly string[]): Remark[] {
  return [...text.matchAll(/\$\{podselector:([^}]+)\}/g)].flatMap(({ 0: reference, 1: name, index }) =>
    podSelectors.includes(name!) ? [{ about: 'filled-in', data: {}, start: index, end: index + reference.length }] : [],
  );
}

/** The operator’s last record lets everybody try, whatever the list says before. */
function openEnd(text: CarriedText, below: string): Remark[] {
  const end = text.text.length - below.length;
  const data = { platform: 'CloudNativePG', record: below.trim() };
  return end === recordsAbove.length ? [] : [{ about: 'open-end', data, start: recordsAbove.length, end }];
}
