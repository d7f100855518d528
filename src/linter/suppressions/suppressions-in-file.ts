import type { Document } from '../../documents/document.js';
import { placeInFile } from '../../documents/places.js';
import type { SuppressedProblem, SuppressionUse } from './apply-suppressions.js';
import type { MalformedSuppression, Suppression } from './suppressions.js';

/** The suppressions of a document with what they did. */
export interface SuppressionsOfDocument {
  suppressed: SuppressedProblem[];
  uses: SuppressionUse[];
  malformed: MalformedSuppression[];
}

/** The same with the places of the comments in the file that carries the document. */
export function suppressionsInFile(document: Document, found: SuppressionsOfDocument): SuppressionsOfDocument {
  const moved = new Map<Suppression, Suppression>();
  for (const { suppression } of found.uses) moved.set(suppression, suppressionInFile(document, suppression));
  return {
    suppressed: found.suppressed.map((one) => ({ ...one, suppression: moved.get(one.suppression)! })),
    uses: found.uses.map((use) => ({ ...use, suppression: moved.get(use.suppression)! })),
    malformed: found.malformed.map((one) => ({ ...one, ...placeInFile(document, one) })),
  };
}

function suppressionInFile(document: Document, suppression: Suppression): Suppression {
  const { rules, scope, ends } = suppression;
  const offset = (at: number) => placeInFile(document, { start: at, end: at }).start;
  return {
    ...suppression,
    ...placeInFile(document, suppression),
    scope: placeInFile(document, scope),
    rules: rules.map((rule) => ({ ...rule, ...placeInFile(document, rule) })),
    ends: new Map([...ends].map(([id, at]) => [id, offset(at)])),
  };
}
