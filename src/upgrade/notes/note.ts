import type { Major } from '../../catalog/majors.js';
import type { Cluster, Place } from '../../cluster/types.js';

/** When somebody who upgrades has to act. */
export type Phase = 'before' | 'during' | 'after';

/** How an item of the release notes shows in a cluster's files. */
export type Shown =
  /** The new major refuses or ignores what the files say: rules tell it. */
  | 'rule'
  /** A default that changes under a setting that no file sets: the catalogue tells it. */
  | 'default'
  /** The same text means something else: a check of this folder tells it. */
  | 'meaning'
  /** No file shows it, but a dump of the settings of databases and roles does. */
  | 'dump'
  /** Files do not show it: the checklist asks for it. */
  | 'by hand';

/** One item of a major's release notes that touches these files, or what a setting or record means. */
export interface ReleaseItem {
  /** A stable name. */
  id: string;
  /** The major that brings it. */
  major: Major;
  shown: Shown;
  phase: Phase;
  /** What changes, one sentence. */
  change: string;
}

/** What an item means for one cluster. */
export interface FoundItem extends ReleaseItem {
  /** Where the files say what changes its meaning; undefined for what files do not show. */
  at: Place | undefined;
  /** The line of a dump that says it. */
  line?: number;
  /** What to do, one or two sentences. */
  advice: string;
}

/** Both readings of one cluster. */
export interface Upgrade {
  before: Cluster;
  after: Cluster;
}

/** Finds where an item concerns a cluster, and says what to do there. */
export type MeaningCheck = (upgrade: Upgrade) => { at: Place; advice: string }[];
