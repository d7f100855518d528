import { type InlayHint, InlayHintKind } from 'vscode-languageserver/node';
import type { ConfEntry } from '../../../cluster/types.js';
import { baseNameOf } from '../../../files/paths.js';
import { documentOf, type Problem, placeInDocument } from '../../../linter/problem.js';
import type { Span } from '../../../syntax/nodes.js';
import { describeNumber } from '../../../values/format.js';
import { locationOf } from '../../diagnostics/diagnostics.js';
import type { FileView, Workspace } from '../../workspace/workspace.js';

/** What the text does not say: what a bare number means, what is in force instead, that a record never matches. */
export function inlayHints(view: FileView, span: Span, workspace: Workspace): InlayHint[] {
  if (!workspace.settings.inlayHints) return [];
  const { file, cluster, document } = view;
  const hints: { at: number; label: string }[] = [];
  const isVisible = ({ start, end }: Span) => start <= span.end && end >= span.start;
  for (const entry of cluster.configuration.entries) {
    if (entry.file.id !== file.id || !isVisible(entry)) continue;
    const label = [amountOf(entry), winnerOf(entry)].filter((part) => part !== undefined).join(', ');
    if (label !== '') hints.push({ at: entry.node.value.end, label });
  }
  for (const problem of workspace.problemsOf(file.path)) {
    const place = placeInDocument(problem);
    if (documentOf(problem) !== file.id || !isVisible(place)) continue;
    const label = neverMatches(problem, workspace);
    const line = file.tree.lines.find((one) => one.start <= place.start && place.start <= one.end);
    if (label !== undefined && line !== undefined) hints.push({ at: line.end, label });
  }
  return hints.map(({ at, label }) => ({
    position: document.lines.positionAt(at),
    label,
    paddingLeft: true,
    kind: InlayHintKind.Type,
  }));
}

/** `= 128 MB` behind a number without a unit. */
function amountOf({ parameter, reading, value }: ConfEntry): string | undefined {
  if (parameter?.unit === undefined || !reading?.ok || typeof reading.value !== 'number') return undefined;
  if (/[A-Za-z]\s*$/.test(value)) return undefined;
  const readable = describeNumber(parameter, reading.value);
  return readable === value ? undefined : `= ${readable}`;
}

/** What is in force where another entry wins. */
function winnerOf({ overriddenBy, file }: ConfEntry): string | undefined {
  if (overriddenBy === undefined) return undefined;
  const isHere = overriddenBy.file.id === file.id;
  const place = isHere ? `line ${overriddenBy.line}` : `${baseNameOf(overriddenBy.file.path)}:${overriddenBy.line}`;
  return `in force: ${overriddenBy.value} (${place})`;
}

/** `never matches: line 12` behind a record that earlier ones leave nothing. */
function neverMatches({ ruleId, tags, related, file }: Problem, workspace: Workspace): string | undefined {
  if (!ruleId.startsWith('hba/') || !tags.includes('unnecessary') || related.length === 0) return undefined;
  const places = related.map((one) => {
    const location = locationOf(one.file, { start: one.start, end: one.start }, workspace);
    const line = location === undefined ? '?' : location.range.start.line + 1;
    return one.file === file ? String(line) : `${line} of ${baseNameOf(one.file)}`;
  });
  const shown = places.slice(0, 3).join(', ');
  return `never matches: ${places.length === 1 ? 'line' : 'lines'} ${shown}${places.length > 3 ? ' …' : ''}`;
}
