/** The formats of files that carry PostgreSQL's files. What is loaded here tells only which files to look into. */
import type { Carrier } from '../documents/carrier.js';
import { baseNameOf } from '../files/paths.js';
import { makesServerImage, marks, startsServers } from './marks.js';
import { clustersInDockerfile, runsInDockerfile } from './read-dockerfile.js';
import { clustersInQuadlet } from './read-quadlet.js';
import { clustersInYaml, runsInYaml } from './read-yaml.js';

/** YAML: manifests of Kubernetes and of its operators, Compose files, configurations of Patroni. */
const yaml: Carrier = {
  mayCarry: (path) => /\.ya?ml$/i.test(path),
  clustersIn: (path, { text, notText }, beside) => {
    if (notText !== undefined) return [];
    const told = marks.filter(
      ({ all, inFiles }) => inFiles?.test(baseNameOf(path)) !== false && all.every((mark) => mark.test(text)),
    );
    const platforms = new Set(told.map(({ platform }) => platform));
    return platforms.size === 0 ? [] : clustersInYaml(path, text, [...platforms], beside);
  },
  runsIn: (path, { text, notText }, beside) =>
    notText === undefined && startsServers(text) ? runsInYaml(path, text, beside) : [],
};

/** Dockerfiles. */
const dockerfile: Carrier = {
  mayCarry: (path) => /(?:^|[/.])(?:docker|container)file(?:\.[\w-]+)?$/i.test(path),
  clustersIn: (path, { text, notText }) =>
    notText === undefined && makesServerImage(text) ? clustersInDockerfile(path, text) : [],
  runsIn: (path, { text, notText }) =>
    notText === undefined && makesServerImage(text) ? runsInDockerfile(path, text) : [],
};

/** Containers of Podman as units of systemd. */
const quadlet: Carrier = {
  mayCarry: (path) => path.endsWith('.container'),
  clustersIn: (path, { text, notText }) =>
    notText === undefined && /^\[Container\]/m.test(text) ? clustersInQuadlet(path, text) : [],
};

/** Every format, in no order that matters. */
export const carriers: readonly Carrier[] = [yaml, dockerfile, quadlet];
