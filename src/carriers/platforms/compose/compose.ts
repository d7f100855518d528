/**
 * Docker Compose: what a service is told by its command and its environment, and files in `configs`. What the image's
 * entrypoint makes of them is in docker-library/postgres, docker-entrypoint.sh.
 */
import { serverImageVersion } from '../../../cluster/find/server-image.js';
import type { CarriedCluster, CarriedText, ServerRun } from '../../../documents/carrier.js';
import type { Container } from '../../../documents/container.js';
import { baseNameOf } from '../../../files/paths.js';
import { kindByName } from '../../../formats/recognize.js';
import { settingsOnCommandLine, type WordSetting } from '../../shapes/command-words.js';
import { wholeFile } from '../../shapes/whole-file.js';
import type { YamlTree } from '../../shapes/yaml.js';
import { hasOwnFolder, isBitnami, settingsOfVariables } from '../containers/environment.js';
import { recordsOfImage } from '../containers/image-records.js';
import { readsNamedFilesOnly } from '../containers/mounted-files.js';
import type { PlatformFile, ReadPlatform } from '../platform.js';
import { configOf, type ServerService, type Service, ServiceReader } from './service.js';
import { interpolated } from './texts.js';

export const clustersOfCompose: ReadPlatform = (file) =>
  servicesIn(file).flatMap(({ tree, name, service, server }) =>
    clustersOfService(tree, name, service, server, file.path),
  );

/** The services of a file that run a server. */
function servicesIn({ path, trees, beside }: PlatformFile): FoundService[] {
  return trees.flatMap((tree) => {
    const reader = new ServiceReader({ tree, path }, beside);
    return tree.entries(tree.at(tree.root, 'services')).flatMap((entry) => {
      const service = reader.service(entry);
      const server = service?.server();
      return service === undefined || server === undefined ? [] : [{ tree, name: entry.name, service, server }];
    });
  });
}

interface FoundService {
  tree: YamlTree;
  name: string;
  service: Service;
  server: ServerService;
}

function clustersOfService(
  tree: YamlTree,
  name: string,
  service: Service,
  server: ServerService,
  path: string,
): CarriedCluster[] {
  const { image, container } = server;
  const variables = server.variables.filter(({ isElsewhere }) => isElsewhere !== true);
  const settings = server.started?.settings ?? [];
  const version = serverImageVersion(image);
  const cluster = {
    ...(version !== undefined && 'major' in version
      ? { targets: [version.major], targetSource: `the image of ${name} in ${baseNameOf(path)}` }
      : {}),
    isContainer: true as const,
    container,
  };
  // What names the main file is no setting of a file.
  const command = settingsOnCommandLine(tree.fileText, [
    ...settingsOfVariables(image, variables),
    ...(server.isStartedElsewhere ? [] : settings).filter((setting) => setting.name !== 'config_file'),
  ]);
  const files = configsOf(service);
  const main = files.find(({ kind }) => kind === 'conf');
  const records = files.filter(
    ({ kind }, index) => kind !== 'conf' && files.findIndex((one) => one.kind === kind) === index,
  );
  if (!records.some(({ kind }) => kind === 'hba') && !hasRecordsOfItsOwn(server)) {
    const made = recordsOfImage(tree.fileText, image, server.variables, (offset) => tree.endBefore(offset));
    if (made !== undefined) records.push(made);
  }
  const commandLine = valuesOf(settings);
  const isElsewhere = commandLine['config_file'] !== undefined || hasMountedSettings(server);
  const inWords = main === undefined && !isElsewhere ? cluster : withOtherSettings(cluster);
  const own = main === undefined ? [command, ...records] : [main, ...records];
  const texts = own.filter((text) => text !== undefined);
  return [
    ...(texts.length === 0
      ? []
      : [
          {
            name: `services/${name}`,
            extent: main === undefined ? 'snippet' : 'whole',
            texts,
            ...(main === undefined ? inWords : cluster),
            ...(main === undefined ? {} : { commandLine }),
          } as const,
        ]),
    ...(main === undefined || command === undefined
      ? []
      : [{ name: `services/${name}/command`, extent: 'snippet', texts: [command], ...inWords } as const]),
  ];
}

/** Whether the file that the image makes does not count, or is not made by the image's own script. */
function hasRecordsOfItsOwn({ image, started, mounts, hasMoreVariables }: ServerService): boolean {
  if (started?.isByImage !== true || started.settings.some(({ name }) => name === 'hba_file')) return true;
  if (isBitnami(image) && (hasMoreVariables || mounts.some(({ target }) => hasOwnFolder(target)))) return true;
  return mounts.some(({ target }) => target.endsWith('/pg_hba.conf'));
}

/** Whether the server reads a file of settings that stands in the folder around the file. */
function hasMountedSettings({ mounts }: ServerService): boolean {
  return mounts.some(({ target }) => /\.conf$|\/conf(?:ig|\.d)?$|\/etc\//.test(target));
}

function withOtherSettings<Told extends { container: Container }>(cluster: Told): Told {
  return { ...cluster, container: { ...cluster.container, hasOtherSettings: true } };
}

function valuesOf(settings: readonly WordSetting[]): Record<string, string> {
  return Object.fromEntries(settings.map(({ name, value }) => [name.toLowerCase(), value]));
}

/** The servers of a file, with what they get to see of the folder around it. */
export function runsOfCompose(file: PlatformFile): ServerRun[] {
  return servicesIn(file).map(({ server: { image, started, container, mounts } }) => {
    const readsNamedOnly = readsNamedFilesOnly(image, started, mounts);
    const commandLine = valuesOf(started?.settings ?? []);
    return { image, mounts, commandLine, container, ...(readsNamedOnly ? { readsNamedOnly } : {}) };
  });
}

/** The files of `configs` whose text stands in the file that is read (compose-spec, "configs top-level element", content). */
function configsOf(service: Service): CarriedText[] {
  return service.configs().flatMap((item) => {
    const { tree, isElsewhere } = item.part;
    const { name, target } = configOf(item);
    const writing = isElsewhere ? undefined : tree.writing(tree.at(tree.root, 'configs', name, 'content'));
    const kind = kindByName(target);
    const text = writing && interpolated(writing);
    return text === undefined || kind === undefined ? [] : [{ ...wholeFile(tree.fileText, kind, text), name }];
  });
}
