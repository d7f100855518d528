import type { Major } from '../majors.js';

/** Which question of security a control answers: who are you, what may you do, what have you done; or how it keeps running. */
export type ControlGroup = 'authentication' | 'authorization' | 'accounting' | 'operation';

/** Where a control works. */
export type ControlLayer = 'network' | 'tls' | 'access' | 'logging' | 'storage';

/** One control of a benchmark that concerns configuration, in our own words: numbers and settings, no sentence of theirs. */
export interface BenchmarkControl {
  id: string;
  title: string;
  group: ControlGroup;
  layer: ControlLayer;
  /** The rules that judge it, where they do not name it themselves among their `controls`. */
  rules?: readonly string[];
  /** Where its rules judge more than it asks for: only problems that are about one of these parts count. */
  about?: readonly string[];
  /** Where it is about records of one kind only: those for the Unix-domain socket, or those for TCP/IP. */
  records?: 'local' | 'host';
  /** The query or command that tells what files do not; without any rule it is all there is. */
  check?: string;
}

/** A benchmark as an audit knows it. */
export interface Benchmark {
  /** The name of its preset: `cis-18`. */
  name: string;
  title: string;
  /** The major that it was written for; undefined where it is for all. */
  major: Major | undefined;
  controls: readonly BenchmarkControl[];
}
