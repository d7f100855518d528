import type { Position, Range } from 'vscode-languageserver/node';
import type { DocumentMap } from '../../documents/map.js';
import type { Span } from '../../syntax/nodes.js';
import type { Lines } from '../protocol/text-lines.js';

/** The lines of a file that carries a document, for offsets of the document: the one way in from a client's places. */
export class DocumentLines implements Lines {
  readonly #map: DocumentMap;
  readonly #file: Lines;

  /**
   * @param map of the document
   * @param file the lines of the whole file
   */
  constructor(map: DocumentMap, file: Lines) {
    this.#map = map;
    this.#file = file;
  }

  /** The text of the file. */
  get text(): string {
    return this.#file.text;
  }

  get count(): number {
    return this.#file.count;
  }

  startOf(line: number): number {
    return this.#inDocument(this.#file.startOf(line));
  }

  endOf(line: number): number {
    return this.#inDocument(this.#file.endOf(line));
  }

  lineAt(offset: number): number {
    return this.#file.lineAt(this.#inFile(offset));
  }

  positionAt(offset: number): Position {
    return this.#file.positionAt(this.#inFile(offset));
  }

  offsetAt(position: Position): number {
    return this.#inDocument(this.#file.offsetAt(position));
  }

  rangeOf(span: Span): Range {
    return this.#file.rangeOf(this.#map.placeOf(span));
  }

  spanOf(range: Range): Span {
    const { start, end } = this.#file.spanOf(range);
    return { start: this.#inDocument(start), end: this.#inDocument(end) };
  }

  columnsOf(span: Span): number {
    return this.#file.columnsOf(this.#map.placeOf(span));
  }

  #inFile(offset: number): number {
    return this.#map.placeOf({ start: offset, end: offset }).start;
  }

  #inDocument(offset: number): number {
    return this.#map.nearestOffset(offset);
  }
}
