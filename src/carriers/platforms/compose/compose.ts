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
import type { Entry, Value, YamlTree } from '../../shapes/yaml.js';
import { settingsOfVariables } from '../containers/environment.js';
import { recordsOfImage } from '../containers/image-records.js';
import { readsNamedFilesOnly } from '../containers/mounted-files.js';
import type { PlatformFile, ReadPlatform } from '../platform.js';
import { type ServerService, ServiceReader } from './service.js';
import { interpolated } from './texts.js';

export const clustersOfCompose: ReadPlatform = ({ path, trees }) =>
  trees.flatMap((tree) =>
    tree.entries(tree.at(tree.root, 'services')).flatMap((service) => clustersOfService(tree, service, path)),
  );

function clustersOfService(tree: YamlTree, { name, value }: Entry, path: string): CarriedCluster[] {
  const services = new ServiceReader(tree, path);
  const server = services.server(value);
  if (server === undefined) return [];
  const { image, variables, container } = server;
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
    ...settings.filter((setting) => setting.name !== 'config_file'),
  ]);
  const files = configsOf(tree, services.field(value, 'configs'));
  const main = files.find(({ kind }) => kind === 'conf');
  const records = files.filter(
    ({ kind }, index) => kind !== 'conf' && files.findIndex((one) => one.kind === kind) === index,
  );
  if (!records.some(({ kind }) => kind === 'hba') && !hasRecordsOfItsOwn(server, services, value)) {
    const made = recordsOfImage(tree.fileText, image, variables, (offset) => tree.endBefore(offset));
    if (made !== undefined) records.push(made);
  }
  const commandLine = valuesOf(settings);
  const isElsewhere = commandLine['config_file'] !== undefined || hasMountedSettings(services, value);
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
function hasRecordsOfItsOwn({ started }: ServerService, services: ServiceReader, service: Value | undefined): boolean {
  if (started?.isByImage !== true || started.settings.some(({ name }) => name === 'hba_file')) return true;
  return services.mounts(service).some(({ target }) => target.endsWith('/pg_hba.conf'));
}

/** Whether the server reads a file of settings that stands in the folder around the file. */
function hasMountedSettings(services: ServiceReader, service: Value | undefined): boolean {
  return services.mounts(service).some(({ target }) => /\.conf$|\/conf(?:ig|\.d)?$|\/etc\//.test(target));
}

function withOtherSettings<Told extends { container: Container }>(cluster: Told): Told {
  return { ...cluster, container: { ...cluster.container, hasOtherSettings: true } };
}

function valuesOf(settings: readonly WordSetting[]): Record<string, string> {
  return Object.fromEntries(settings.map(({ name, value }) => [name.toLowerCase(), value]));
}

/** The servers of a file, with what they get to see of the folder around it. */
export function runsOfCompose({ path, trees }: PlatformFile): ServerRun[] {
  return trees.flatMap((tree) => {
    const services = new ServiceReader(tree, path);
    return tree.entries(tree.at(tree.root, 'services')).flatMap(({ value }): ServerRun[] => {
      const server = services.server(value);
      if (server === undefined) return [];
      const { image, started, container } = server;
      const mounts = services.mounts(value);
      const readsNamedOnly = readsNamedFilesOnly(image, started, mounts);
      const commandLine = valuesOf(started?.settings ?? []);
      return [{ image, mounts, commandLine, container, ...(readsNamedOnly ? { readsNamedOnly } : {}) }];
    });
  });
}

/** The files of `configs` whose text stands in the same file (compose-spec, "configs top-level element", content). */
function configsOf(tree: YamlTree, configs: Value | undefined): CarriedText[] {
  return tree.items(configs).flatMap((item) => {
    const source = tree.text(item) ?? tree.text(tree.at(item, 'source')) ?? '';
    const target = tree.text(tree.at(item, 'target')) ?? source;
    const writing = tree.writing(tree.at(tree.root, 'configs', source, 'content'));
    const kind = kindByName(target);
    const text = writing && interpolated(writing);
    return text === undefined || kind === undefined ? [] : [{ ...wholeFile(tree.fileText, kind, text), name: source }];
  });
}
