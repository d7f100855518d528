import type { Major } from '../catalog/majors.js';

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

/** What a rule found, as every reporter, the editor and the API see it. */
export interface Problem {
  ruleId: string;
  severity: Severity;
  /** What is wrong, what happens because of it, what to write. */
  message: string;
  messageId: string;
  /** Which parts of what the rule judges it is about, where the rule says so. */
  parts?: readonly string[];
  file: string;
  start: number;
  end: number;
  related: Related[];
  /** The targets for which it holds, where it does not hold for all that were asked. */
  targets: Major[] | undefined;
  fix: Fix | undefined;
  suggestions: Suggestion[];
  /** For editors: greyed out or struck through. */
  tags: ('unnecessary' | 'deprecated')[];
  /** The rule's page. */
  url: string;
}
