import type { Major } from '../../catalog/majors.js';
import type { Extent } from '../../documents/carrier.js';
import type { Container } from '../../documents/container.js';
import { authKinds } from '../../syntax/kinds.js';
import type { AuthKind } from '../../syntax/nodes.js';

/** Which files make a cluster, before any of them is read for a target. */
export interface ClusterDefinition extends Readonly<Record<AuthKind, string | undefined>> {
  /** What tells the cluster from every other one: the id of the document from which it is read. */
  id: string;
  /** The file of that document: its place in the project decides how it is linted. */
  path: string;
  folder: string;
  /** The document of postgresql.conf, or of a loose file of settings. */
  main: string | undefined;
  /** Whether `main` is a whole postgresql.conf; a cluster without is a snippet. */
  extent: Extent;
  /** postgresql.auto.conf, as well as the files of records by kind: where not the settings tell but a person or the place does. */
  auto: string | undefined;
  /** The majors that the files or their place tell. */
  targets: readonly Major[] | undefined;
  /** How they tell it, for people: `PG_VERSION`, `a comment in …`, `the path`. */
  targetSource: string | undefined;
  /** The files are for one of `targets`, and nothing tells which: what holds for some of them may not hold at all. */
  oneOfTargets?: true;
  /** The first major that knows all of it, where nothing else tells: `targetSource` names what it brought. */
  oldestTarget?: Major;
  /** The version before 10 that they tell, for people: `9.6`, `a version before 10`. */
  oldVersion?: string;
  /** Whether it is for a container: a Dockerfile or Compose file beside it, or the paths of an image, say so. */
  isContainer?: true;
  /** What is certain of that container: left out where only a name or a file beside it says that it is for one. */
  container?: Container;
  /** What such a file passes to the server on its command line: values by lower-case names. They stand over all files. */
  commandLine?: Readonly<Record<string, string>>;
  /** Whether the project's configuration gives `targets` to this very cluster: they stand over those of its folder. */
  targetsGiven?: boolean;
}

/** A cluster that the project's configuration describes; everything left out is found as usual. */
export interface ExplicitCluster extends Readonly<Partial<Record<AuthKind, string>>> {
  main?: string;
  auto?: string;
  targets?: readonly Major[];
}

/** The files of records of a cluster, by kind. */
export function recordFiles(find: (kind: AuthKind) => string | undefined): Record<AuthKind, string | undefined> {
  return Object.fromEntries(authKinds.map((kind) => [kind, find(kind)])) as Record<AuthKind, string | undefined>;
}
