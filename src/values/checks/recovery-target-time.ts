import { accept, refuse, undecidable } from '../readings.js';
import { readTimestamp } from '../timestamp.js';
import type { Check } from './check.js';

/** Words that a timestamp may be elsewhere, refused here because they would mean another time at each restart. */
const moving = ['now', 'today', 'tomorrow', 'yesterday'];
const neverTimes = ['epoch', 'infinity', '-infinity', 'allballs'];

/** recovery_target_time (12 and later): a timestamp. Without timezone_abbreviations before it, no abbreviation of a zone is known. */
export const checkRecoveryTargetTime: Check = ({ text, surroundings }) => {
  if (text === '') return accept(text);
  if (moving.includes(text)) {
    return refuse(
      `recovery_target_time must be one fixed time, and '${text}' means another one at each start. Write it like 2026-11-22 18:30:00+00.`,
    );
  }
  if (neverTimes.includes(text.trim().toLowerCase())) {
    return refuse(`'${text}' is not a time at which recovery could stop. Write one like 2026-11-22 18:30:00+00.`);
  }
  switch (readTimestamp(text, surroundings.hasTimeZoneAbbreviations === true)) {
    case 'timestamp':
      return accept(text);
    case 'no-such-date':
      return refuse(`recovery_target_time = '${text}' names a day that the calendar does not have.`);
    case 'no-such-time':
      return refuse(`recovery_target_time = '${text}' names a time that no clock shows.`);
    case 'no-such-zone':
      return refuse(
        `The time zone of recovery_target_time = '${text}' is not known. While a server reads its files it knows no abbreviations such as CEST or Z; write the distance from UTC (+02) or a name such as Europe/Paris.`,
        /\d[zZ]$/.test(text) ? `${text.slice(0, -1)}+00` : undefined,
      );
    case 'unknown-form':
      return undecidable(
        `the server reads recovery_target_time = '${text}' in its own way, after DateStyle; write it like 2026-11-22 18:30:00+00`,
        text,
      );
  }
};
