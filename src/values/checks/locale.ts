import { accept, refuse, undecidable } from '../readings.js';
import type { Check } from './check.js';

/** lc_messages, lc_monetary, lc_numeric and lc_time: the C library of the machine must have the locale; C and POSIX always exist. */
export const checkLocale: Check = ({ parameter, text }) => {
  if (text === 'C' || text === 'POSIX') return accept(text);
  if (text !== '') return undecidable(`whether the locale ${text} exists depends on the machine`, text);
  if (parameter.name !== 'lc_messages') return accept(text);
  return refuse('lc_messages cannot be empty in a file: name a locale, or write C for English messages.');
};
