/**
 * Addresses as the server reads and prints them: getaddrinfo with AI_NUMERICHOST and getnameinfo with NI_NUMERICHOST
 * of the GNU C library, on which PostgreSQL's Linux builds stand (observed on servers 10 to 18 and on the library itself).
 */

import { bitsOf } from './masks.js';

/** An address that was written in numbers. */
export interface NumericAddress {
  family: 4 | 6;
  /** 32 or 128 bits. */
  value: bigint;
  /** What stands behind `%`: an interface name or number. */
  scope: string | undefined;
}

/**
 * Reads an address in any form that the C library counts as numeric: `127.0.0.1`, but also `127.1`, `0x7f.1`,
 * `2130706433` and octal parts; IPv6 with an embedded IPv4 address or a scope. Whether a named interface exists,
 * files cannot tell: a link-local address with one counts as an address.
 *
 * @returns undefined for everything else, which the server then takes for a host name
 */
export function parseNumericAddress(text: string): NumericAddress | undefined {
  const v4 = parseIpv4(text);
  if (v4 !== undefined) return { family: 4, value: BigInt(v4), scope: undefined };
  const percent = text.indexOf('%');
  const value = parseIpv6(percent === -1 ? text : text.slice(0, percent));
  if (value === undefined) return undefined;
  if (percent === -1) return { family: 6, value, scope: undefined };
  const scope = text.slice(percent + 1);
  return isScope(scope, value) ? { family: 6, value, scope } : undefined;
}

/** Tells whether a scope is right on any machine: a number, or the loopback interface. Of others only the machine knows. */
export function existsEverywhere(scope: string): boolean {
  return scope === 'lo' || /^\d+$/.test(scope);
}

/**
 * Tells whether a scope is named the way systems name their network interfaces (kernel and systemd names). Without its
 * interface, the C library takes the address for a host name.
 */
export function isUsualInterface(scope: string): boolean {
  return (
    /^\d+$/.test(scope) ||
    /^(en|eth|em|wl|ww|br|bond|team|docker|veth|virbr|vlan|tun|tap|wg|ib|dummy|usb|ppp|p\dp)/.test(scope)
  );
}

/** inet_aton: one to four parts, decimal, octal or hexadecimal; the last part fills what is left. */
function parseIpv4(text: string): number | undefined {
  let at = 0;
  let value = 0;
  for (let part = 0; part < 4; part++) {
    const start = at;
    let number = 0;
    let radix = 10;
    if (text.charCodeAt(at) === 48) {
      const next = text.charCodeAt(at + 1) | 32;
      radix = next === 120 ? 16 : 8;
      if (radix === 16) at += 2;
    }
    const digitsFrom = at;
    for (let digit = digitOf(text, at); digit < radix; digit = digitOf(text, ++at)) {
      number = number * radix + digit;
      if (number > 0xffffffff) return undefined;
    }
    if (at === digitsFrom || at === start) return undefined;
    if (at === text.length) {
      const left = 32 - part * 8;
      return number < 2 ** left ? value * 2 ** left + number : undefined;
    }
    if (text.charCodeAt(at) !== 46 || number > 255) return undefined;
    value = value * 256 + number;
    at++;
  }
  return undefined;
}

function digitOf(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 48 && code <= 57) return code - 48;
  const letter = code | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : 99;
}

/** inet_pton(AF_INET6). */
function parseIpv6(text: string): bigint | undefined {
  if (text.length < 2 || text.length > 45 || !text.includes(':')) return undefined;
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const head = readGroups(halves[0]!, halves.length === 1);
  if (head === undefined) return undefined;
  if (halves.length === 1) return head.length === 8 ? join(head) : undefined;
  const tail = readGroups(halves[1]!, true);
  if (tail === undefined || head.length + tail.length > 7) return undefined;
  return join([...head, ...Array<number>(8 - head.length - tail.length).fill(0), ...tail]);
}

