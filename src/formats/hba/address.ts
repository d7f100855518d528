/** The address column and the separate netmask (hba.c, parse_hba_line). */

import { maskOfPrefix } from '../../addresses/masks.js';
import {
  existsEverywhere,
  isUsualInterface,
  type NumericAddress,
  parseNumericAddress,
  parsePrefixLength,
} from '../../addresses/numeric-address.js';
import { refusal } from '../lines/reading-error.js';
import type { Address, PlacedToken, ReadingError } from '../types.js';
import { findMissingColumn, gluedMethod } from './missing-column.js';
import { missing, type RecordReading } from './record-reading.js';

/** Reads the address of a record that is not `local`, and its netmask where it needs one. */
export function readAddress(reading: RecordReading): ReadingError | undefined {
  const field = reading.fields[reading.next++];
  if (field === undefined) return missing(reading, 'missing-address', 'The record ends before its address.');
  if (field.length > 1) {
    return refusal(field[1]!, 'several-addresses', 'A record has one address. Write a record for each.');
  }
  const token = field[0]!;
  const { value } = token;
  const keyword = keywordAddress(token, value);
  if (keyword !== undefined) {
    reading.record.address = keyword;
    return undefined;
  }
  const slash = value.indexOf('/');
  const host = slash === -1 ? value : value.slice(0, slash);
  const numeric = parseNumericAddress(host);
  if (numeric?.scope !== undefined && !existsEverywhere(numeric.scope)) {
    reading.record.undecidable = [`whether the network interface ${numeric.scope} exists`];
    if (!isUsualInterface(numeric.scope)) return doubtScope(reading, token, numeric.scope);
  }
  if (slash !== -1) return readPrefix(reading, token, host, value.slice(slash + 1), numeric);
  if (numeric !== undefined) return readMask(reading, token, numeric);
  reading.record.address = hostAddress(token);
  return undefined;
}

/** Without its interface the address is a host name: then a mask length or a netmask is wrong. */
function doubtScope(reading: RecordReading, token: PlacedToken, scope: string): ReadingError | undefined {
  if (!token.value.includes('/')) {
    reading.record.address = hostAddress(token);
    return undefined;
  }
  const message = `No interface is known by the name ${scope}; without it, this is a host name, and those take no /mask.`;
  return { ...refusal(token, 'host-name-with-mask', message), assumes: 'interfaces' };
}

function keywordAddress(token: PlacedToken, value: string): Address | undefined {
  if (value !== 'all' && value !== 'samehost' && value !== 'samenet') return undefined;
  return token.quoted ? undefined : { kind: value, token };
}

function hostAddress(token: PlacedToken): Address {
  return { kind: token.value.startsWith('.') ? 'suffix' : 'host', name: token.value, token };
}

function readPrefix(
  reading: RecordReading,
  token: PlacedToken,
  host: string,
  length: string,
  numeric: NumericAddress | undefined,
): ReadingError | undefined {
  if (numeric === undefined) {
    const message = `"${host}" is not an address in numbers, so it counts as a host name, and a host name takes no /mask.`;
    return refusal(token, 'host-name-with-mask', message);
  }
  const prefix = parsePrefixLength(length, numeric.family);
  if (prefix === undefined) {
    const most = numeric.family === 4 ? 32 : 128;
    const method = gluedMethod(length, reading.context.target);
    if (method !== undefined) {
      const digits = length.slice(0, -method.length);
      const message = `A space is missing between /${digits} and ${method}: the two are one word here.`;
      return refusal(token, 'invalid-prefix-length', message);
    }
    return refusal(token, 'invalid-prefix-length', `What follows the slash must be a number from 0 to ${most}.`);
  }
  setNetwork(reading, token, numeric, maskOfPrefix(prefix, numeric.family), undefined);
  return undefined;
}

function readMask(reading: RecordReading, token: PlacedToken, numeric: NumericAddress): ReadingError | undefined {
  const single = numeric.family === 4 ? '/32' : '/128';
  const field = reading.fields[reading.next++];
  if (field === undefined) {
    if (findMissingColumn(reading.fields, reading.context.target) !== undefined)
      return missing(reading, 'missing-netmask', '');
    const what = `The record ends before the netmask of ${token.value}; for this one address write ${token.value}${single}.`;
    return refusal(reading.record, 'missing-netmask', what);
  }
  if (field.length > 1) return refusal(field[1]!, 'several-netmasks', 'A record has one netmask.');
  const maskToken = field[0]!;
  const mask = parseNumericAddress(maskToken.value);
  if (mask === undefined) {
    if (findMissingColumn(reading.fields, reading.context.target) !== undefined)
      return missing(reading, 'invalid-netmask', '');
    const message = `The address has no mask length, and "${maskToken.value}" is not a netmask. Write ${token.value}${single} for this one address.`;
    return refusal(maskToken, 'invalid-netmask', message);
  }
  if (mask.family !== numeric.family) {
    return refusal(maskToken, 'netmask-of-other-family', 'One of address and netmask is IPv4, the other one IPv6.');
  }
  setNetwork(reading, token, numeric, mask.value, maskToken);
  return undefined;
}

function setNetwork(
  reading: RecordReading,
  token: PlacedToken,
  numeric: NumericAddress,
  mask: bigint,
  maskToken: PlacedToken | undefined,
): void {
  const { family, value: address, scope } = numeric;
  reading.record.address = { kind: 'network', family, address, mask, scope, token, maskToken };
}
