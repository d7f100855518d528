/** What the files show of a requirement. */

/** A thing that was seen in a file, or taken from a default. */
export interface Sighting {
  text: string;
  /** Where it is; undefined for defaults. */
  file?: string;
  line?: number;
  /** The parameter, where it is one. */
  about?: string;
}

/**
 * `met` and `unmet` have sightings, which are the evidence. `absent`: what the control is about does not exist.
 * `unknown`: the files do not tell.
 */
export interface Verdict {
  result: 'met' | 'unmet' | 'absent' | 'unknown';
  seen: Sighting[];
  /** Why it is absent or unknown. */
  reason?: string;
}
