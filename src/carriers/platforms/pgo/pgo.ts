/** Crunchy’s PGO (`PostgresCluster`) and Percona’s operator (`PerconaPGCluster`). */
import { readVersion } from '../../../cluster/find/versions.js';
import type { CarriedCluster } from '../../../documents/carrier.js';
import { quotedScalar } from '../../shapes/flow-scalar.js';
import { isTyped } from '../../shapes/plain-types.js';
import { documentOfRecords, recordItems, writeListItem } from '../../shapes/records.js';
import { type RenderValue, type SettingSource, settingMaps } from '../../shapes/settings.js';
import type { Value, YamlTree } from '../../shapes/yaml.js';
import { goText } from '../go-text.js';
import { idOf, type ManifestObject, objectsOfKind } from '../manifest.js';
import { defaultSettings } from '../patroni/facts.js';
import { renderForPatroni } from '../patroni/parameters.js';
import type { ReadPlatform } from '../platform.js';
import { settingLines } from '../setting-lines.js';
import {
  crunchy,
  isRefusedByCrunchy,
  type OperatorFacts,
  percona,
  recordsAbove,
  recordsOfMonitoring,
  recordsOfPgBouncer,
  recordWithoutOwn,
} from './facts.js';
import { itemsOfRules } from './rules.js';

export const clustersOfCrunchy: ReadPlatform = ({ trees }) =>
  objectsOfKind(trees, /^postgres-operator\.crunchydata\.com\//, 'PostgresCluster').flatMap(
    (found) => clusterOf(found, crunchy) ?? [],
  );

