import type { ReadBeside } from '../documents/carrier.js';
import type { FileSystem, SourceText } from '../files/file-system.js';
import { defaultMaximumSize } from '../files/maximum-size.js';
import { kindByContent, kindByName } from '../formats/recognize.js';
import { carriers } from './index.js';

/** Whether a file carries documents. */
export function carries(path: string, source: SourceText, fileSystem: FileSystem): boolean {
  const beside: ReadBeside = (other) =>
    fileSystem.kind(other) === 'file' && fileSystem.size(other) <= defaultMaximumSize
      ? fileSystem.read(other)?.text
      : undefined;
  return carriers.some((carrier) => carrier.mayCarry(path) && carrier.clustersIn(path, source, beside).length > 0);
}

/** Whether a file is of another format and carries nothing: then it is not read as one of PostgreSQL's, which it cannot be. */
export function carriesNothing(path: string, source: SourceText, fileSystem: FileSystem): boolean {
  return (
    kindByName(path) === undefined &&
    carriers.some((carrier) => carrier.mayCarry(path)) &&
    !carries(path, source, fileSystem) &&
    kindByContent(source.text) === undefined
  );
}

/** @param name what the person calls the file */
export function saysCarriesNothing(name: string): string {
  return `${name} carries no PostgreSQL configuration that pgconflint knows.`;
}
