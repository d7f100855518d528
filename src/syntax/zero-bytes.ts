import { byteLength, type Encoding } from '../files/encoding.js';
import type { Span } from './span.js';

/** The room of a StringInfo at first, and what pg_get_line_append asks for before it goes on reading (14 to 19). */
const firstRoom = 1024;
const furtherRoom = 128;

/** What the server sees of a text with zero bytes. */
export interface VisibleText {
  spans: Span[];
  /** Offsets of the line feeds that it does not see, and does not count. */
  hiddenLineFeeds: number[];
}

/**
 * The stretches of a text with zero bytes that the server sees from 14 on, continuations taken out.
 *
 * The server reads a line in chunks, and of each chunk it sees what stands in front of the first zero byte. Most lines fit
 * into one chunk: then the rest of the line is lost, line end included. Of a longer line the next chunk is seen again.
 * The size of the chunks depends on how much the server's buffer has grown so far, so it is followed here.
 *
 * @param text the whole file
 */
export function visibleSpans(text: string, encoding: Encoding): VisibleText {
  const reader = new ChunkReader(text, encoding);
  const spans: Span[] = [];
  let buffered = 0;
  for (let part = reader.readLine(0); part !== undefined; part = reader.readLine(buffered)) {
    const kept = withoutContinuation(part, text);
    const continues = kept !== part;
    buffered = continues ? buffered + bytesOf(kept, text, encoding) : 0;
    for (const span of kept) spans.push(span);
  }
  return { spans, hiddenLineFeeds: reader.hiddenLineFeeds };
}

class ChunkReader {
  readonly #text: string;
  readonly #encoding: Encoding;
  readonly hiddenLineFeeds: number[] = [];
  #room = firstRoom;
  #at = 0;

  constructor(text: string, encoding: Encoding) {
    this.#text = text;
    this.#encoding = encoding;
  }

  /**
   * What the server sees up to the next line feed that it sees, or to the end; undefined where nothing is left.
   *
   * @param buffered how many bytes of the same logical line are in the buffer already
   */
  readLine(buffered: number): Span[] | undefined {
    const spans: Span[] = [];
    let length = buffered;
    while (this.#at < this.#text.length) {
      const chunk = this.#readChunk(this.#room - length - 1);
      const zero = this.#text.slice(chunk.start, chunk.end).indexOf('\0');
      const end = zero === -1 ? chunk.end : chunk.start + zero;
      if (end > chunk.start) spans.push({ start: chunk.start, end });
      length += byteLength(this.#text.slice(chunk.start, end), this.#encoding);
      if (zero !== -1 && this.#text[chunk.end - 1] === '\n') this.hiddenLineFeeds.push(chunk.end - 1);
      if (end > chunk.start && this.#text[end - 1] === '\n') return spans;
      while (length + furtherRoom + 1 > this.#room) this.#room *= 2;
    }
    return spans.length === 0 ? undefined : spans;
  }

  #readChunk(bytes: number): Span {
    const start = this.#at;
    let left = bytes;
    while (this.#at < this.#text.length) {
      const character = String.fromCodePoint(this.#text.codePointAt(this.#at)!);
      left -= byteLength(character, this.#encoding);
      if (left < 0) break;
      this.#at += character.length;
      if (character === '\n') break;
    }
    return { start, end: this.#at };
  }
}

/** The same spans up to a backslash that ends the line, or the given array itself where none does. */
function withoutContinuation(spans: Span[], text: string): Span[] {
  const kept = [...spans];
  for (let last = kept.pop(); last !== undefined; last = kept.pop()) {
    let end = last.end;
    while (end > last.start && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
    if (end === last.start) continue;
    return text[end - 1] === '\\' ? [...kept, { start: last.start, end: end - 1 }] : spans;
  }
  return spans;
}

function bytesOf(spans: readonly Span[], text: string, encoding: Encoding): number {
  return spans.reduce((sum, { start, end }) => sum + byteLength(text.slice(start, end), encoding), 0);
}
