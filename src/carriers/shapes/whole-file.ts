import type { CarriedText } from '../../documents/carrier.js';
import { SegmentMap } from '../../documents/segments.js';
import type { FileKind } from '../../syntax/nodes.js';
import { segmentOf, type Writing } from './written.js';

/** A whole file of PostgreSQL that is written in one scalar. */
export function wholeFile(fileText: string, kind: FileKind, writing: Writing): CarriedText {
  const { text, file } = writing;
  const map = new SegmentMap(fileText, [segmentOf(writing, 0)]);
  const isFolded = fileText.slice(0, file.start).search(/>[-+\d]*[ \t]*(?:#.*)?\r?\n$/) !== -1;
  const meant = linesIn(fileText.slice(file.start, file.end));
  if (!isFolded || meant === linesIn(text)) return { kind, text, map };
  const remark = { about: 'folded', data: { count: String(meant) }, start: 0, end: text.length } as const;
  return { kind, text, map, remarks: [remark] };
}

function linesIn(text: string): number {
  return text.split('\n').filter((line) => line.trim() !== '').length;
}
