import { splitIdentifiers } from '../lists/split.js';
import { undecidable } from '../readings.js';
import type { Check } from './check.js';
import { checkWords } from './list-words.js';

const onUnix = checkWords({
  words: (major) => (major >= 15 ? ['stderr', 'csvlog', 'jsonlog', 'syslog'] : ['stderr', 'csvlog', 'syslog']),
});
const anywhere = checkWords({
  words: (major) => ['stderr', 'csvlog', ...(major >= 15 ? ['jsonlog'] : []), 'syslog', 'eventlog'],
});

/** log_destination: where log lines go; `eventlog` exists on Windows only, `jsonlog` from 15. */
export const checkLogDestination: Check = (input) => {
  const elements = splitIdentifiers(input.text, input.major) ?? [];
  if (!elements.some((element) => element.toLowerCase() === 'eventlog')) return onUnix(input);
  const reading = anywhere(input);
  return reading.ok ? undecidable('log_destination = eventlog works on Windows only', input.text) : reading;
};
