/** Names of replication slots (slot.c: ReplicationSlotValidateName; 19 keeps one of them for itself). */
import type { Major } from '../../catalog/majors.js';
import { toBytes } from '../bytes.js';
import { listSyntaxAdvice, splitIdentifiers } from '../lists/split.js';
import { accept, refuse } from '../readings.js';
import type { Check } from './check.js';

/** Why a text is no slot's name, as a sentence; undefined for a good one. */
function whyNotSlotName(text: string, major: Major): string | undefined {
  if (text === '') return 'The name of a replication slot cannot be empty.';
  if (toBytes(text).length > 63) return `The name of a replication slot has at most 63 bytes, and '${text}' has more.`;
  const wrong = /[^a-z0-9_]/u.exec(text)?.[0];
  if (wrong === undefined) {
    if (major < 19 || text !== 'pg_conflict_detection') return undefined;
    return `PostgreSQL ${major} keeps the name ${text} for a slot of its own.`;
  }
  return `'${text}' cannot name a replication slot: '${wrong}' is not a small letter, a digit or an underscore.`;
}

/** primary_slot_name (12 and later): empty, or the name of a slot. */
export const checkPrimarySlotName: Check = ({ text, major }) => {
  const fault = text === '' ? undefined : whyNotSlotName(text, major);
  if (fault === undefined) return accept(text);
  const lower = text.toLowerCase();
  return refuse(fault, lower !== text && whyNotSlotName(lower, major) === undefined ? lower : undefined);
};

/** synchronized_standby_slots (17 and later): a list of slots' names. */
export const checkSynchronizedStandbySlots: Check = ({ text, major }) => {
  const names = splitIdentifiers(text, major);
  if (names === undefined) {
    return refuse(`'${text}' is not a list as synchronized_standby_slots needs one: ${listSyntaxAdvice}.`);
  }
  const fault = names.map((name) => whyNotSlotName(name, major)).find((one) => one !== undefined);
  return fault === undefined ? accept(text) : refuse(fault);
};
