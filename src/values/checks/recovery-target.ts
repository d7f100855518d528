/** recovery_target and its siblings (12 and later). */
import { toBytes } from '../bytes.js';
import { readUnsignedLong } from '../number.js';
import { accept, refuse, undecidable } from '../readings.js';
import type { ValueReading } from '../types.js';
import type { Check } from './check.js';

/** recovery_target: empty, or `immediate` in small letters. */
export const checkRecoveryTarget: Check = ({ text }) => {
  if (text === '' || text === 'immediate') return accept(text);
  const meant = /^\s*immediate\s*$/i.test(text) ? 'immediate' : undefined;
  return refuse(
    `recovery_target is either empty or the word immediate in small letters, and '${text}' is neither.`,
    meant,
  );
};

/** recovery_target_name: the name of a restore point, at most 63 bytes. */
export const checkRecoveryTargetName: Check = ({ text, surroundings }) => {
  const bytes = toBytes(text, surroundings.encoding).length;
  if (bytes < 64) return accept(text);
  return refuse(`The name of a restore point has at most 63 bytes, and recovery_target_name has ${bytes}.`);
};

/** recovery_target_lsn: empty, or two hexadecimal numbers of at most eight digits with a slash between them. */
export const checkRecoveryTargetLsn: Check = ({ text }) => {
  if (text === '' || /^[0-9A-Fa-f]{1,8}\/[0-9A-Fa-f]{1,8}$/.test(text)) return accept(text);
  const trimmed = text.trim();
  const meant = /^[0-9A-Fa-f]{1,8}\/[0-9A-Fa-f]{1,8}$/.test(trimmed) ? trimmed : undefined;
  return refuse(`'${text}' is not a place in the write-ahead log, which is written like 16/B374D848.`, meant);
};

/**
 * recovery_target_xid up to 18: any text whose leading number (C's strtoul with base 0) fits 64 bits; no number counts as 0.
 * 19 wants the number of a transaction that can exist: 3 or more.
 */
export const checkRecoveryTargetXid: Check = ({ text, major }) => {
  if (text === '') return accept(text);
  if (readUnsignedLong(text).outOfRange) return tooLarge('recovery_target_xid', text);
  if (major < 19) return accept(text);
  if (!/^[1-9]\d*$/.test(text)) {
    return text === '0'
      ? noTransaction(text)
      : undecidable('PostgreSQL 19 reads recovery_target_xid more strictly', text);
  }
  return BigInt(text) % 2n ** 32n >= 3n ? accept(text) : noTransaction(text);
};

function noTransaction(text: string): ValueReading {
  return refuse(`Transactions are numbered from 3 on, and recovery_target_xid is ${text}.`);
}

/**
 * recovery_target_timeline: `current`, `latest`, or up to 18 a number as above; from 19 on digits alone, which give a
 * timeline (check_recovery_target_timeline of xlogrecovery.c; run on 19rc1).
 */
export const checkRecoveryTargetTimeline: Check = ({ text, major }) => {
  if (text === 'current' || text === 'latest') return accept(text);
  if (readUnsignedLong(text).outOfRange) return tooLarge('recovery_target_timeline', text);
  if (major < 19) return accept(text);
  const isTimeline = /^\d+$/.test(text) && BigInt(text) >= 1n && BigInt(text) < 2n ** 32n;
  return isTimeline
    ? accept(text)
    : refuse(`recovery_target_timeline is latest, current or a number from 1 to 4294967295, and '${text}' is not.`);
};

function tooLarge(name: string, text: string): ValueReading {
  return refuse(`'${text}' is too large a number for ${name}.`);
}
