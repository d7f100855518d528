/**
 * Kubernetes: a ConfigMap, or the `stringData` of a Secret, has files by their names (kubernetes.io/docs, ConfigMap: "the
 * keys … are the names of files" where it is mounted). The containers of a file tell the major by their image.
 */
import { serverImageVersion } from '../../../cluster/find/server-image.js';
import { onlyVersion } from '../../../cluster/find/versions.js';
import type { CarriedCluster, CarriedText } from '../../../documents/carrier.js';
import { baseNameOf } from '../../../files/paths.js';
import { kindByContent, kindByName } from '../../../formats/recognize.js';
import type { FileKind } from '../../../syntax/nodes.js';
import { nestedClusters } from '../../shapes/nested.js';
import { wholeFile } from '../../shapes/whole-file.js';
import type { Writing } from '../../shapes/written.js';
import type { Value, YamlTree } from '../../shapes/yaml.js';
import { objectsOf } from '../manifest.js';
import { patroniCluster } from '../patroni/patroni.js';
import type { ReadPlatform } from '../platform.js';
import { clusterOfWorkload, toldByWorkload } from './started.js';
import { workloadsOf } from './workloads.js';

/** Where the objects that hold files keep them. */
const fields: Readonly<Record<string, string>> = { ConfigMap: 'data', Secret: 'stringData' };

/** What other servers are told by objects that also have a pg_hba.conf: that is theirs. */
const foreign = /^(?:pgbouncer|pgcat|odyssey)\./;

/** A whole postgresql.conf; Kubegres calls it postgres.conf (kubegres.io/doc, spec.customConfig). */
const mainName = /^postgres(?:ql)?\.conf$/;

interface HeldFile {
  key: string;
  kind: FileKind;
  /** Whether the name alone says what it is. */
  isCertain: boolean;
  text: CarriedText;
}

export const clustersOfKubernetes: ReadPlatform = ({ path, trees }) => {
  const version = onlyVersion(trees.flatMap((tree) => imagesIn(tree, tree.root).map(serverImageVersion)));
  const told =
    version !== undefined && 'major' in version
      ? { targets: [version.major], targetSource: `an image in ${baseNameOf(path)}` }
      : {};
  const workloads = workloadsOf(trees, path);
  const ofObjects = trees.flatMap((tree) =>
    objectsOf(tree).flatMap((object) =>
      clustersOfObject(tree, object).map((cluster) => ({
        ...told,
        ...cluster,
        ...toldByWorkload(tree, object, cluster, workloads),
        isContainer: true as const,
      })),
    ),
  );
  return [...ofObjects, ...workloads.flatMap((workload) => clusterOfWorkload(workload, path))];
};

function clustersOfObject(tree: YamlTree, object: Value): CarriedCluster[] {
  const kind = tree.text(tree.at(object, 'kind')) ?? '';
  const apiVersion = tree.text(tree.at(object, 'apiVersion'));
  const field = fields[kind];
  if (field === undefined || (apiVersion !== undefined && apiVersion !== 'v1')) return [];
  const entries = tree.entries(tree.at(object, field));
  if (entries.some(({ name }) => foreign.test(name))) return [];
  const held = entries.flatMap(({ name, value }): HeldFile[] => {
    const writing = tree.writing(value);
    const known = mainName.test(name) ? 'conf' : kindByName(name);
    const guessed =
      known ?? (name.endsWith('.conf') && writing !== undefined ? kindByContent(writing.text) : undefined);
    if (writing === undefined || guessed === undefined) return [];
    const text = { ...wholeFile(tree.fileText, guessed, writing), name };
    return [{ key: name, kind: guessed, isCertain: known !== undefined, text }];
  });
  const inner = entries.flatMap(({ name, value }) => {
    const writing = /\.ya?ml$/.test(name) ? tree.writing(value) : undefined;
    return writing === undefined ? [] : patroniIn(tree, name, writing);
  });
  const metadata = tree.at(object, 'metadata');
  const [namespace, name] = ['namespace', 'name'].map((each) => tree.text(tree.at(metadata, each)));
  const id = [kind, ...(namespace === undefined ? [] : [namespace]), name ?? ''].join('/');
  // A name such as custom.conf says nothing; beside a file of PostgreSQL, or in an object that is called after it, it does.
  const isPostgres = held.some(({ isCertain }) => isCertain) || /postgres|pgsql/i.test(name ?? '');
  const ofFiles = clustersOf(
    id,
    held.filter(({ isCertain }) => isCertain || isPostgres),
  );
  return [...ofFiles, ...inner.map((cluster) => ({ ...cluster, name: `${id}/${cluster.name}` }))];
}

/** A configuration of Patroni: `patroni.yaml`, or the `postgres-ha.yaml` of Crunchy’s operator up to 4 and of Percona’s up to 1. */
function patroniIn(tree: YamlTree, key: string, writing: Writing): CarriedCluster[] {
  return nestedClusters(tree, writing, (inner) => {
    const cluster = patroniCluster(inner, inner.root);
    return cluster === undefined ? [] : [{ ...cluster, name: key }];
  });
}

/** The main file with one file of each other kind is a cluster; whatever else there is stands by itself. */
function clustersOf(id: string, held: readonly HeldFile[]): CarriedCluster[] {
  const main = held.find(({ key }) => mainName.test(key));
  const records = (['hba', 'ident', 'hosts'] as const).flatMap((kind) => {
    const ofKind = held.filter((one) => one.kind === kind);
    return ofKind.find(({ key }) => key === `pg_${kind}.conf`) ?? ofKind[0] ?? [];
  });
  const together = main === undefined ? records : [main, ...records];
  const rest = held.filter((one) => !together.includes(one));
  const extent = main === undefined ? 'snippet' : 'whole';
  return [
    ...(together.length === 0 ? [] : [{ name: id, extent, texts: together.map(({ text }) => text) } as const]),
    ...rest.map(({ key, text }) => ({ name: `${id}/${key}`, extent: 'snippet', texts: [text] }) as const),
  ];
}

/** What containers run: `image` wherever it stands in a file. */
function imagesIn(tree: YamlTree, value: Value | undefined, depth = 0): string[] {
  if (value === undefined || depth > 24) return [];
  if (tree.isList(value)) return tree.items(value).flatMap((item) => imagesIn(tree, item, depth + 1));
  return tree
    .entries(value)
    .flatMap((entry) =>
      entry.name === 'image' ? (tree.text(entry.value) ?? []) : imagesIn(tree, entry.value, depth + 1),
    );
}
