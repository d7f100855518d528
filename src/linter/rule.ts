import type { Major } from '../catalog/majors.js';
import type { Cluster, ConfEntry, HbaRecord, Place } from '../cluster/types.js';
import type { SubjectVisitors } from '../formats/index.js';
import type { AuthKind } from '../syntax/nodes.js';
import type { JsonSchema, ValueOf } from './json-schema.js';
import type { Operation, TextEdit } from './operations.js';
import type { Fix, MessageParts, Related, Suggestion } from './problem.js';

export type RuleCategory =
  | 'authentication'
  | 'authorization'
  | 'accounting'
  | 'network'
  | 'tls'
  | 'durability'
  | 'replication'
  | 'correctness'
  | 'maintainability';

/** A control of a benchmark, by number only. */
export interface Control {
  /** `cis-13` … `cis-18`, `stig-crunchy-16`, `percona`. */
  benchmark: string;
  id: string;
}

/** One option of a rule: a subset of JSON Schema, from which the configuration's schema and the pages are made. */
export type OptionSchema = { description: string } & (
  | { type: 'boolean'; default: boolean }
  | { type: 'integer' | 'number'; default: number; minimum?: number; maximum?: number }
  | { type: 'string'; default: string; enum?: readonly string[] }
  | { type: 'array'; default: readonly unknown[]; items: JsonSchema }
  | {
      type: 'object';
      default: Readonly<Record<string, unknown>>;
      properties?: Readonly<Record<string, JsonSchema>>;
      additionalProperties?: boolean | JsonSchema;
    }
);

/** The options of a rule, by name. */
export type OptionSchemas = Readonly<Record<string, OptionSchema>>;

/** What a rule gets for its options: of each the type that its schema says. */
export type OptionsOf<Schemas extends OptionSchemas> = { readonly [Name in keyof Schemas]: ValueOf<Schemas[Name]> };

/**
 * A message with `{placeholders}` in braces; a part that is empty once they are filled in is left out. A text without
 * parts is split at its sentences.
 */
export type MessageTemplate = Readonly<MessageParts> | string;

export interface RuleMeta {
  /** problem: it is wrong or dangerous. suggestion: it could be better. layout: only looks. */
  type: 'problem' | 'suggestion' | 'layout';
  /** One line, without a full stop. */
  summary: string;
  category: RuleCategory;
  /** The severity that presets give it unless they say otherwise. */
  severity?: 'warning' | 'error';
  /** The presets that switch it on; `all` has every rule. Benchmark presets follow from `controls`. */
  presets?: readonly PresetEntry[];
  controls?: readonly Control[];
  /** The majors on which the rule has something to say. */
  targets?: { from?: Major; to?: Major };
  options?: OptionSchemas;
  /**
   * What of options that fit their schemas cannot be meant: the keys that lead to it and a sentence; undefined where nothing is
   * wrong. Its options have their defaults.
   */
  check?(options: Readonly<Record<string, unknown>>): { keys: readonly (string | number)[]; says: string } | undefined;
  /** Messages by id. */
  messages: Readonly<Record<string, MessageTemplate>>;
  /** The most that the rule's fixes may be; the engine refuses others. */
  fix?: 'safe' | 'unsafe';
  /** Whether the rule offers suggestions. */
  suggestions?: boolean;
  /**
   * Whether it also judges the lines of templates that have placeholders: what it finds holds whatever is put there, as
   * a password does that stands beside one.
   */
  evenInTemplates?: boolean;
  /**
   * Whether what HbaRecord and DecidingRecord report depends on nothing but the one record, the target, the options and the
   * settings: then an editor asks them again only of records that changed, and of those for which `allRecords` was needed.
   */
  eachRecordAlone?: boolean;
  /**
   * Which problems of the rule have one cause and become one problem with several places: those of the same `file` with
   * the same message id, or those of `neighbours`, lines that nothing but comments parts. Without it each problem stays
   * by itself, unless the report names its `cause`.
   */
  sameCause?: 'file' | 'neighbours';
  /** What is said at the cause of several problems, where reports tell its place; `{count}` and `{lines}` name them. */
  together?: MessageTemplate;
  /** The rules whose problems say what these would: where both speak of the same thing, this one becomes a place of it. */
  yieldsTo?: readonly Yielding[];
  /** Whether what it says holds on every major, those before 10 too: it is all that is judged of files for those. */
  anyMajor?: boolean;
  /** What the problems under these message ids keep the server from: starting, or taking the file. */
  blocks?: Readonly<Record<string, Blocks>>;
  /**
   * `meaning` where the line does not do what it says: such a problem stands before those that judge who gets in, since
   * these judge what the line was not to be. Left out, the category tells what the rule concerns.
   */
  concern?: 'meaning';
  /** The message ids whose problems are warnings whatever severity the rule has: nothing stops working for them. */
  warnings?: readonly string[];
  deprecated?: { replacedBy: string };
  /** Where the page is read; rules of plugins give it, the project's own rules leave it out. */
  url?: string;
}

