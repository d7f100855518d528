/** Facts of a parameter as the data files keep them; a field that is not there does not apply or is not known. */
export interface ParameterFacts {
  type: string;
  context: string;
  unit?: string;
  min?: number;
  max?: number;
  values?: readonly string[];
  hiddenValues?: readonly string[];
  buildValues?: readonly string[];
  aliases?: readonly string[];
  default?: string;
  category?: string;
  hidden?: true;
}

/** One parameter over the majors: what the first one knows of it, and from which major on something differs. */
export interface ParameterRecord extends Partial<ParameterFacts> {
  name: string;
  since: number;
  until?: number;
  library?: string;
  needsBuild?: string;
  /** By major: the first minor release that knows it, where the major's first release did not. */
  minors?: Readonly<Record<number, string>>;
  /** By major: the fields that are new or other from there on; null for one that no longer applies. */
  changes?: Record<string, Record<string, unknown>>;
}

/** The lines of a data file, found by name and decoded only when asked for: start-up pays for the names alone. */
export class RecordTable {
  readonly #text: string;
  /** Lower-case name → where its JSON stands in the text. */
  #places: Map<string, { name: string; start: number; end: number }> | undefined;
  readonly #decoded = new Map<string, ParameterRecord>();

  /** @param text a data file: `name`, tab, JSON without the name, a record a line */
  constructor(text: string) {
    this.#text = text;
  }

  /** The record of a name in lower case. */
  get(lowerName: string): ParameterRecord | undefined {
    const decoded = this.#decoded.get(lowerName);
    if (decoded) return decoded;
    const place = this.#index().get(lowerName);
    if (!place) return undefined;
    const record = { name: place.name, ...JSON.parse(this.#text.slice(place.start, place.end)) } as ParameterRecord;
    this.#decoded.set(lowerName, record);
    return record;
  }

  /** Every name in lower case, in the file's order. */
  names(): Iterable<string> {
    return this.#index().keys();
  }

  #index() {
    if (this.#places) return this.#places;
    const places = new Map<string, { name: string; start: number; end: number }>();
    const text = this.#text;
    for (let start = 0; start < text.length; ) {
      const tab = text.indexOf('\t', start);
      const newline = text.indexOf('\n', tab);
      const end = newline < 0 ? text.length : newline;
      const name = text.slice(start, tab);
      places.set(lowerCaseAscii(name), { name, start: tab + 1, end });
      start = end + 1;
    }
    this.#places = places;
    return places;
  }
}

/**
 * Lower-cases as the server compares parameter names: A to Z only (guc.c: guc_name_compare).
 *
 * @param name any text
 */
export function lowerCaseAscii(name: string): string {
  // Most names are in lower case already.
  return name.toLowerCase() === name ? name : name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
