import type { SourceFile } from '../../cluster/types.js';
import type { Writer } from '../operations.js';
import { writePlain } from './plain.js';

/** Who writes a document. All are files as they are so far; one that stands inside another file has a writer of its own. */
export function writerOf(_document: SourceFile): Writer {
  return writePlain;
}
