/** Lists of cipher suites as OpenSSL reads them (ssl_ciph.c, 1.1.1 to 3.5): what ssl_ciphers leaves to TLS 1.2 and before. */
import { builtSuites, suiteNames, suitesOfLevels, suitesOfWords } from '../catalog/data/cipher-suites.js';

/** One suite that a list leaves. */
export interface CipherSuite {
  name: string;
  /** Its place in the table. */
  index: number;
  /** Whether only builds of OpenSSL have it that were asked for old algorithms (RC4, 3DES, IDEA, SEED). */
  isSeldom: boolean;
}

/** A word of a list that OpenSSL passes over without a message. */
export interface UnknownWord {
  word: string;
  /** The whole element: `!aNUL`, `ECDHE+foo`. */
  element: string;
}

export interface CipherList {
  /** What the list leaves, in the order of the table; nothing where there is an error. */
  suites: CipherSuite[];
  /** The security level that the list asks for; undefined leaves it to OpenSSL. */
  level: number | undefined;
  /** What OpenSSL cannot read: with it the whole list is refused. */
  error: string | undefined;
  unknown: UnknownWord[];
  /**
   * Whether builds of OpenSSL may differ on the list: behind words that no suite of theirs fits, a stray character makes
   * some refuse the list, and others pass over it.
   */
  isOpen: boolean;
}

const names = suiteNames.split(' ');
const everything = (1n << BigInt(names.length)) - 1n;
const inEveryBuild = (1n << BigInt(builtSuites)) - 1n;

let table: Map<string, bigint> | undefined;

/** The suites that a word means, a bit each; undefined for a word that OpenSSL does not know. */
function suitesOf(word: string): bigint | undefined {
  table ??= new Map([
    ...Object.entries(suitesOfWords).map(([key, mask]) => [key, BigInt(`0x${mask}`)] as const),
    ...names.map((name, index) => [name, 1n << BigInt(index)] as const),
  ]);
  return table.get(word);
}

/** The default list of OpenSSL itself, which the word DEFAULT in front stands for. */
const defaultList = 'ALL:!COMPLEMENTOFDEFAULT:!eNULL';

const suiteB: readonly (readonly [string, string])[] = [
  ['SUITEB128ONLY', 'ECDHE-ECDSA-AES128-GCM-SHA256'],
  ['SUITEB128C2', 'ECDHE-ECDSA-AES256-GCM-SHA384'],
  ['SUITEB128', 'ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384'],
  ['SUITEB192', 'ECDHE-ECDSA-AES256-GCM-SHA384'],
];

/**
 * Reads a cipher list. The suites of TLS 1.3 are none of it: OpenSSL passes over their names.
 *
 * @param text the value of ssl_ciphers
 */
export function readCipherList(text: string): CipherList {
  const state: State = { active: 0n, dead: 0n, level: undefined, error: undefined, unknown: [], isOpen: false };
  const list = suiteB.find(([word]) => text.startsWith(word))?.[1] ?? text;
  if (list.startsWith('DEFAULT')) {
    apply(defaultList, state);
    apply(list.slice('DEFAULT'.length), state);
  } else apply(list, state);
  const { active, ...rest } = state;
  return { suites: state.error === undefined ? suitesIn(active) : [], ...rest };
}

/**
 * The suites of a list that a server can agree on at a security level: OpenSSL keeps weak ones out by itself, and those
 * with pre-shared keys or SRP need more than PostgreSQL gives.
 *
 * @param level 0 to 5
 */
export function usableSuites(suites: readonly CipherSuite[], level: number): CipherSuite[] {
  const usable = BigInt(`0x${suitesOfLevels[level] ?? '0'}`);
  return suites.filter(({ index }) => (usable >> BigInt(index)) & 1n);
}

/** Whether a suite is among those that a word of a cipher list means: `isA(suite, 'aNULL')`. */
export function isA({ index }: CipherSuite, word: string): boolean {
  return (((suitesOf(word) ?? 0n) >> BigInt(index)) & 1n) === 1n;
}

