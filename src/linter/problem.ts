import type { Major } from '../catalog/majors.js';
import type { Span } from '../syntax/nodes.js';

export type Severity = 'warning' | 'error';

/** One replacement in a file's text; `start` and `end` are UTF-16 offsets. An insertion has start = end. */
export interface Edit {
  /** Absolute path; every edit of a fix may stand in another file of the cluster. */
  file: string;
  start: number;
  end: number;
  text: string;
}

/** A change that mends a problem. A `safe` one changes no behaviour but the one that the problem names. */
export interface Fix {
  /** What it does, for a menu; an unsafe one says what changes. */
  title: string;
  safety: 'safe' | 'unsafe';
  /**
   * The parameters whose value in force it may change, in lower case. Left out where the values in force stay what they
   * are, as well as what the records and mappings say.
   */
  changes?: readonly string[];
  edits: Edit[];
}

/** A change that a person must choose. */
export interface Suggestion {
  title: string;
  edits: Edit[];
}

/** Another place that the problem speaks of. */
export interface Related {
  file: string;
  start: number;
  end: number;
  message: string;
}

/**
 * What a problem concerns, in the order in which people want to know: what keeps the server from starting, what keeps
 * it from taking a file, which lines mean something else than they say, who gets in, and all the rest.
 */
export const concerns = ['start', 'file', 'meaning', 'access', 'other'] as const;
export type Concern = (typeof concerns)[number];

/**
 * What ties a problem to others of its cluster, as keys that are equal where the things are the same. The engine makes
 * one problem of those with one cause; `RuleMeta.sameCause` and `RuleMeta.yieldsTo` say which those are.
 */
export interface Ties {
  cluster: string;
  /** The record of pg_hba.conf that it is about. */
  record?: string;
  /** The record that is the cause: the same one, unless the rule says that another is. */
  cause?: string;
  /** The setting that it is about. */
  setting?: string;
  /** Problems with the same key are one. */
  group?: string;
  /** Where the cause stands, and what is said there of several places; `{count}` and `{lines}` are filled in. */
  head?: Omit<Related, 'message'> & MessageParts & { document?: DocumentPlace };
}

/** What is said, in three parts; `message` of a problem is the text that they make together. */
export interface MessageParts {
  /** What is wrong; it names the thing and has no full stop. */
  headline: string;
  /** What happens because of it. */
  why?: string | undefined;
  /** What to write. */
  help?: string | undefined;
}

/** A place in a document. */
export interface DocumentPlace extends Span {
  id: string;
}

/** What a rule found, as every reporter, the editor and the API see it. */
export interface Problem extends MessageParts {
  ruleId: string;
  severity: Severity;
  /** Its three parts as one text. */
  message: string;
  messageId: string;
  /** Which parts of what the rule judges it is about, where the rule says so. */
  parts?: readonly string[];
  file: string;
  start: number;
  end: number;
  /** The document in which it was found and its place there, where the document is not the file itself. */
  document?: DocumentPlace;
  related: Related[];
  /** The targets for which it holds, where it does not hold for all that were asked. */
  targets: Major[] | undefined;
  fix: Fix | undefined;
  /** How safe a fix is that was found and is not at hand: a cache keeps no changes. */
  fixNotKept?: Fix['safety'];
  suggestions: Suggestion[];
  /** For editors: greyed out or struck through. */
  tags: ('unnecessary' | 'deprecated')[];
  concern: Concern;
  /** It is about what the file lacks: the file as a whole is its place, and it comes after what has a line. */
  wholeFile?: true;
  ties?: Ties;
  /** The problems that the same cause makes at other places, each with its own fix; `related` shows them. */
  places?: Problem[];
  /** The rule's page. */
  url: string;
}

/** The id of the document in which a problem was found. */
export function documentOf({ document, file }: Problem): string {
  return document?.id ?? file;
}

/** Where a problem stands in its document, which is what suppressions and templates speak of. */
export function placeInDocument(problem: Problem): Span {
  return problem.document ?? problem;
}
