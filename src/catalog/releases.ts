import data from './data/observed.js';
import type { Major } from './majors.js';

/** What servers of one major showed when the catalogue was made. */
export interface ObservedMajor {
  /** How many parameters they show, the hidden ones and those of special builds left out. */
  parameters: number;
  /** The releases that were observed, oldest first: `15.18`, `15.20`. */
  releases: string[];
}

/**
 * What the catalogue's facts of a major were observed on.
 *
 * @returns undefined for a major of which nothing was observed
 */
export function observationsOf(major: Major): ObservedMajor | undefined {
  for (const line of data.split('\n')) {
    const [number, parameters, releases] = line.split('\t') as [string, string, string];
    if (Number(number) === major) return { parameters: Number(parameters), releases: releases.split(' ') };
  }
  return undefined;
}

/**
 * Compares two releases of one major: betas and release candidates come before the first release.
 *
 * @param a as a server calls itself: `15.20`, `19rc1`, `20devel`
 * @returns a negative number where `a` is the older one
 */
export function compareReleases(a: string, b: string): number {
  return stageOf(a) - stageOf(b) || numberOf(a) - numberOf(b);
}

/** Whether a release came after every one of its major that the catalogue was observed on. */
export function isNewerThanObserved(major: Major, release: string): boolean {
  const newest = observationsOf(major)?.releases.at(-1);
  return newest === undefined || compareReleases(release, newest) > 0;
}

function stageOf(release: string): number {
  const word = /^\d+([a-z]+)/.exec(release)?.[1];
  return word === undefined ? 4 : ['devel', 'alpha', 'beta', 'rc'].indexOf(word);
}

function numberOf(release: string): number {
  return Number(/^\d+[.a-z]*(\d+)/.exec(release)?.[1] ?? 0);
}
