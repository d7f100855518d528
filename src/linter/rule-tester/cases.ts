import type { Major } from '../../catalog/majors.js';
import { formats } from '../../formats/index.js';
import { fileKinds } from '../../syntax/kinds.js';
import type { FileKind } from '../../syntax/nodes.js';
import type { Rule } from '../rule.js';

/**
 * The files of a case by kind and how they are linted. The texts stand in one folder under the server's own names:
 * a case with `conf` is a complete cluster, one without is a loose file.
 */
export interface TestCase extends Readonly<Partial<Record<FileKind, string>>> {
  /** Shown in the test's title instead of the text. */
  name?: string;
  /** Further files by their path from the cluster's folder: `conf.d/10-tls.conf`, `postgresql.auto.conf`. */
  files?: Readonly<Record<string, string>>;
  /** One target or several; where left out, what a PG_VERSION among `files` tells, else 18. */
  postgres?: Major | readonly Major[];
  /** The release of the targets, where the minor is known: `16.14`. */
  release?: string;
  options?: Readonly<Record<string, unknown>>;
}

/** A problem that a case must give; all that is stated must agree. */
export interface ExpectedProblem {
  messageId: string;
  /** The severity that the rule has by itself. */
  severity?: 'warning' | 'error';
  /** The file, as a key of `files` or a server's name; the case's first file where left out. */
  file?: string;
  line: number;
  column?: number;
  endLine?: number;
  endColumn?: number;
  /** The text that the problem marks; it may stand instead of a column. */
  text?: string;
  /** The whole message. */
  message?: string;
  /** The majors for which it holds; left out where it holds for all targets of the case. */
  targets?: readonly Major[];
  /** Each suggestion with the texts that it makes; required where the problem has suggestions. */
  suggestions?: readonly { title: string; output: string | Readonly<Record<string, string>> }[];
}

export interface InvalidCase extends TestCase {
  /** In the order of files and places. */
  errors: readonly ExpectedProblem[];
  /**
   * The text after all fixes, or the texts by file where the case has several; required where a problem has a fix.
   */
  output?: string | Readonly<Record<string, string>>;
}

/** A bare text is a file of the rule's own kind: pg_hba.conf for `hba/…`, postgresql.conf for `conf/…` and so on. */
export interface RuleCases {
  valid: readonly (string | TestCase)[];
  invalid: readonly InvalidCase[];
}

/** The folder in which the files of a case stand. */
export const caseFolder = '/cluster';

/** Makes a case of a bare text: the kind of file that the rule's group names; postgresql.conf for `cluster/…`. */
export function fullCase(testCase: string | TestCase, rule: Rule): TestCase {
  if (typeof testCase !== 'string') return testCase;
  const group = rule.id.split('/').at(-2);
  const kind = fileKinds.find((each) => each === group) ?? 'conf';
  return { [kind]: testCase };
}

/** The texts of a case by their path from the cluster's folder, the server's own files first. */
export function caseFiles(testCase: TestCase): Map<string, string> {
  const files = new Map<string, string>();
  for (const kind of fileKinds) {
    const text = testCase[kind];
    if (text !== undefined) files.set(formats[kind].fileName, text);
  }
  for (const [path, text] of Object.entries(testCase.files ?? {})) files.set(path, text);
  return files;
}

/** The targets of a case; undefined where its files tell them. */
export function caseTargets(testCase: TestCase): readonly Major[] | undefined {
  const { postgres, files } = testCase;
  if (postgres === undefined) return files?.['PG_VERSION'] === undefined ? [18] : undefined;
  return typeof postgres === 'number' ? [postgres] : postgres;
}
