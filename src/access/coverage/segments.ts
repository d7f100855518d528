/** Sorted lists of disjoint ranges that grow one range at a time, each in little time however long the list is. */

/** A range of numbers, the end excluded, and whose it is. */
export interface Segment {
  start: number;
  end: number;
  owner: number;
}

interface Chunk {
  starts: number[];
  ends: number[];
  owners: number[];
}

const longestChunk = 256;

/** Disjoint ranges in order, in chunks, so that an insertion moves little. */
class SegmentList {
  #chunks: Chunk[] = [];

  /** The last range that starts at or before a position, as chunk and index; undefined where there is none. */
  #before(position: number): [chunk: number, index: number] | undefined {
    const chunks = this.#chunks;
    let low = 0;
    let high = chunks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (chunks[middle]!.starts[0]! <= position) low = middle;
      else high = middle - 1;
    }
    const starts = chunks[low]?.starts;
    if (!starts || starts[0]! > position) return undefined;
    let first = 0;
    let last = starts.length - 1;
    while (first < last) {
      const middle = (first + last + 1) >> 1;
      if (starts[middle]! <= position) first = middle;
      else last = middle - 1;
    }
    return [low, first];
  }

  /** The range that holds a position. */
  at(position: number): Segment | undefined {
    const place = this.#before(position);
    if (!place) return undefined;
    const { starts, ends, owners } = this.#chunks[place[0]]!;
    const end = ends[place[1]]!;
    return end > position ? { start: starts[place[1]]!, end, owner: owners[place[1]]! } : undefined;
  }

  /** Where the range that holds a position ends; the position itself where none does, or none of an owner below a number. */
  endAt(position: number, before: number = Number.POSITIVE_INFINITY): number {
    const place = this.#before(position);
    if (!place) return position;
    const { ends, owners } = this.#chunks[place[0]]!;
    return owners[place[1]]! < before ? Math.max(ends[place[1]]!, position) : position;
  }

  /** Where the first range behind a position starts; Infinity where there is none. */
  nextStart(position: number): number {
    const place = this.#before(position);
    if (!place) return this.#chunks[0]?.starts[0] ?? Number.POSITIVE_INFINITY;
    const [chunk, index] = place;
    return this.#chunks[chunk]!.starts[index + 1] ?? this.#chunks[chunk + 1]?.starts[0] ?? Number.POSITIVE_INFINITY;
  }

  /** Where the last range ends. */
  get lastEnd(): number {
    return this.#chunks.at(-1)?.ends.at(-1) ?? Number.NEGATIVE_INFINITY;
  }

  /** Puts a range behind all that are there. */
  append(start: number, end: number, owner: number): void {
    const last = this.#chunks.at(-1);
    if (!last || last.starts.length >= longestChunk) {
      this.#chunks.push({ starts: [start], ends: [end], owners: [owner] });
      return;
    }
    last.starts.push(start);
    last.ends.push(end);
    last.owners.push(owner);
  }

  /** Moves the end of the last range. */
  extend(end: number): void {
    const { ends } = this.#chunks.at(-1)!;
    ends[ends.length - 1] = end;
  }

  /** Puts a range in; it must not overlap one that is there. */
  insert(start: number, end: number, owner: number): void {
    const place = this.#before(start);
    if (!place && this.#chunks.length === 0) {
      this.#chunks.push({ starts: [start], ends: [end], owners: [owner] });
      return;
    }
    const number = place ? place[0] : 0;
    const index = place ? place[1] + 1 : 0;
    const chunk = this.#chunks[number]!;
    chunk.starts.splice(index, 0, start);
    chunk.ends.splice(index, 0, end);
    chunk.owners.splice(index, 0, owner);
    if (chunk.starts.length <= longestChunk) return;
    const half = longestChunk >> 1;
    const rest = {
      starts: chunk.starts.splice(half),
      ends: chunk.ends.splice(half),
      owners: chunk.owners.splice(half),
    };
    this.#chunks.splice(number + 1, 0, rest);
  }

  /** Takes the range out that holds a position. */
  remove(position: number): void {
    const place = this.#before(position);
    if (!place) return;
    const chunk = this.#chunks[place[0]]!;
    chunk.starts.splice(place[1], 1);
    chunk.ends.splice(place[1], 1);
    chunk.owners.splice(place[1], 1);
    if (chunk.starts.length === 0) this.#chunks.splice(place[0], 1);
  }
}

/** A union of ranges that remembers, for each part, which range brought it first. */
export class RangeUnion {
  /** The first range; most unions never have another one. */
  #first: Segment | undefined;
  #lists: { merged: SegmentList; owned: SegmentList } | undefined;

  /** Where the covered stretch around a position ends; the position itself where it is not covered. */
  coveredUntil(position: number): number {
    if (this.#lists) return this.#lists.merged.endAt(position);
    const first = this.#first;
    return first && first.start <= position && position < first.end ? first.end : position;
  }

  /** The same for what records with a lower number brought first. */
  coveredUntilBefore(position: number, before: number): number {
    if (this.#lists) return this.#lists.owned.endAt(position, before);
    return this.#first && this.#first.owner < before ? this.coveredUntil(position) : position;
  }

  /** Who covers a position, and from where to where. */
  ownerAt(position: number): Segment | undefined {
    if (this.#lists) return this.#lists.owned.at(position);
    return holds(this.#first, position) ? this.#first : undefined;
  }

  /** Where the next range behind a position starts; Infinity where there is none. */
  nextOwned(position: number): number {
    if (this.#lists) return this.#lists.owned.nextStart(position);
    return this.#first && this.#first.start > position ? this.#first.start : Number.POSITIVE_INFINITY;
  }

  /** Adds a range, the end excluded; what is covered already keeps its owner. */
  add(start: number, end: number, owner: number): void {
    if (start >= end) return;
    const first = this.#first;
    if (!first) {
      this.#first = { start, end, owner };
      return;
    }
    if (!this.#lists) {
      if (first.start <= start && end <= first.end) return;
      this.#lists = { merged: new SegmentList(), owned: new SegmentList() };
      for (const list of Object.values(this.#lists)) list.insert(first.start, first.end, first.owner);
    }
    const { merged, owned } = this.#lists;
    // People keep addresses in order.
    if (start >= merged.lastEnd) {
      owned.append(start, end, owner);
      if (start === merged.lastEnd) merged.extend(end);
      else merged.append(start, end, owner);
      return;
    }
    for (let position = start; position < end; ) {
      const covered = merged.at(position);
      const next = covered ? covered.end : Math.min(end, merged.nextStart(position));
      if (!covered) owned.insert(position, next, owner);
      position = next;
    }
    merge(merged, start, end, owner);
  }
}

function holds(segment: Segment | undefined, position: number): boolean {
  return segment !== undefined && segment.start <= position && position < segment.end;
}

/** Adds a range to a list and makes it one with all that it overlaps or touches. */
function merge(list: SegmentList, start: number, end: number, owner: number): void {
  const before = list.at(start - 1);
  const from = before?.start ?? start;
  let until = end;
  for (let next = before ? from : start; next <= until; ) {
    const segment = list.at(next);
    if (segment?.start === next) {
      until = Math.max(until, segment.end);
      list.remove(next);
    }
    next = list.nextStart(next);
  }
  list.insert(from, until, owner);
}
