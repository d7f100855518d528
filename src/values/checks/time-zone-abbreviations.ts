import { accept, refuse, undecidable } from '../readings.js';
import { closestWord } from '../words.js';
import type { Check } from './check.js';

/** The files that PostgreSQL installs in its folder timezonesets. */
const installed = ['Default', 'Australia', 'India'];

/** timezone_abbreviations: the name of a file in the server's folder timezonesets; only letters can be part of it. */
export const checkTimeZoneAbbreviations: Check = ({ text }) => {
  if (installed.includes(text)) return accept(text);
  const meant = installed.find((name) => name.toLowerCase() === text.toLowerCase()) ?? closestWord(text, installed);
  if (!/^[A-Za-z]+$/.test(text)) {
    return refuse(
      `timezone_abbreviations names a file by letters only; PostgreSQL installs ${installed.join(', ')}.`,
      meant,
    );
  }
  return undecidable(`whether the server has a file timezonesets/${text} depends on the machine`, text);
};
