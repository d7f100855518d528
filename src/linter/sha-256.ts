/** SHA-256 (FIPS 180-4) at once and without Node: a browser page has only one that it must wait for. */

const roundConstants = Uint32Array.from(firstPrimes(64), (prime) => fractionBits(Math.cbrt(prime)));
const initialState = firstPrimes(8).map((prime) => fractionBits(Math.sqrt(prime)));

/**
 * The digest of a text's bytes in UTF-8.
 *
 * @returns 64 hexadecimal digits
 */
export function sha256(text: string): string {
  const bytes = padded(new TextEncoder().encode(text));
  const words = new DataView(bytes.buffer);
  const state = Uint32Array.from(initialState);
  for (let at = 0; at < bytes.length; at += 64) addBlock(state, words, at);
  return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('');
}

/** A one bit, zeros, and the number of bits at the end of the last block. */
function padded(bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  whole.set(bytes);
  whole[bytes.length] = 0x80;
  new DataView(whole.buffer).setBigUint64(whole.length - 8, BigInt(bytes.length) * 8n);
  return whole;
}

function addBlock(state: Uint32Array, words: DataView, at: number): void {
  const schedule = new Uint32Array(64);
  for (let index = 0; index < 64; index++) {
    schedule[index] = index < 16 ? words.getUint32(at + index * 4) : nextWord(schedule, index);
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let round = 0; round < 64; round++) {
    const big1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const first = (h + big1 + ((e & f) ^ (~e & g)) + roundConstants[round]! + schedule[round]!) | 0;
    const big0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const second = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) state[index]! += word;
}

function nextWord(schedule: Uint32Array, index: number): number {
  const [early, late] = [schedule[index - 15]!, schedule[index - 2]!];
  const small0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
  const small1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
  return schedule[index - 16]! + small0 + schedule[index - 7]! + small1;
}

function rotate(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

function fractionBits(root: number): number {
  return Math.floor((root % 1) * 2 ** 32);
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let number = 2; primes.length < count; number++) {
    if (primes.every((prime) => number % prime !== 0)) primes.push(number);
  }
  return primes;
}
