import { carriers } from '../carriers/index.js';
import type { SourceText } from '../files/file-system.js';
import { kindByContent, kindByName } from '../formats/recognize.js';

/** Whether a file carries documents. */
export function carries(path: string, source: SourceText): boolean {
  return carriers.some((carrier) => carrier.mayCarry(path) && carrier.clustersIn(path, source).length > 0);
}

/** Whether a file is of another format and carries nothing: then it is not read as one of PostgreSQL's, which it cannot be. */
export function carriesNothing(path: string, source: SourceText): boolean {
  return (
    kindByName(path) === undefined &&
    carriers.some((carrier) => carrier.mayCarry(path)) &&
    !carries(path, source) &&
    kindByContent(source.text) === undefined
  );
}

/** @param name what the person calls the file */
export function saysCarriesNothing(name: string): string {
  return `${name} carries no PostgreSQL configuration that pgconflint knows.`;
}
