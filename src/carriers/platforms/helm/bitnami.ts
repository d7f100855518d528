/**
 * Bitnami’s charts postgresql and postgresql-ha (bitnami/charts at 5165628a, templates/primary/configmap.yaml,
 * extended-configmap.yaml, and templates/postgresql/ of the other): texts that become files of the server.
 */
import { majors } from '../../../catalog/majors.js';
import { findParameter } from '../../../catalog/parameters.js';
import { readVersion } from '../../../cluster/find/versions.js';
import type { CarriedCluster, CarriedText } from '../../../documents/carrier.js';
import { kindByContent } from '../../../formats/recognize.js';
import { parseConf } from '../../../syntax/conf.js';
import { wholeFile } from '../../shapes/whole-file.js';
import type { Entry, Value, YamlTree } from '../../shapes/yaml.js';
import { auditOfBitnami } from './bitnami-audit.js';

/** Maps of the charts that have the files of a server. */
const sections = new Set(['primary', 'readReplicas', 'postgresql', 'witness']);

/** Keys of the additional file, which no other of Bitnami’s charts has, and those of a map that takes its place. */
const additional: Readonly<Record<string, string>> = {
  extendedConfiguration: 'existingExtendedConfigmap',
  extendedConf: 'extendedConfCM',
};

/**
 * The clusters of a section of values.
 *
 * @param chart the values that have the section
 */
export function clustersOfBitnami(tree: YamlTree, { name, value: section }: Entry, chart: Value): CarriedCluster[] {
  if (name === 'audit') return audited(auditOfBitnami(tree, chart), name);
  if (!sections.has(name)) return [];
  // With a ConfigMap of one’s own the texts are of no account (_helpers.tpl, createConfigmap).
  const hasOwn = ['existingConfigmap', 'configurationCM'].some((key) => isSet(tree, tree.at(section, key)));
  const main = hasOwn ? undefined : textAt(tree, section, 'configuration', 'conf');
  const hba = hasOwn ? undefined : textAt(tree, section, 'pgHbaConfiguration', 'hba');
  const more = Object.entries(additional).flatMap(([key, instead]) =>
    isSet(tree, tree.at(section, instead)) ? [] : (textAt(tree, section, key, 'conf') ?? []),
  );
  // The name `configuration` says nothing; what stands in it does, or a file of records beside it.
  const isMain = main !== undefined && (hba !== undefined || isOfPostgres(main.text));
  const first = isMain ? main : more[0];
  const texts = [first, hba].filter((text) => text !== undefined);
  const rest = isMain ? more : more.slice(1);
  const told = { isContainer: true as const, ...majorOf(tree, section, chart) };
  const found = [
    ...(texts.length === 0 ? [] : [{ name, extent: isMain ? 'whole' : 'extended', texts, ...told } as const]),
    ...rest.map((text) => ({ name: `${name}/${text.name}`, extent: 'snippet', texts: [text], ...told }) as const),
  ];
  // What has a file is not looked into further.
  return found.length === 0 ? [] : [...found, ...audited(auditOfBitnami(tree, section), `${name}/audit`)];
}

function audited(cluster: Omit<CarriedCluster, 'name'> | undefined, name: string): CarriedCluster[] {
  return cluster === undefined ? [] : [{ name, ...cluster }];
}

/** Whether a text is a postgresql.conf: most names in it are of parameters. Other servers have files of the same form. */
function isOfPostgres(text: string): boolean {
  if (kindByContent(text) !== 'conf') return false;
  const names = parseConf(text).lines.flatMap((line) => (line.type === 'Setting' ? line.name.value : []));
  const known = names.filter((name) => majors.some((major) => findParameter(name, major) !== undefined));
  return known.length * 2 > names.length;
}

function isSet(tree: YamlTree, value: Value | undefined): boolean {
  return (tree.text(value) ?? '').trim() !== '';
}

function textAt(
  tree: YamlTree,
  section: Value | undefined,
  key: string,
  kind: 'conf' | 'hba',
): (CarriedText & { name: string }) | undefined {
  const writing = tree.writing(tree.at(section, key));
  if (writing === undefined || writing.text.trim() === '') return undefined;
  return { ...wholeFile(tree.fileText, kind, writing), name: key };
}

/** The tag of the image, which stands beside the section or in it. */
function majorOf(
  tree: YamlTree,
  section: Value | undefined,
  chart: Value,
): Pick<CarriedCluster, 'targets' | 'targetSource'> {
  const image = [tree.at(section, 'image'), tree.at(chart, 'image')].find((one) =>
    /postgres/.test(tree.text(tree.at(one, 'repository')) ?? ''),
  );
  const version = readVersion(/^\d+(?:\.\d+)?/.exec(tree.text(tree.at(image, 'tag')) ?? '')?.[0] ?? '');
  return version !== undefined && 'major' in version ? { targets: [version.major], targetSource: 'image.tag' } : {};
}
