/** The model of what files mean to a server of one major: places, settings, records. */
import type { ConnectionType } from '../catalog/authentication.js';
import type { Parameter } from '../catalog/types.js';
import type { Document } from '../documents/document.js';
import type { OpenError } from '../formats/open-error.js';
import type { AuthLine, AuthToken, AuthTree, ConfSyntaxError, ConfTree, Setting, Span } from '../syntax/nodes.js';
import type { ValueReading } from '../values/types.js';

/** A document that was read, with its tree for the cluster's target. */
export interface SourceFile<T = ConfTree | AuthTree> extends Document {
  tree: T;
}
export type ConfFile = SourceFile<ConfTree>;
export type AuthFile = SourceFile<AuthTree>;

/** A range in a file of the cluster. */
export interface Place extends Span {
  file: SourceFile;
  /** The file as a whole, which lacks what is spoken of; `start` and `end` are 0 then. */
  wholeFile?: true;
}

/** Why the server refuses a line, or (severity `warning`) takes it although it can never match. */
export interface ReadingError extends Place {
  /** Stable kebab-case name, e.g. `invalid-connection-type`, `missing-netmask`, `option-needs-method`. */
  code: string;
  severity: 'error' | 'warning';
  /** Our own sentence. */
  message: string;
  /**
   * Whether the server's view has a text for it. False for an error where the view shows an empty row although the file
   * is refused, and for a warning that stands in the log only.
   */
  shownByServer: boolean;
  /** The 1-based line of the line in `file` that the server names. */
  line?: number;
  /**
   * What was assumed because the files do not tell: the built-in default of a parameter (its name) where no
   * postgresql.conf was found, or which network interfaces exist (`interfaces`). Then the verdict is not certain:
   * a linter stays silent, `show` says what a server would say of which the assumption holds.
   */
  assumes?: string;
  /** The file that was not read, where that is what the remark says. */
  notRead?: OpenError;
}

/* ---------------------------------------------------------------- settings */

/** One setting in the order in which the server reads them (pg_file_settings.seqno). */
export interface ConfEntry extends Place {
  type: 'ConfEntry';
  file: ConfFile;
  line: number;
  node: Setting;
  /** The name as written; `parameter` says what it means to the target. */
  name: string;
  /** Undefined where the target does not know the name, and for custom names. */
  parameter: Parameter | undefined;
  /** Whether the name is a custom one (`a.b`), which every server takes; a library may define it later. */
  custom: boolean;
  value: string;
  /** Whether a later entry of the same spelling made the server drop this one unread. */
  dropped: boolean;
  /** What the server makes of the value; undefined for dropped entries and for names that the target does not know. */
  reading: ValueReading | undefined;
  /** The entry that wins over this one; undefined where this one is effective. */
  overriddenBy: ConfEntry | undefined;
}

/** What is in force for one parameter. */
export interface EffectiveSetting {
  name: string;
  parameter: Parameter | undefined;
  /** The text in force: the winning entry's value, or the target's default (undefined where that is not known). */
  value: string | undefined;
  reading: ValueReading | undefined;
  /** The winning entry; undefined where no file sets it. */
  entry: ConfEntry | undefined;
  /** The entries that lost, in reading order. */
  overridden: ConfEntry[];
  /** The server gets it on its command line, as a file beside the configuration says. */
  onCommandLine?: true;
}

export interface Configuration {
  /** The files in reading order: main, includes where they stand, postgresql.auto.conf last. */
  files: ConfFile[];
  main: ConfFile | undefined;
  auto: ConfFile | undefined;
  entries: ConfEntry[];
  syntaxErrors: { file: ConfFile; node: ConfSyntaxError }[];
  /** Includes that cannot be followed, and those that the server skips or that were not read (severity `warning`). */
  includeErrors: ReadingError[];
  /**
   * Files that belong to it but were not read, so that settings may be missing: outside the workspace, too large.
   * A skipped `include_if_exists` is not among them.
   */
  unread: OpenError[];
  /**
   * Whether a server of the target takes these files, as far as lexer, names and values decide it:
   * undefined where files alone do not.
   */
  loads: boolean | undefined;
  /** What is in force; the name in any letter case, old aliases included. */
  get(name: string): EffectiveSetting;
  /** Every name that the files set, in the order of its first entry. */
  settings(): EffectiveSetting[];
}

/* ---------------------------------------------------------------- pg_hba.conf */

export type { ConnectionType };

