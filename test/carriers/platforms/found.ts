/** What a file of a platform carries, for tests. */
import { carriers } from '../../../src/carriers/index.js';
import { type DocumentsOfCluster, documentsIn } from '../../../src/documents/carrier.js';
import type { Document } from '../../../src/documents/document.js';

/** The clusters of a YAML file. */
export function clustersIn(text: string): DocumentsOfCluster[] {
  return documentsIn('/c/a.yaml', { text, encoding: 'utf-8' }, carriers);
}

/** The first document of each kind in a file. */
export function documentsByKind(text: string): Record<string, Document> {
  const all = clustersIn(text).flatMap(({ documents }) => documents);
  return Object.fromEntries(all.toReversed().map((one) => [one.kind, one]));
}

/** What a server reads: the last value of each name. */
export function inForce({ text }: Document): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/^([\w.]+) = '(.*)'/gm)].map(([, name, value]) => [name!, value!]));
}

/** What is said of each setting, by its name. */
export function saidOf({ remarks }: Document): string[] {
  return (remarks ?? []).map(({ about, data }) => `${about} ${data['name'] ?? ''}`);
}
