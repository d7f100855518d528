import { pythonText } from './patroni/python.js';

/**
 * What Go’s readers of manifests make of a plain scalar, written as text again (sigs.k8s.io/yaml, and fmt.Sprint of the value).
 *
 * @returns undefined for nothing at all (`null`)
 */
export function goText(plain: string): string | undefined {
  // They have YAML 1.1’s numbers but those with a colon.
  if (plain.includes(':')) return plain;
  const text = pythonText(plain);
  return text === 'True' || text === 'False' ? text.toLowerCase() : text;
}
