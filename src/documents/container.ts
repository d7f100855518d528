/** What a file tells of the container in which a server runs. */
import type { FileKind, Span } from '../syntax/nodes.js';

/** A bound that a platform sets to a container or to a volume. */
export interface Limit {
  bytes: number;
  /** What it is called, and what is written: `mem_limit`, `512m`. */
  name: string;
  written: string;
  /** Whether the platform only keeps so much free, and lets the container have more. */
  isRequest?: true;
  /** Whether it holds since nothing is written; then its place is that of what would say otherwise. */
  isDefault?: true;
  /** Where it is written: a place in a file, not in a document. */
  at: Span & { file: string };
}

/** What is certain of a container. */
export interface Container {
  /** The memory of the whole container. */
  memory?: Limit;
  /** What `/dev/shm` holds. */
  sharedMemory?: Limit;
  /** The volume of the data folder, and that of the WAL where it has one of its own. */
  storage?: Limit;
  walStorage?: Limit;
  /** Whether the server also reads a file of settings that is not read here. */
  hasOtherSettings?: true;
  /** Files that are given to the server, and that it does not read. */
  unread?: readonly UnreadMount[];
}

/** A file at a place where no server looks, and which no parameter names. */
export interface UnreadMount {
  kind: FileKind;
  /** Where the file lies for the server. */
  target: string;
}
