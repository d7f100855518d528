import type { LintResult } from '../linter/engine/lint.js';
import type { Rule } from '../linter/rule.js';
import { join, type Printable } from './printable.js';

/** What a reporter may need beside the result. */
export interface ReportContext {
  /** Paths are shown relative to it where they stand below it. */
  cwd: string;
  color: boolean;
  /** The width that text for people is set in. */
  columns: number;
  /** Whether a person reads the text on a terminal as it is written. */
  onTerminal?: boolean;
  /** Whether the terminal shows addresses behind words (OSC 8). */
  links?: boolean;
  /** Which rules are on and who says so, for people: `preset recommended (the default)`. */
  preset?: string;
  /** Takes what a person is told where the report itself is empty; without it, the report says it. */
  beside?(text: Printable): void;
  /** The rules that could have run, for formats that describe them. */
  rules: readonly Rule[];
  /** The version of pgconflint. */
  version: string;
}

/** A report: its text, or the pieces of a text that may be too long to be held at once. */
export type ReportText = Printable | Iterable<Printable>;

/** Turns a result into text, with a line end at its end; empty where there is nothing to say. */
export type Reporter = (result: LintResult, context: ReportContext) => ReportText | Promise<ReportText>;

/** The whole text of a report. */
export function wholeText(text: ReportText): Printable {
  return typeof text === 'string' ? text : join([...text]);
}

/** The reports that show the changes which problems offer. */
export const showingChanges: ReadonlySet<string> = new Set(['codeframe', 'json', 'sarif']);

/** What a run prints unless told otherwise. */
export const defaultFormat = 'stylish';

/** The reporters by the name that `--format` takes, each loaded only when asked for. */
export const reporters: Readonly<Record<string, () => Promise<Reporter>>> = {
  stylish: async () => (await import('./framed/stylish.js')).stylish,
  vfile: async () => (await import('./vfile.js')).vfile,
  concise: async () => (await import('./concise.js')).concise,
  codeframe: async () => (await import('./codeframe.js')).codeframe,
  json: async () => (await import('./json.js')).json,
  sarif: async () => (await import('./sarif.js')).sarif,
  github: async () => (await import('./github.js')).github,
  gitlab: async () => (await import('./gitlab.js')).gitlab,
  junit: async () => (await import('./junit.js')).junit,
  checkstyle: async () => (await import('./checkstyle.js')).checkstyle,
  html: async () => (await import('./html.js')).html,
  markdown: async () => (await import('./markdown.js')).markdown,
};
