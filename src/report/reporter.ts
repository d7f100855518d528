import type { LintResult } from '../linter/engine/lint.js';
import type { Rule } from '../linter/rule.js';
import { join, type Printable } from './printable.js';

/** What a reporter may need beside the result. */
export interface ReportContext {
  /** Paths are shown relative to it where they stand below it. */
  cwd: string;
  color: boolean;
  /** The width of the terminal; undefined where the text goes elsewhere. */
  columns: number | undefined;
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

/** The reporters by the name that `--format` takes, each loaded only when asked for. */
export const reporters: Readonly<Record<string, () => Promise<Reporter>>> = {
  stylish: async () => (await import('./stylish.js')).stylish,
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