/** A token with the file it stands in: an `@file` may have brought it from elsewhere. */
export interface PlacedToken extends AuthToken {
  file: AuthFile;
  /** The `@file` token of the record through which it came. */
  via: PlacedToken | undefined;
  /** True for an `@file` token whose file was not read: it stands for tokens that nobody knows. */
  unread?: boolean;
}

/** One element of the database or user column. */
export interface NamePattern {
  /** `unknown`: an `@file` that was not read (outside the workspace, unreadable): it may hold any names. */
  kind: 'all' | 'sameuser' | 'samerole' | 'replication' | 'members' | 'regex' | 'name' | 'unknown';
  /** The name, the role of `+role`, or the regular expression without its slash. Empty for keywords. */
  value: string;
  token: PlacedToken;
}

export type Address =
  | { kind: 'all' | 'samehost' | 'samenet'; token: PlacedToken }
  | { kind: 'host' | 'suffix'; name: string; token: PlacedToken }
  | {
      kind: 'network';
      family: 4 | 6;
      /** As a number of 32 or 128 bits, host bits not cleared. */
      address: bigint;
      mask: bigint;
      /** The interface scope of a link-local address (`fe80::1%eth0`). */
      scope: string | undefined;
      token: PlacedToken;
      /** The separate netmask column, where there is one. */
      maskToken: PlacedToken | undefined;
    };

export interface RecordOption {
  name: string;
  value: string;
  token: PlacedToken;
}

export interface ImpliedOption {
  name: string;
  value: string;
}

/** One record of pg_hba.conf. Fields are undefined where the record is broken before them. */
export interface HbaRecord extends Place {
  type: 'HbaRecord';
  file: AuthFile;
  line: number;
  node: AuthLine;
  /**
   * pg_hba_file_rules.rule_number, 1-based: undefined for records with an error text, although a broken record
   * without a text has a number.
   */
  ruleNumber: number | undefined;
  connectionType: ConnectionType | undefined;
  connectionTypeToken: PlacedToken | undefined;
  databases: NamePattern[];
  users: NamePattern[];
  /** Undefined for `local`. */
  address: Address | undefined;
  /** As the server understands it: `ident` on `local` is `peer`. */
  method: string | undefined;
  methodToken: PlacedToken | undefined;
  /** As written, in order; the last of a name wins. */
  options: RecordOption[];
  /** Options that the server sets by itself: `clientcert` for cert, `validator` for oauth with one library. */
  implied?: readonly ImpliedOption[];
  error: ReadingError | undefined;
  /** What files alone cannot decide about it: names that need DNS, files that were not read. */
  undecidable?: readonly string[];
}

/** Records in the order in which the server tries them, includes expanded where they stand. */
export interface HbaReading {
  main: AuthFile;
  files: AuthFile[];
  records: HbaRecord[];
  /** Errors that belong to no record: includes, "no entries"; with severity `warning`, what is only skipped. */
  errors: ReadingError[];
  /** The rows of the server's view in its order: records, and lines that are an error of their own. */
  rows?: (HbaRecord | ReadingError)[];
  /** Whether the server takes the file: one bad line refuses it whole. */
  loads: boolean;
}

/* ---------------------------------------------------------------- pg_ident.conf */

export interface IdentMapping extends Place {
  type: 'IdentMapping';
  file: AuthFile;
  line: number;
  node: AuthLine;
  /** 1-based among the mappings that load; undefined for broken ones. */
  mapNumber: number | undefined;
  mapName: PlacedToken | undefined;
  systemUser: NamePattern | undefined;
  databaseUser: NamePattern | undefined;
  error: ReadingError | undefined;
}

export interface IdentReading {
  main: AuthFile;
  files: AuthFile[];
  mappings: IdentMapping[];
  errors: ReadingError[];
  /** The rows of the server's view in its order. */
  rows?: (IdentMapping | ReadingError)[];
  loads: boolean;
}

/* ---------------------------------------------------------------- pg_hosts.conf (19) */

export interface HostEntry extends Place {
  type: 'HostEntry';
  file: AuthFile;
  line: number;
  node: AuthLine;
  hostNames: PlacedToken[];
  certificate: PlacedToken | undefined;
  key: PlacedToken | undefined;
  ca: PlacedToken | undefined;
  passphraseCommand: PlacedToken | undefined;
  reload: PlacedToken | undefined;
  error: ReadingError | undefined;
}

export interface HostsReading {
  main: AuthFile;
  files: AuthFile[];
  entries: HostEntry[];
  errors: ReadingError[];
  /** Entries and lines that are an error of their own, in reading order. */
  rows?: (HostEntry | ReadingError)[];
  loads: boolean;
}
