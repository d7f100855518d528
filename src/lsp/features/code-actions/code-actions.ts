import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver/node';
import { documentOf, type Edit, type Problem, placeInDocument } from '../../../linter/problem.js';
import type { Span } from '../../../syntax/nodes.js';
import { diagnosticsOf } from '../../diagnostics/diagnostics.js';
import { fixAllKind, openPageCommand } from '../../protocol/announced.js';
import type { Client } from '../../protocol/client.js';
import type { FileView, Workspace } from '../../workspace/workspace.js';
import { workspaceEditOf } from '../edits.js';
import { disablingEdits } from './disable.js';
import { fixAllEdit } from './fix-all.js';
import { rewritesOfRecord } from './record-rewrites.js';
import { rewritesOfSetting } from './setting-rewrites.js';

/**
 * What can be done at a range of a buffer. Only the range counts: not every client sends its diagnostics along.
 */
export function codeActions(
  view: FileView,
  params: Pick<CodeActionParams, 'range' | 'context'>,
  workspace: Workspace,
  client: Client,
): CodeAction[] {
  const wants = (kind: string) => isWanted(kind, params.context.only);
  const span = view.document.lines.spanOf(params.range);
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) actions.push(...quickFixes(view, span, workspace, client));
  if (wants(CodeActionKind.RefactorRewrite)) {
    for (const offer of [...rewritesOfSetting(view, span), ...rewritesOfRecord(view, span)]) {
      const edit = workspaceEditOf(offer.edits, workspace, client);
      if (edit !== undefined) actions.push({ title: offer.title, kind: offer.kind, edit });
    }
  }
  // A source action is offered where a client asks for it by name, on save mostly.
  if (params.context.only?.some((kind) => contains(kind, fixAllKind))) {
    const change = fixAllEdit(view, workspace);
    const edit = change === undefined ? undefined : workspaceEditOf([change], workspace, client);
    if (edit !== undefined) actions.push({ title: 'Apply every safe fix', kind: fixAllKind, edit });
  }
  return actions;
}

/** Whether a kind is one of those that were asked for, or of a kind below them. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.length === 0 || only.some((asked) => contains(asked, kind));
}

function contains(asked: string, kind: string): boolean {
  return asked === '' || kind === asked || kind.startsWith(`${asked}.`);
}

function quickFixes(view: FileView, span: Span, workspace: Workspace, client: Client): CodeAction[] {
  const file = workspace.update().get(view.file.path);
  if (file === undefined) return [];
  const here = file.places.filter((problem) => documentOf(problem) === view.file.id);
  const { touched, beside, ofFile } = around(here, span, view);
  const offered = [...touched, ...beside, ...ofFile];
  const diagnostics = diagnosticsOf({ ...file, problems: offered }, workspace, client);
  const first: CodeAction[] = [];
  const last: CodeAction[] = [];
  for (const [index, problem] of offered.entries()) {
    const about = { diagnostics: [diagnostics[index]!] };
    const isBeside = beside.includes(problem);
    for (const { title, edits, preferred } of changesOf(problem)) {
      const edit = workspaceEditOf(edits, workspace, client);
      if (edit === undefined) continue;
      const isPreferred = preferred && !isBeside && client.isPreferred ? { isPreferred: true } : {};
      first.push({ title, kind: CodeActionKind.QuickFix, edit, ...about, ...isPreferred });
    }
    // Nothing is switched off from beside it.
    if (isBeside) continue;
    for (const { title, edits } of disablingEdits(problem, view.file)) {
      const edit = workspaceEditOf(edits, workspace, client);
      if (edit !== undefined) last.push({ title, kind: CodeActionKind.QuickFix, edit, ...about });
    }
    if (client.showsDocuments) last.push(openPage(problem, about));
  }
  return withoutRepeats([...first, ...last]);
}

function touches(place: Span, span: Span): boolean {
  return place.start <= span.end && place.end >= span.start;
}

/** The problems that a place is meant for, in three groups. */
interface Around {
  /** At the very place, the narrowest first. */
  touched: Problem[];
  /** In the line of a cursor, which is meant for them all the same. */
  beside: Problem[];
  /** What is missing from the file: told at its start, and meant for its whole first line. */
  ofFile: Problem[];
}

function around(problems: readonly Problem[], span: Span, { document: { lines } }: FileView): Around {
  const placed = problems.filter(({ wholeFile }) => wholeFile === undefined);
  const ofFile = problems.filter(({ wholeFile }) => wholeFile === true && span.start <= lines.endOf(0));
  const hit = placed.filter((one) => touches(placeInDocument(one), span));
  const touched = hit.sort((a, b) => a.end - a.start - (b.end - b.start));
  const at = lines.lineAt(span.start);
  const line = { start: lines.startOf(at), end: lines.endOf(at) };
  const isBeside = (one: Problem) => !hit.includes(one) && touches(placeInDocument(one), line);
  const beside = span.start === span.end ? placed.filter(isBeside) : [];
  return { touched, beside, ofFile };
}

/** What the rule itself offers: its fix first. */
function changesOf({ fix, suggestions }: Problem): { title: string; edits: Edit[]; preferred: boolean }[] {
  const changes = suggestions.map(({ title, edits }) => ({ title, edits, preferred: false }));
  if (fix === undefined) return changes;
  const isSafe = fix.safety === 'safe';
  return [{ title: isSafe ? fix.title : `${fix.title} (unsafe)`, edits: fix.edits, preferred: isSafe }, ...changes];
}

function openPage(problem: Problem, about: Pick<CodeAction, 'diagnostics'>): CodeAction {
  const title = `Open the page of ${problem.ruleId}`;
  const command = { title, command: openPageCommand, arguments: [problem.url] };
  return { title, kind: CodeActionKind.QuickFix, command, ...about };
}

/** Two problems of one rule on one line are switched off by the same comment. */
function withoutRepeats(actions: readonly CodeAction[]): CodeAction[] {
  const seen = new Set<string>();
  return actions.filter((action) => {
    const key = JSON.stringify([action.title, action.edit, action.command]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
