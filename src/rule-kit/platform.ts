/** What the platform that runs the server does with what a person wrote. */
import type { Cluster, Place, SourceFile } from '../cluster/types.js';
import type { Remark, RemarkKind } from '../documents/document.js';
import { isWritten } from '../documents/places.js';

/** A remark with its place. */
export interface PlacedRemark extends Remark {
  at: Place;
}

/** What a platform does with parts of the documents of a cluster, of the kinds that are asked for. */
export function remarksOn({ files }: Pick<Cluster, 'files'>, ...kinds: readonly RemarkKind[]): PlacedRemark[] {
  return files.flatMap((file) =>
    (file.remarks ?? [])
      .filter(({ about }) => kinds.includes(about))
      .map((remark) => ({ ...remark, at: { file, start: remark.start, end: remark.end } })),
  );
}

/** Whether a person wrote something, and not the platform. */
export function isOwn({ file, start, end }: Place): boolean {
  return isWritten(file, { start, end });
}

/** Whether a file of another format carries a document: no server reads that file. */
export function isCarried({ map }: SourceFile): boolean {
  return map !== undefined;
}

/** Whether the platform itself puts a value in the place of something. */
export function isFilledIn({ file, start, end }: Place): boolean {
  return remarksOn({ files: [file] }, 'filled-in').some(({ at }) => at.start <= start && end <= at.end);
}
