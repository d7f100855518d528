import type { Span } from '../../syntax/nodes.js';
import type { Keys } from './schema-at.js';

/** Where in a configuration file a cursor stands. */
export interface ConfigPlace {
  /** The keys that lead to the object around, for a key; to the value itself, for a value. */
  keys: Keys;
  /** In YAML a word may become a key or be a value, until a colon follows. */
  role: 'key' | 'value' | 'either';
  /** The word under the cursor, quotes included. */
  replace: Span;
  /** The keys that the object around has besides. */
  siblings: readonly string[];
  /** Whether a colon follows the word. */
  hasColon: boolean;
}

/** What a format of configuration files makes of an offset. */
export interface ConfigReader {
  /** @returns undefined in a comment, or where the text says too little */
  placeAt(text: string, offset: number): ConfigPlace | undefined;
  /** The keys that lead to the word at an offset, and where that word stands; a key stands for its value. */
  wordAt(text: string, offset: number): (Span & { keys: Keys; isKey: boolean; value: unknown }) | undefined;
  /** A key or a value as the format writes it. */
  write(value: unknown): string;
}
