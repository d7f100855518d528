/** recovery_target and its siblings (12 and later). */
import { toBytes } from '../bytes.js';
import { readUnsignedLong } from '../number.js';
import { accept, refuse } from '../readings.js';
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
 * recovery_target_xid and recovery_target_timeline up to 18: any text whose leading number (C's strtoul with base 0) fits 64 bits;
 * a text without a number counts as 0.
 */
function checkLooseNumber(isKeyword: (text: string) => boolean, meaning: string): Check {
  return ({ parameter, text }) => {
    if (isKeyword(text) || !readUnsignedLong(text).outOfRange) return accept(text);
    return refuse(`${parameter.name} is ${meaning}, and '${text}' is too large a number for one.`);
  };
}

/** recovery_target_xid. */
export const checkRecoveryTargetXid = checkLooseNumber((text) => text === '', 'the number of a transaction');

/** recovery_target_timeline. */
export const checkRecoveryTargetTimeline = checkLooseNumber(
  (text) => text === 'current' || text === 'latest',
  'current, latest or the number of a timeline',
);
