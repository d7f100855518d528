import type { TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import { type ColumnEncoding, type Lines, TextLines } from '../protocol/text-lines.js';
import { pathOfUri } from '../protocol/uris.js';

/** A buffer of the editor as it is now. */
export interface OpenDocument {
  /** As the client writes it. */
  uri: string;
  /** Where it stands; buffers that were never saved have a place of their own. */
  path: string;
  languageId: string;
  version: number;
  lines: Lines;
}

/** The open buffers, kept equal to the client's by its changes. */
export class Documents {
  readonly #byUri = new Map<string, OpenDocument>();
  readonly #byPath = new Map<string, OpenDocument>();
  readonly #encoding: () => ColumnEncoding;

  /** @param encoding how the client counts columns, once that is agreed on */
  constructor(encoding: () => ColumnEncoding) {
    this.#encoding = encoding;
  }

  /** Takes over a buffer. */
  open(uri: string, languageId: string, version: number, text: string): OpenDocument {
    const document = { uri, path: pathOfUri(uri), languageId, version, lines: this.#linesOf(text) };
    this.#byUri.set(uri, document);
    this.#byPath.set(document.path, document);
    return document;
  }

  /**
   * Applies changes in their order, each to what the one before it left.
   *
   * @returns the document, or undefined where it was never opened
   */
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): OpenDocument | undefined {
    const document = this.#byUri.get(uri);
    if (document === undefined) return undefined;
    for (const change of changes) document.lines = this.#linesOf(applied(document.lines, change));
    document.version = version;
    return document;
  }

  /** Lets go of a buffer. */
  close(uri: string): OpenDocument | undefined {
    const document = this.#byUri.get(uri);
    if (document === undefined) return undefined;
    this.#byUri.delete(uri);
    if (this.#byPath.get(document.path) === document) this.#byPath.delete(document.path);
    return document;
  }

  get(uri: string): OpenDocument | undefined {
    return this.#byUri.get(uri);
  }

  atPath(path: string): OpenDocument | undefined {
    return this.#byPath.get(path);
  }

  get count(): number {
    return this.#byUri.size;
  }

  all(): Iterable<OpenDocument> {
    return this.#byUri.values();
  }

  #linesOf(text: string): TextLines {
    return new TextLines(text, this.#encoding());
  }
}

function applied(lines: Lines, change: TextDocumentContentChangeEvent): string {
  // Some clients send null for what they leave out.
  if (!('range' in change) || change.range === null) return change.text;
  const { start, end } = lines.spanOf(change.range);
  return lines.text.slice(0, start) + change.text + lines.text.slice(end);
}