/** Every word and every name that a list may hold. */
export function cipherWords(): string[] {
  suitesOf('');
  return [...table!.keys(), 'DEFAULT'];
}

interface State {
  active: bigint;
  /** Taken out for good by `!`. */
  dead: bigint;
  level: number | undefined;
  error: string | undefined;
  unknown: UnknownWord[];
  isOpen: boolean;
}

const separator = /[:;, ]/;
/** OpenSSL 3.2 and later take underscores, too; no word but the standard names has any. */
const wordInFront = /^[A-Za-z0-9.=-]*/;

/** Applies the elements one by one, as ssl_cipher_process_rulestr does; `+` in front changes only the order. */
function apply(text: string, state: State): void {
  for (let at = 0; at < text.length; ) {
    if (separator.test(text[at]!)) {
      at++;
      continue;
    }
    const element = /^[^:;, ]*/.exec(text.slice(at))![0];
    const sign = /^[-+!@]/.exec(element)?.[0] ?? '';
    const words = element.slice(sign.length);
    if (sign === '@') at += readCommand(words, element, state);
    else at += readWords(words, element, sign, state);
  }
}

/** `@STRENGTH` sorts, `@SECLEVEL=2` sets the level; what stands behind such a word up to the separator is thrown away. */
function readCommand(words: string, element: string, state: State): number {
  const word = wordInFront.exec(words)![0];
  const level = /^SECLEVEL=([0-5])$/.exec(word)?.[1];
  if (level !== undefined) state.level = Number(level);
  else if (word !== 'STRENGTH') state.error ??= element;
  return element.length;
}

const complement = 'COMPLEMENTOFDEFAULT';

/** Two of these words together mean no suite, not even HIGH and FIPS, which overlap. A suite's own name brings its strength along. */
const strengths = ['HIGH', 'MEDIUM', 'LOW', 'FIPS'];

/**
 * Words joined by `+` mean the suites that fit all of them. What follows a word that is not known is not read.
 */
function readWords(words: string, element: string, sign: string, state: State): number {
  let chosen = everything;
  let isComplement = false;
  let strength: string | undefined;
  for (let rest = words; ; ) {
    const word = wordInFront.exec(rest)![0];
    if (word === '') {
      // Builds that know none of these suites skip the element where others refuse the list.
      if ((chosen & inEveryBuild) === 0n) state.isOpen = true;
      else state.error ??= element;
      return element.length;
    }
    const suites = suitesOf(word);
    if (suites === undefined) {
      state.unknown.push({ word, element });
      return element.length;
    }
    if (word === complement) isComplement = true;
    else chosen &= suites;
    if (strengths.includes(word)) {
      if (strength !== undefined && strength !== '' && strength !== word) return element.length;
      // The first strength makes OpenSSL forget that COMPLEMENTOFDEFAULT stood before it.
      if (strength === undefined) isComplement = false;
      strength = word;
    } else if (strength === undefined && names.includes(word)) {
      strength = '';
      isComplement = false;
    }
    rest = rest.slice(word.length);
    if (!rest.startsWith('+')) {
      if (rest !== '' && (chosen & inEveryBuild) === 0n) {
        state.isOpen = true;
        return element.length;
      }
      change(sign, isComplement ? chosen & suitesOf(complement)! : chosen, state);
      // A character that no word has ends the word without a separator; what follows is read as the next element.
      return element.length - rest.length;
    }
    rest = rest.slice(1);
  }
}

function change(sign: string, suites: bigint, state: State): void {
  if (sign === '') state.active |= suites & ~state.dead;
  else if (sign === '-') state.active &= ~suites;
  else if (sign === '!') {
    state.active &= ~suites;
    state.dead |= suites;
  }
}

function suitesIn(mask: bigint): CipherSuite[] {
  return names.flatMap((name, index) =>
    (mask >> BigInt(index)) & 1n ? [{ name, index, isSeldom: index >= builtSuites }] : [],
  );
}
