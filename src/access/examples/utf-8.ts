/** Which bytes may follow each other in UTF-8 (RFC 3629): what a client can send as a name. */

/** For each byte that must follow, the lowest and the highest that it may be. */
export type Pending = readonly (readonly [lowest: number, highest: number])[];

const following = [0x80, 0xbf] as const;
const leads: readonly (readonly [from: number, to: number, pending: Pending])[] = [
  [0x01, 0x7f, []],
  [0xc2, 0xdf, [following]],
  [0xe0, 0xe0, [[0xa0, 0xbf], following]],
  [0xe1, 0xec, [following, following]],
  [0xed, 0xed, [[0x80, 0x9f], following]],
  [0xee, 0xef, [following, following]],
  [0xf0, 0xf0, [[0x90, 0xbf], following, following]],
  [0xf1, 0xf3, [following, following, following]],
  [0xf4, 0xf4, [[0x80, 0x8f], following, following]],
];

/** What must follow a byte; undefined where it cannot stand there. */
export function pendingAfter([expected, ...rest]: Pending, byte: number): Pending | undefined {
  if (expected) return expected[0] <= byte && byte <= expected[1] ? rest : undefined;
  return leads.find(([from, to]) => from <= byte && byte <= to)?.[2];
}

/** A text that bytes from 0x80 on share that may stand in the same places. */
export function byteRole(byte: number): string {
  const lead = leads.findIndex(([from, to]) => from <= byte && byte <= to);
  const bounds = [0x90, 0xa0].filter((bound) => byte >= bound).length;
  return lead === -1 && byte <= 0xbf ? `following ${bounds}` : `lead ${lead}`;
}
