/**
 * Zalando’s operator: a `postgresql`, of which it makes a configuration for the image Spilo (zalando/postgres-operator at
 * a7aaad0a, pkg/cluster/k8sres.go, generateSpiloJSONConfiguration).
 */
import { readVersion } from '../../../cluster/find/versions.js';
import type { CarriedCluster } from '../../../documents/carrier.js';
import { isTyped } from '../../shapes/plain-types.js';
import { recordList } from '../../shapes/records.js';
import { type RenderValue, settingMaps } from '../../shapes/settings.js';
import type { Value, YamlTree } from '../../shapes/yaml.js';
import { idOf, type ManifestObject, objectsOfKind } from '../manifest.js';
import { defaultSettings } from '../patroni/facts.js';
import { renderForPatroni } from '../patroni/parameters.js';
import type { ReadPlatform } from '../platform.js';
import { settingLines } from '../setting-lines.js';
import { clusterSettings, nodeSettings, recordsOfSpilo } from '../spilo/facts.js';
import { loginsOfSpilo, type OwnLogin, withOwnLogins } from '../spilo/own-logins.js';

export const clustersOfZalando: ReadPlatform = ({ trees }) =>
  objectsOfKind(trees, /^acid\.zalan\.do\//, 'postgresql').flatMap((found) => clusterOf(found) ?? []);

const platform = 'Zalando’s operator';

function clusterOf(found: ManifestObject): CarriedCluster | undefined {
  const { tree, object } = found;
  const spec = tree.at(object, 'spec');
  const settings = tree.at(spec, 'postgresql');
  const parameters = tree.at(settings, 'parameters');
  const records = tree.at(spec, 'patroni', 'pg_hba');
  const anchor = settings?.node.range?.[0];
  const told = tree.entries(parameters).length > 0 || tree.items(records).length > 0;
  if (!told || anchor === undefined) return undefined;
  const version = readVersion(tree.text(tree.at(settings, 'version')) ?? '');
  const major = version !== undefined && 'major' in version ? version.major : undefined;
  const above = settingLines({ ...defaultSettings, ...clusterSettings, ...nodeSettings(major), listen_addresses: '*' });
  const own = recordList(tree, 'hba', records);
  const pamRole = 'zalandos';
  const spilo = recordsOfSpilo({ pamRole, allowsPlain: allowsPlain(tree, spec) });
  const texts = [
    settingMaps(tree, [{ map: parameters, render }], { above, anchor }, true),
    // A list of the manifest is the whole file.
    withOwnLogins(own, platform, logins) ?? recordList(tree, 'hba', undefined, { above: spilo, anchor }),
  ].filter((text) => text !== undefined);
  return {
    name: idOf(found),
    extent: 'extended',
    texts,
    isContainer: true,
    ...(major === undefined ? {} : { targets: [major], targetSource: 'spec.postgresql.version' }),
  };
}

/** manifests/postgresql.crd.yaml has a map of texts, which Spilo hands to Patroni as such. */
const render: RenderValue = (name, value, isQuoted) => {
  if (!isQuoted && isTyped(value)) return { value, remark: { about: 'not-text', data: { name, platform, value } } };
  return renderForPatroni('cluster', (plain) => plain)(name, value, isQuoted);
};

/** configure_spilo.py, ALLOW_NOSSL: a manifest gives it to the containers in `spec.env`. */
function allowsPlain(tree: YamlTree, spec: Value | undefined): boolean {
  return tree
    .items(tree.at(spec, 'env'))
    .some(
      (one) => tree.text(tree.at(one, 'name')) === 'ALLOW_NOSSL' && (tree.text(tree.at(one, 'value')) ?? '') !== '',
    );
}

/** The operator itself logs in too (pkg/cluster/database.go, pgConnectionString: sslmode=require). */
const logins: readonly OwnLogin[] = [
  ...loginsOfSpilo,
  {
    connection: 'tls',
    user: 'postgres',
    database: 'postgres',
    effect: 'the operator makes no users and no databases',
    record: 'hostssl all postgres all scram-sha-256',
  },
];
