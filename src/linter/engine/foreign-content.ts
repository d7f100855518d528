import type { SourceFile } from '../../cluster/types.js';
import { kindByName } from '../../formats/recognize.js';
import { LineTable } from '../../syntax/positions.js';
import type { Problem } from '../problem.js';

/** The rules that say that a server cannot read a line, or does not know its name. */
const unreadable = ['conf/syntax-error', 'conf/unknown-parameter', 'hba/invalid-record', 'ident/invalid-mapping'];

/** Of fewer lines nothing is said: a file may have a few mistakes. */
const fewestLines = 10;
const share = 0.6;

/** What a text is, by what most files of the language have. */
const languages: readonly [name: string, pattern: RegExp][] = [
  ['a shell script', /^#!.*sh\b/],
  ['JSON', /^\s*[{[]\s*(?:"|$)/],
  ['Terraform', /^(?:resource|variable|provider|module|locals|terraform|output|data)\b[^\n=]*\{/m],
  ['SQL', /^\s*(?:CREATE|INSERT|SELECT|ALTER|GRANT|DROP|UPDATE|BEGIN|SET)\b[^\n]*(?:;|\()\s*$/im],
  ['YAML', /^(?:---|[\w.-]+:(?:\s|$))/m],
  ['a file of variables for a shell', /^(?:export\s+)?[A-Z][A-Z0-9_]*=/m],
];

/**
 * Tells a file of something else from a configuration with mistakes: a server can read hardly a line of it.
 *
 * @param file what was judged
 * @param problems everything that the rules say of it
 * @returns one sentence; undefined where it is a file of PostgreSQL's for all that can be told
 */
export function foreignContent({ path, text }: SourceFile, problems: readonly Problem[]): string | undefined {
  const broken = problems.filter(({ ruleId }) => unreadable.includes(ruleId));
  if (broken.length < fewestLines) return undefined;
  const lines = text.split('\n').filter((line) => !/^\s*(?:#|$)/.test(line)).length;
  const table = new LineTable(text);
  const unread = new Set(broken.map(({ start }) => table.positionAt(start).line)).size;
  if (unread < lines * share) return undefined;
  const language = languages.find(([, pattern]) => pattern.test(text))?.[0];
  // By its name it is one: then some text was pasted into it, unless nothing else stands there.
  const isNamed = kindByName(path) !== undefined;
  if (isNamed && (unread < lines || language === undefined)) return undefined;
  const looks = language === undefined ? '' : ` It looks like ${language}.`;
  return `This is not one of PostgreSQL's configuration files: a server can read ${lines - unread} of its ${lines} lines.${looks}`;
}
