/** Sizes as platforms write them. */

const ofKubernetes: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/**
 * A quantity of Kubernetes in bytes (apimachinery, resource.Quantity): `2Gi`, `512M`, `1e9`.
 *
 * @returns undefined where it is not one
 */
export function kubernetesBytes(text: string): number | undefined {
  const match = /^\+?(?<number>\d+\.?\d*|\.\d+)(?:(?<suffix>[numkMGTPE]|[KMGTPE]i)|[eE](?<exponent>[+-]?\d+))?$/.exec(
    text,
  );
  if (match === null) return undefined;
  const { number, suffix = '', exponent } = match.groups!;
  return exponent === undefined ? Number(number) * ofKubernetes[suffix]! : Number(`${number}e${exponent}`);
}

/**
 * A size of Compose in bytes (docker/go-units, RAMInBytes): units are of 1024, whatever the letter case.
 *
 * @returns undefined where it is not one
 */
export function composeBytes(text: string): number | undefined {
  const match = /^(?<number>\d+(?:\.\d+)?) ?(?<unit>[kmgtp]?)(?:i?b)?$/i.exec(text);
  if (match === null) return undefined;
  const { number, unit } = match.groups!;
  return Number(number) * 1024 ** ' kmgtp'.indexOf(unit!.toLowerCase() || ' ');
}