function readGroups(text: string, mayEndInIpv4: boolean): number[] | undefined {
  if (text === '') return [];
  const groups: number[] = [];
  const parts = text.split(':');
  for (const [index, part] of parts.entries()) {
    if (/^[0-9A-Fa-f]{1,4}$/.test(part)) groups.push(Number.parseInt(part, 16));
    else {
      const embedded = mayEndInIpv4 && index === parts.length - 1 ? dottedQuad(part) : undefined;
      if (embedded === undefined) return undefined;
      groups.push(embedded >>> 16, embedded & 0xffff);
    }
  }
  return groups;
}

/** Four decimal parts without leading zeros (inet_pton(AF_INET)). */
function dottedQuad(text: string): number | undefined {
  const parts = text.split('.');
  if (parts.length !== 4) return undefined;
  let value = 0;
  for (const part of parts) {
    if (!/^(0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255) return undefined;
    value = value * 256 + Number(part);
  }
  return value;
}

function join(groups: readonly number[]): bigint {
  let value = 0n;
  for (const group of groups) value = (value << 16n) | BigInt(group);
  return value;
}

/** A number, or for link-local addresses and node-local multicast an interface name. */
function isScope(scope: string, address: bigint): boolean {
  if (/^\d+$/.test(scope)) return BigInt(scope) <= 0xffffffffn;
  const top = Number(address >> 112n);
  const takesNames = (top & 0xffc0) === 0xfe80 || (top & 0xff0f) === 0xff01 || (top & 0xff0f) === 0xff02;
  return takesNames && /^[A-Za-z][\w.:@-]{0,14}$/.test(scope);
}

/**
 * Reads a prefix length as the server does: strtol base 10 over the whole text (src/backend/libpq/ifaddr.c),
 * so white space in front, a sign and leading zeros are fine.
 *
 * @returns undefined where the server refuses it
 */
export function parsePrefixLength(text: string, family: 4 | 6): number | undefined {
  // As nearly everybody writes it.
  if (plainPrefix.test(text)) return Number(text) <= bitsOf(family) ? Number(text) : undefined;
  const match = /^[ \t\n\v\f\r]*([+-]?)0*(\d+)$/.exec(text);
  if (match === null || match[2]!.length > 3) return undefined;
  const prefix = Number(match[2]);
  if (prefix > bitsOf(family) || (match[1] === '-' && prefix !== 0)) return undefined;
  return prefix;
}

const plainPrefix = /^[1-9]\d?$/;

/** The address as the server's views print it, without its scope. */
export function formatAddress(value: bigint, family: 4 | 6): string {
  return family === 4 ? formatIpv4(Number(value)) : formatIpv6(value);
}

function formatIpv4(value: number): string {
  return `${value >>> 24}.${(value >>> 16) & 255}.${(value >>> 8) & 255}.${value & 255}`;
}

/** inet_ntop(AF_INET6): the first longest run of two or more zero groups becomes `::`. */
function formatIpv6(value: bigint): string {
  const groups = Array.from({ length: 8 }, (_, index) => Number((value >> BigInt(112 - 16 * index)) & 0xffffn));
  const [start, length] = longestZeroRun(groups);
  const embeds = start === 0 && (length === 6 || (length === 5 && groups[5] === 0xffff));
  if (embeds) return `${length === 6 ? '::' : '::ffff:'}${formatIpv4(Number(value & 0xffffffffn))}`;
  const hex = (from: number, to: number) =>
    groups
      .slice(from, to)
      .map((group) => group.toString(16))
      .join(':');
  return length < 2 ? hex(0, 8) : `${hex(0, start)}::${hex(start + length, 8)}`;
}

function longestZeroRun(groups: readonly number[]): [start: number, length: number] {
  let best: [number, number] = [0, 0];
  for (let start = 0; start < 8; start++) {
    let end = start;
    while (end < 8 && groups[end] === 0) end++;
    if (end - start > best[1]) best = [start, end - start];
  }
  return best;
}
