/** What the containers of a manifest tell of the server: settings of their words, and how they see ConfigMaps. */

import { isUnreadAt } from '../../../cluster/find/mounted.js';
import { serverImageVersion } from '../../../cluster/find/server-image.js';
import type { CarriedCluster } from '../../../documents/carrier.js';
import { baseNameOf } from '../../../files/paths.js';
import { settingsOnCommandLine } from '../../shapes/command-words.js';
import type { Value, YamlTree } from '../../shapes/yaml.js';
import { hasOwnFolder, isBitnami, settingsOfVariables } from '../containers/environment.js';
import { recordsOfImage } from '../containers/image-records.js';
import type { Workload } from './workloads.js';

const fileParameters = /^(?:config|hba|ident)_file$/;

/** What a container itself tells: its words, and the variables of its image. */
export function clusterOfWorkload(workload: Workload, path: string): CarriedCluster[] {
  const { tree, name, image, started, variables, hasMoreVariables, container, files } = workload;
  const settings = started?.settings ?? [];
  const command = settingsOnCommandLine(tree.fileText, [
    ...settingsOfVariables(image, variables),
    // Files that parameters name lie in the container.
    ...settings.filter((setting) => !fileParameters.test(setting.name)),
  ]);
  const hasRecords =
    started?.isByImage !== true ||
    settings.some((setting) => setting.name === 'hba_file') ||
    (isBitnami(image) && (hasMoreVariables || files.some(({ target }) => hasOwnFolder(target)))) ||
    files.some(({ target, key }) => key === 'pg_hba.conf' || target.endsWith('/pg_hba.conf'));
  const records = hasRecords
    ? undefined
    : recordsOfImage(tree.fileText, image, variables, (offset) => tree.endBefore(offset));
  const texts = [command, records].filter((text) => text !== undefined);
  if (texts.length === 0) return [];
  const isElsewhere = files.length > 0 || settings.some((setting) => setting.name === 'config_file');
  const told = isElsewhere ? { ...container, hasOtherSettings: true as const } : container;
  return [{ name, extent: 'snippet', texts, isContainer: true, container: told, ...majorOf(workload, path) }];
}

/** What the only container that sees an object tells of the files in it. */
export function toldByWorkload(
  tree: YamlTree,
  object: Value,
  cluster: CarriedCluster,
  workloads: readonly Workload[],
): Partial<CarriedCluster> {
  const kind = tree.text(tree.at(object, 'kind'));
  const name = tree.text(tree.at(object, 'metadata', 'name'));
  const seeing = workloads.filter(({ files }) => files.some((file) => file.object === `${kind}/${name}`));
  const [workload] = seeing;
  if (workload === undefined || seeing.length > 1) return {};
  const { started, container, image } = workload;
  const commandLine = Object.fromEntries((started?.settings ?? []).map((one) => [one.name.toLowerCase(), one.value]));
  const version = serverImageVersion(image);
  const unread = workload.readsNamedOnly ? unreadOf(workload, `${kind}/${name}`, cluster, commandLine) : [];
  const settings = Object.fromEntries(Object.entries(commandLine).filter(([each]) => !fileParameters.test(each)));
  return {
    ...(version !== undefined && 'major' in version
      ? { targets: [version.major], targetSource: `the image of ${workload.name}` }
      : {}),
    container: { ...container, ...(unread.length === 0 ? {} : { unread }) },
    ...(Object.keys(settings).length === 0 ? {} : { commandLine: settings }),
  };
}

function unreadOf(
  { files }: Workload,
  object: string,
  { texts }: CarriedCluster,
  commandLine: Readonly<Record<string, string>>,
) {
  return texts.flatMap(({ kind, name = '' }) => {
    const mounts = files.filter((file) => file.object === object && (file.key === undefined || file.key === name));
    const targets = mounts.map(({ key, target }) => (key === undefined ? `${target}/${name}` : target));
    const [target] = targets;
    if (target === undefined || !targets.every((each) => isUnreadAt(each, kind, commandLine))) return [];
    return [{ kind, target }];
  });
}

function majorOf({ name, image }: Workload, path: string): Pick<CarriedCluster, 'targets' | 'targetSource'> {
  const version = serverImageVersion(image);
  if (version === undefined || !('major' in version)) return {};
  return { targets: [version.major], targetSource: `the image of ${name} in ${baseNameOf(path)}` };
}
