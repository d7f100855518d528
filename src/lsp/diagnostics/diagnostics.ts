import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
  type Location,
} from 'vscode-languageserver/node';
import { baseNameOf } from '../../files/paths.js';
import type { FileResult } from '../../linter/engine/lint.js';
import { listMajors } from '../../linter/engine/targets.js';
import type { Problem, Related } from '../../linter/problem.js';
import { visible } from '../../report/printable.js';
import type { Client } from '../protocol/client.js';
import type { Workspace } from '../workspace/workspace.js';

/** What a diagnostic of ours carries for clients that send it back. */
export interface DiagnosticData {
  ruleId: string;
  messageId: string;
}

const tags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

/** Turns what was found in a file into what the client can show. */
export function diagnosticsOf(file: FileResult, workspace: Workspace, client: Client): Diagnostic[] {
  const lines = workspace.linesOf(file);
  if (file.notText !== undefined) {
    const range = lines.rangeOf({ start: 0, end: 0 });
    return [{ range, severity: DiagnosticSeverity.Error, source: 'pgconflint', message: file.notText }];
  }
  return file.problems.map((problem) => {
    const diagnostic: Diagnostic = {
      range: lines.rangeOf(problem),
      severity: problem.severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
      code: problem.ruleId,
      source: 'pgconflint',
      message: messageOf(problem, client, workspace),
      data: { ruleId: problem.ruleId, messageId: problem.messageId } satisfies DiagnosticData,
    };
    if (client.codeDescription) diagnostic.codeDescription = { href: problem.url };
    if (client.tags && problem.tags.length > 0) diagnostic.tags = problem.tags.map((tag) => tags[tag]);
    if (client.relatedInformation && problem.related.length > 0) {
      const related = problem.related.map((one) => relatedOf(one, workspace)).filter((one) => one !== undefined);
      if (related.length > 0) diagnostic.relatedInformation = related;
    }
    return diagnostic;
  });
}

/**
 * What is wrong, why, and what to write, each on a line of its own: lists of problems show the first line only. The first line
 * names the targets where the problem does not hold for all of them.
 */
function messageOf(problem: Problem, client: Client, workspace: Workspace): string {
  const targets = problem.targets === undefined ? '' : ` (PostgreSQL ${listMajors(problem.targets)})`;
  const further = [problem.why, problem.help].filter((line) => line !== undefined);
  // Some editors put all lines into one.
  const lines = [`${problem.headline}${targets}${further.length > 0 ? '.' : ''}`, ...further];
  if (client.relatedInformation || problem.related.length === 0) return lines.map(visible).join('\n');
  // A client that shows no related places still tells of them.
  const places = problem.related.map(({ file, start, message }) => {
    const location = locationOf(file, { start, end: start }, workspace);
    const line = location === undefined ? '' : `:${location.range.start.line + 1}`;
    return `${baseNameOf(file)}${line}: ${message}`;
  });
  return [...lines, ...places].map(visible).join('\n');
}

function relatedOf(
  { file, start, end, message }: Related,
  workspace: Workspace,
): DiagnosticRelatedInformation | undefined {
  const location = locationOf(file, { start, end }, workspace);
  return location === undefined ? undefined : { location, message };
}

/** A span of a file that was read, as the client names it. */
export function locationOf(
  path: string,
  span: { start: number; end: number },
  workspace: Workspace,
): Location | undefined {
  const file = workspace.update().get(path);
  if (file === undefined) return undefined;
  return { uri: workspace.uriOf(path), range: workspace.linesOf(file).rangeOf(span) };
}
