import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver/node';
import type { Span } from '../../../syntax/nodes.js';
import type { FileView } from '../../workspace/workspace.js';
import { sectionsOf } from '../navigation/sections.js';

/** What can be folded: sections and their parts, runs of comments, records over several lines. */
export function folding({ file, document }: FileView): FoldingRange[] {
  const { lines } = document;
  const ranges: FoldingRange[] = [];
  const add = (start: number, end: number, kind?: FoldingRangeKind) => {
    if (end > start) ranges.push({ startLine: start, endLine: end, ...(kind === undefined ? {} : { kind }) });
  };
  const lineOf = (offset: number) => lines.lineAt(offset);
  for (const section of sectionsOf(file.text)) {
    // The title of a section is the second line of its heading.
    const title = lineOf(section.start) + 1;
    const isBanner = lineOf(section.heading.end) > lineOf(section.heading.start);
    add(isBanner ? title : title - 1, lineOf(section.end), FoldingRangeKind.Region);
    for (const part of section.sections) add(lineOf(part.start), lineOf(part.end), FoldingRangeKind.Region);
  }
  for (const run of commentRuns(file.tree.comments, lineOf)) add(run.start, run.end, FoldingRangeKind.Comment);
  for (const line of file.tree.lines) add(lineOf(line.start), lineOf(line.end));
  return ranges;
}

/** Comments on lines that follow each other; one behind a setting starts no run. */
function commentRuns(comments: readonly Span[], lineOf: (offset: number) => number): Span[] {
  const runs: Span[] = [];
  for (const comment of comments) {
    const line = lineOf(comment.start);
    const last = runs.at(-1);
    if (last !== undefined && last.end + 1 === line) last.end = line;
    else runs.push({ start: line, end: line });
  }
  return runs.filter(({ start, end }) => end - start >= 2);
}
