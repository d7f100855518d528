/**
 * Values of Bitnami’s charts that become variables of their image, and so settings (bitnami/charts at 5165628a,
 * bitnami/postgresql/templates/primary/statefulset.yaml; _helpers.tpl, postgresql.v1.tlsCert).
 */
import type { CarriedCluster } from '../../../documents/carrier.js';
import { settingsOnCommandLine, type WordSetting } from '../../shapes/command-words.js';
import type { Value, YamlTree } from '../../shapes/yaml.js';
import { isYes, standingFor } from '../containers/environment.js';

/** The keys of `audit`, which no other chart has together. */
const ofAudit: Readonly<Record<string, string>> = {
  logHostname: 'log_hostname',
  logConnections: 'log_connections',
  logDisconnections: 'log_disconnections',
  logLinePrefix: 'log_line_prefix',
  logTimezone: 'log_timezone',
  pgAuditLog: 'pgaudit.log',
  pgAuditLogCatalog: 'pgaudit.log_catalog',
  clientMinMessages: 'client_min_messages',
};
const certificates = '/opt/bitnami/postgresql/certs/';

/**
 * The settings of a chart’s values.
 *
 * @param chart the map that has `audit`
 * @returns undefined where none of them is set, or a postgresql.conf takes the place of all (libpostgresql.sh, create_conf_file)
 */
export function auditOfBitnami(tree: YamlTree, chart: Value | undefined): Omit<CarriedCluster, 'name'> | undefined {
  const audit = tree.at(chart, 'audit');
  const preloads = ['postgresqlSharedPreloadLibraries', 'sharedPreloadLibraries'];
  const settings = [
    ...Object.entries(ofAudit).flatMap(([key, name]) => settingOf(tree, audit, key, name) ?? []),
    ...preloads.flatMap((key) => settingOf(tree, chart, key, 'shared_preload_libraries') ?? []),
  ];
  const mains = [tree.at(chart, 'primary'), chart].flatMap((section) =>
    ['configuration', 'existingConfigmap', 'configurationCM'].map((key) => tree.text(tree.at(section, key)) ?? ''),
  );
  if (settings.length === 0 || mains.some((text) => text.trim() !== '')) return undefined;
  const text = settingsOnCommandLine(tree.fileText, [...settings, ...tlsOf(tree, tree.at(chart, 'tls'))]);
  return text && { extent: 'snippet', texts: [text], isContainer: true };
}

/** Without names of files the chart makes a certificate by itself. */
function tlsOf(tree: YamlTree, tls: Value | undefined): WordSetting[] {
  const enabled = settingOf(tree, tls, 'enabled', 'ssl');
  if (!isYes(enabled?.value)) return [];
  const file = (key: string, name: string, generated: string): WordSetting => {
    const { value: given = generated, nameAt, valueAt } = settingOf(tree, tls, key, name) ?? {};
    const path = certificates + given;
    if (nameAt === undefined || valueAt === undefined) return withValue({ ...enabled!, name }, path);
    return withValue({ name, value: given, nameAt, valueAt }, path);
  };
  return [
    withValue(enabled!, 'on'),
    file('certFilename', 'ssl_cert_file', 'tls.crt'),
    file('certKeyFilename', 'ssl_key_file', 'tls.key'),
  ];
}

function withValue({ name, nameAt, valueAt }: WordSetting, value: string): WordSetting {
  return { name, value, nameAt, valueAt: valueAt && standingFor(value, valueAt) };
}

/** What a key of a map sets; undefined where it is empty, which leaves the variable out. */
function settingOf(tree: YamlTree, map: Value | undefined, key: string, name: string): WordSetting | undefined {
  const entry = tree.entries(map).find((each) => each.name === key);
  const nameAt = entry && tree.keyWriting(entry, map!);
  const valueAt = tree.writing(entry?.value);
  if (nameAt === undefined || valueAt === undefined || valueAt.text === '' || valueAt.text.includes('{{'))
    return undefined;
  return { name, value: valueAt.text, nameAt, valueAt };
}
