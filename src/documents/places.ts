/** What is found in documents, as places in files: everything that leaves the documents goes through here. */
import type { Span } from '../syntax/nodes.js';
import { LineTable } from '../syntax/positions.js';
import type { Document } from './document.js';
import type { DocumentMap, Replacement } from './map.js';

/** The place in its file of a span of a document. */
export function placeInFile({ map }: Pick<Document, 'map'>, span: Span): Span {
  return map === undefined ? span : map.placeOf(span);
}

/** Whether a place is one that a person wrote: whoever runs the server may put lines of its own into a document. */
export function isWritten({ map }: Pick<Document, 'map'>, span: Span): boolean {
  return map === undefined || map.holds(span);
}

const tables = new WeakMap<DocumentMap, LineTable>();

/**
 * The line that people know something of a document by: that of the file which carries it.
 *
 * @param place something of the document, with its line there
 */
export function lineInFile({ map }: Pick<Document, 'map'>, { start, end, line }: Span & { line: number }): number {
  if (map === undefined) return line;
  const table = tables.get(map) ?? new LineTable(map.fileText);
  tables.set(map, table);
  return table.positionAt(map.placeOf({ start, end }).start).line;
}

/** A change of a document as a change of its file; undefined where that cannot be written. */
export function changeInFile({ map }: Pick<Document, 'map'>, change: Replacement): Replacement | undefined {
  return map === undefined ? change : map.write(change);
}

/** The whole text of the file that carries a document. */
export function textOfFile({ map, text }: Pick<Document, 'map' | 'text'>): string {
  return map === undefined ? text : map.fileText;
}
