import type { CarriedText } from '../../documents/carrier.js';
import { SegmentMap } from '../../documents/segments.js';
import type { FileKind } from '../../syntax/nodes.js';
import { segmentOf, type Writing } from './written.js';

/** A whole file of PostgreSQL that is written in one scalar. */
export function wholeFile(fileText: string, kind: FileKind, writing: Writing): CarriedText {
  return { kind, text: writing.text, map: new SegmentMap(fileText, [segmentOf(writing, 0)]) };
}
