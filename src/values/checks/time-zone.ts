import { timeZoneNames } from '../../catalog/timezones.js';
import { accept, refuse, undecidable } from '../readings.js';
import { readTimeZone, readZoneName } from '../time-zone.js';
import { closestWord } from '../words.js';
import type { Check } from './check.js';

/** TimeZone, and log_timezone, which takes neither hours nor intervals but reads a number as a rule without an abbreviation. */
export const checkTimeZone: Check = ({ parameter, text, major }) => {
  const reading = parameter.name === 'log_timezone' ? readZoneName(text, major) : readTimeZone(text, major);
  switch (reading) {
    case 'zone':
      return accept(text);
    case 'depends-on-machine':
      return undecidable(`whether a server takes ${text} as a time zone depends on its time zone database`, text);
    case 'too-far':
      return refuse(`${parameter.name} can be at most 167 hours from UTC, and '${text}' is more.`);
    case 'leap-seconds':
      return refuse(
        `'${text}' differs from UTC by odd seconds, which PostgreSQL takes for a zone with leap seconds and refuses. Write an offset in whole minutes.`,
      );
    case 'interval-with-days':
      return refuse(
        `The distance of ${parameter.name} from UTC is a number of hours and minutes, without days and months.`,
      );
    case 'unknown':
      return refuse(`'${text}' is not a time zone: write a name such as Europe/Paris or UTC.`, nearZone(text));
  }
};

function nearZone(text: string): string | undefined {
  const name = text.trim().replaceAll(' ', '_');
  const exact = timeZoneNames().find((zone) => zone.toLowerCase() === name.toLowerCase());
  return exact ?? closestWord(name, timeZoneNames());
}