/** To which problems those of a rule yield. */
export interface Yielding {
  rule: string;
  /** What both must be about: the same record, record at the root, setting, or any things of one cluster. */
  by: 'record' | 'cause' | 'setting' | 'cluster';
  /** The message ids of this rule that yield; all where it is left out. */
  messages?: readonly string[];
}

/** A preset's name, or with the severity and options that this preset gives the rule. */
export type PresetEntry =
  | string
  | { preset: string; severity?: 'warning' | 'error'; options?: Readonly<Record<string, unknown>> };

/** An operation on a document, which its writer carries out; or an edit of its text, for what no operation says. */
export type Change = Operation | TextEdit;

/** What a problem keeps the server from: starting, or taking the file. */
export type Blocks = 'start' | 'file';

/** What a rule says of one place. */
export interface Report {
  messageId: string;
  /**
   * Which parts of what the rule judges it is about, by stable names: the parameters, the escapes of a log prefix, `local`
   * or `host`. Audits tell by them which controls of a benchmark it concerns.
   */
  parts?: readonly string[];
  /** Values for the message's placeholders. */
  data?: Record<string, string | number>;
  /** Where: any node of the cluster's model, or a range in one of its files. */
  at: Place;
  /**
   * What the problem comes from, where that is known: reports of the rule with the same key are one problem. With `at`,
   * several of them are told there, with the text of `RuleMeta.together`.
   */
  cause?: { key: string; at?: Place };
  related?: { at: Place; message: string }[];
  /** Places of a file that carries a document of the cluster, which stand in no document: the limit of a container. */
  relatedInFile?: readonly Related[];
  fix?: Omit<Fix, 'edits'> & { edits: Change[] };
  suggestions?: (Omit<Suggestion, 'edits'> & { edits: Change[] })[];
  tags?: ('unnecessary' | 'deprecated')[];
  /** What it keeps the server from, where that depends on more than the message; else `RuleMeta.blocks` says it. */
  blocks?: Blocks;
}

export interface RuleContext<Options = Readonly<Record<string, unknown>>> {
  target: Major;
  /** The release of the target, where its minor is known: `16.14`. */
  release: string | undefined;
  cluster: Cluster;
  /** The rule's options, defaults filled in and checked against its schema. */
  options: Options;
  /** The day of the run as `YYYY-MM-DD`. Ask it only where the day decides: what was found then holds for that day alone. */
  readonly today: string;
  /** Whether a day, `YYYY-MM-DD`, has come. What was found then holds until it comes. */
  hasCome(this: void, day: string): boolean;
  /**
   * The records of the cluster, none where it has no pg_hba.conf. A rule that looks at each record alone asks for them where it
   * cannot go without; it then judges the record at hand again whatever changes.
   */
  allRecords(this: void): readonly HbaRecord[];
  report(report: Report): void;
}

/** Called for each thing of the cluster in the server's order; broken records come too, with `error` set. */
export interface Visitors extends SubjectVisitors {
  Cluster?(cluster: Cluster): void;
  ConfEntry?(entry: ConfEntry): void;
  /**
   * As HbaRecord, without the records that never decide a login, because earlier ones match all that they are for:
   * for rules that say who gets in and how. That such a record is there is said by rules of its own.
   */
  DecidingRecord?(record: HbaRecord): void;
  /** After everything else. */
  end?(): void;
}

export interface Rule {
  id: string;
  meta: RuleMeta;
  /**
   * The one authentication file that the rule judges, or `carrier` for clusters that stand in other files or are for a
   * container: it does not run on clusters without.
   */
  reads?: AuthKind | 'carrier' | undefined;
  /** The defaults of its options, for who does not want to load `meta.options` for them. */
  defaults?: Readonly<Record<string, unknown>> | undefined;
  /** Makes the rule's visitors for one run over one cluster and one target. */
  create(context: RuleContext): Visitors;
}

/** A rule whose options have the types that their schemas say. */
export interface RuleDefinition<Schemas extends OptionSchemas> extends Omit<Rule, 'meta' | 'create'> {
  meta: RuleMeta & { options?: Schemas };
  create(context: RuleContext<OptionsOf<Schemas>>): Visitors;
}

/**
 * Declares a rule; checks nothing, so that loading rules costs nothing. The rule tester and the engine check the rest.
 */
export function defineRule<const Schemas extends OptionSchemas = Readonly<Record<never, never>>>(
  rule: RuleDefinition<Schemas>,
): Rule {
  return rule;
}