export const clustersOfPercona: ReadPlatform = ({ trees }) =>
  objectsOfKind(trees, /^pgv2\.percona\.com\//, 'PerconaPGCluster').flatMap((found) => clusterOf(found, percona) ?? []);

function clusterOf(found: ManifestObject, facts: OperatorFacts): CarriedCluster | undefined {
  const { tree, object } = found;
  const cluster = clusterOfSpec(tree, tree.at(object, 'spec'), facts);
  return cluster && { name: idOf(found), ...cluster };
}

/**
 * What the `spec` of a manifest is to the server, or values of a chart that become one.
 *
 * @returns undefined where it sets nothing
 */
export function clusterOfSpec(
  tree: YamlTree,
  spec: Value | undefined,
  facts: OperatorFacts,
): Omit<CarriedCluster, 'name'> | undefined {
  const dynamic = tree.at(spec, 'patroni', 'dynamicConfiguration', 'postgresql');
  const isCrunchy = facts === crunchy;
  const monitors = tree.at(spec, 'monitoring', 'pgmonitor', 'exporter') !== undefined;
  const libraries = librariesOf(tree, spec, facts, monitors);
  const sources: SettingSource[] = [
    { map: tree.at(dynamic, 'parameters'), render: withLibraries(dynamicSetting(facts), libraries, facts) },
    ...(isCrunchy
      ? [{ map: tree.at(spec, 'config', 'parameters'), render: withLibraries(crunchySetting, libraries, facts) }]
      : []),
  ];
  const rules = itemsOfRules(tree, tree.at(spec, 'authentication', 'rules'));
  // internal/postgres/hba.go, AppendUnstructured: a line cannot include another file.
  const own = recordItems(tree, tree.at(dynamic, 'pg_hba')).map((item) =>
    isCrunchy && item.parts.some((part) => typeof part !== 'string' && part.text.startsWith('include'))
      ? { ...item, isOff: true }
      : item,
  );
  const anchor = (dynamic ?? tree.at(spec, 'config') ?? tree.at(spec, 'authentication'))?.node.range?.[0];
  const isTold = sources.some(({ map }) => tree.entries(map).length > 0) || rules.length + own.length > 0;
  if (!isTold || anchor === undefined) return undefined;
  const above =
    recordsAbove +
    (monitors ? recordsOfMonitoring : '') +
    (tree.at(spec, 'proxy', 'pgBouncer') === undefined ? '' : recordsOfPgBouncer);
  const writeRule = (line: string) => (line === '' ? undefined : `- hba: ${quotedScalar(line)}`);
  // A new line has the form of the items around it, so it needs items of one form.
  const writeItem = rules.length === 0 ? writeListItem : own.length === 0 ? writeRule : () => undefined;
  const hba = [...rules, ...own];
  const below = hba.some(({ isOff }) => isOff !== true) ? '' : recordWithoutOwn;
  const texts = [
    settingMaps(tree, sources, {
      above: settingLines({
        ...defaultSettings,
        listen_addresses: '*',
        ...facts.defaults,
        ...(libraries.length === 0 ? {} : { [preloaded]: libraries.join(',') }),
      }),
      below: settingLines(facts.mandatory),
      anchor,
    }),
    documentOfRecords(tree, 'hba', hba, writeItem, { above, below, anchor }),
  ].filter((text) => text !== undefined);
  const version = readVersion(tree.text(tree.at(spec, 'postgresVersion')) ?? '');
  return {
    extent: 'extended',
    texts,
    isContainer: true,
    ...(version !== undefined && 'major' in version
      ? { targets: [version.major], targetSource: 'spec.postgresVersion' }
      : {}),
  };
}

/** Any value is accepted there; what the operator sets by itself is written over it (generatePostgresParameters). */
function dynamicSetting({ platform, mandatory, readPlain }: OperatorFacts): RenderValue {
  const render = renderForPatroni('cluster', readPlain);
  return (name, text, isQuoted) => {
    const own = mandatory[name.toLowerCase()];
    const value = isQuoted ? text : readPlain(text);
    if (own === undefined || value === undefined) return render(name, text, isQuoted);
    if (isSame(own, value)) return { value, isOff: true };
    const data = { name, platform, why: `it sets ${name} to ${own} by itself`, what: 'Remove the line.' };
    return { value, isOff: true, remark: { about: 'ignored', data } };
  };
}

function isSame(own: string, value: string): boolean {
  return own === value || (own === 'on' && /^(?:on|true|yes|1)$/i.test(value));
}

/** v1beta1/postgres_types.go, PostgresConfigSpec: numbers without a fraction, and texts. */
const crunchySetting: RenderValue = (name, text, isQuoted) => {
  const { platform } = crunchy;
  const value = isQuoted ? text : goText(text);
  if (value === undefined) return undefined;
  if (isRefusedByCrunchy(name, value))
    return { value, isOff: true, remark: { about: 'refused', data: { name, platform } } };
  if (!isQuoted && isTyped(text) && !/^[-+]?\d+$/.test(text))
    return { value: text, remark: { about: 'not-text', data: { name, platform, value: text } } };
  return renderForPatroni('cluster', goText)(name, text, isQuoted);
};

const preloaded = 'shared_preload_libraries';

/** The libraries of a manifest with those of the operator; citus stands before all others. */
function withLibraries(
  render: RenderValue,
  operators: readonly string[],
  { putsItsLibrariesFirst }: OperatorFacts,
): RenderValue {
  return (name, text, isQuoted) => {
    const rendered = render(name, text, isQuoted);
    if (rendered === undefined || rendered.isOff === true || name.toLowerCase() !== preloaded) return rendered;
    const lists = putsItsLibrariesFirst ? [...operators, rendered.value] : [rendered.value, ...operators];
    const all = lists.filter((list) => list !== '').join(',');
    return { ...rendered, value: all.includes('citus') ? `citus,${all}` : all };
  };
}

/** The operator’s own libraries. */
function librariesOf(tree: YamlTree, spec: Value | undefined, facts: OperatorFacts, monitors: boolean): string[] {
  const monitoring = monitors ? ['pg_stat_statements', 'pgnodemx'] : [];
  return [...(facts === crunchy ? ['pgaudit'] : librariesOfPercona(tree, spec)), ...monitoring];
}

/**
 * controller.go, Reconcile: a library for each extension that the manifest asks for; pgaudit comes unless it is switched off
 * (perconapgcluster_types.go, SetExtensionDefaults). What depends on the release is left out.
 */
function librariesOfPercona(tree: YamlTree, spec: Value | undefined): string[] {
  const extensions = tree.at(spec, 'extensions');
  const choice = (name: string) =>
    tree.text(tree.at(extensions, 'builtin', name)) ?? tree.text(tree.at(extensions, name, 'enabled'));
  const isOn = (name: string) => (choice(name) ?? (name === 'pg_audit' ? 'true' : 'false')) === 'true';
  const names = ['pg_stat_statements', 'pg_stat_monitor', 'pg_audit', 'pg_cron', 'set_user', 'pg_tde'];
  return names.filter(isOn).map((name) => (name === 'pg_audit' ? 'pgaudit' : name));
}
