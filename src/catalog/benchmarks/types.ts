import type { Major } from '../majors.js';

/** Which question of security a control answers: who are you, what may you do, what have you done; or how it keeps running. */
export type ControlGroup = 'authentication' | 'authorization' | 'accounting' | 'operation';

/** Where a control works. */
export type ControlLayer = 'network' | 'tls' | 'access' | 'logging' | 'storage';

/** What a value in force must be, for a control that looks at it. */
export type ValueTest =
  /** One of these, as a server shows it; numbers in the parameter's own unit. */
  | { is: readonly (string | number)[] }
  /** A comma-separated list with each of these. */
  | { lists: readonly string[] }
  /** A comma-separated list with one of these. */
  | { listsOneOf: readonly string[] }
  /** log_line_prefix: each element names the escapes of which one is enough. */
  | { escapes: readonly string[] }
  /** pgaudit.log: records each of these classes. */
  | { classes: readonly string[] }
  /** log_connections, a list since 18: logs each of these, or is on before. */
  | { connections: readonly string[] }
  /** Not empty. */
  | 'filled'
  | 'above zero'
  /** An absolute path: a relative one is below the data directory. */
  | 'outside'
  /** listen_addresses: none of them means every address. */
  | 'chosen addresses'
  /** The time of UTC under any of its names. */
  | 'utc'
  /** Any value that the rules of the control do not report. */
  | 'judged';

export interface SettingRequirement {
  setting: string;
  must: ValueTest;
}

/** One of these libraries is in shared_preload_libraries. */
export interface LibraryRequirement {
  library: readonly string[];
}

/** Which records of pg_hba.conf a control looks at; those that reject let nobody in, and are left out. */
export type RecordSelection = 'local' | 'host' | 'remote' | 'all' | 'replication' | 'ldap' | 'cert';

/** What each of the records must be. A control about records that do not exist is not applicable. */
export interface RecordRequirement {
  records: RecordSelection;
  /** The methods that pass; left out, all but those of `never` do. */
  only?: readonly string[];
  never?: readonly string[];
  /** Whether clients on other machines must be encrypted. */
  encrypted?: true;
  /** Whether the record must name roles rather than `all`. */
  named?: true;
  /** Whether there must be one: then none is a failure. */
  some?: true;
}

export type Requirement =
  | SettingRequirement
  | LibraryRequirement
  | RecordRequirement
  /** One of them is enough. */
  | { oneOf: readonly SettingRequirement[] };

/** One control of a benchmark that concerns configuration, in our own words: numbers and settings, no sentence of theirs. */
export interface BenchmarkControl {
  id: string;
  title: string;
  group: ControlGroup;
  layer: ControlLayer;
  /**
   * What the files must show, as the control's own audit procedure asks. Without any of it files cannot make the control
   * pass: a rule that finds nothing is not evidence.
   */
  requires?: readonly Requirement[];
  /** What must hold for the control to have a subject: else it is not applicable. */
  applies?: SettingRequirement;
  /** The rules that judge it, where they do not name it themselves among their `controls`. */
  rules?: readonly string[];
  /** Where its rules judge more than it asks for: only problems that are about one of these parts count. */
  about?: readonly string[];
  /** Where it is about records of one kind only: those for the Unix-domain socket, or those for TCP/IP. */
  records?: 'local' | 'host';
  /** The query or command for the part that files do not tell: then files that are fine are only a part of a pass. */
  check?: string;
}

/** A benchmark as an audit knows it. */
export interface Benchmark {
  /** The name of its preset: `cis-18`. */
  name: string;
  title: string;
  /** The edition whose numbers and procedures hold here, and its date (`YYYY-MM-DD`) where it is known. */
  edition: string;
  published?: string;
  /** The major that it was written for; undefined where it is for all. */
  major: Major | undefined;
  controls: readonly BenchmarkControl[];
}
