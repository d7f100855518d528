/** The model of one cluster: what its files mean to a server of one major. */

import type { Major } from '../catalog/majors.js';
import type { Extent } from '../documents/carrier.js';
import type { Container } from '../documents/container.js';
import type { Readings } from '../formats/index.js';
import type { OpenError } from '../formats/open-error.js';
import type { Configuration, SourceFile } from '../formats/types.js';

export type * from '../formats/types.js';

/** A text that a parameter names and that is no configuration file: a certificate, a key. */
export interface NamedFile {
  path: string;
  text: string;
  /** Whether it lies in a server's data folder, or the configuration does: then it lies where a server keeps it. */
  isOnServer: boolean;
}

export interface Cluster extends Readings {
  target: Major;
  /** The folder of the main file, or of the loose file that was asked for. */
  folder: string;
  /**
   * Whether a whole main postgresql.conf was found: rules that report a *missing* setting stay silent without one, since
   * a snippet or a loose pg_hba.conf says nothing about the settings in force, nor what a person tells a platform that
   * adds its own.
   */
  extent: Extent;
  /** The version before 10 that the files tell, for people, with what tells it: then nothing holds but what every major does. */
  oldVersion?: { version: string; source: string };
  /** Whether it is for a container, where other machines reach only the ports that are published. */
  isContainer?: true;
  /** What is certain of that container: left out where only a name or a file beside it says that it is for one. */
  container?: Container;
  configuration: Configuration;
  /** Authentication files that the settings name but that were not read, and why. */
  unreadFiles?: OpenError[];
  /** Every document that was read, each once; several may stand in one file. */
  files: SourceFile[];
  /**
   * The file that the value in force of a parameter names, read when it is asked for: undefined where there is none that
   * may be read, or where nothing is known of the value.
   */
  fileNamedBy?(parameter: string): NamedFile | undefined;
  /** The names in a folder, sorted, by its path from `folder`; empty where it may not be read, or is none. */
  namesIn?(path: string): string[];
  /** The file at a path from `folder`, read when it is asked for: undefined where there is none that may be read. */
  fileAt?(path: string): NamedFile | undefined;
}
