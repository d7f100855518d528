import { listSyntaxAdvice, splitIdentifiers } from '../lists/split.js';
import { accept, refuse, undecidable } from '../readings.js';
import type { ValueReading } from '../types.js';
import { closestWord, listWords } from '../words.js';
import type { Check } from './check.js';

const levels = 'debug5 debug4 debug3 debug2 debug1 info notice warning error log fatal panic'.split(' ');
const hidden = 'debug';
const processes =
  'archiver autovacuum backend bgworker bgwriter checkpointer postmaster startup syslogger walreceiver walsender walsummarizer walwriter'.split(
    ' ',
  );

function isLevel(word: string): boolean {
  return word === hidden || levels.includes(word);
}

/**
 * log_min_messages from 19 on: one level for all processes, and levels for kinds of processes: `warning, autovacuum:debug1`.
 * A single level was run on 19; of lists only what its documentation says plainly is decided.
 */
export const checkLogMinMessages: Check = ({ text, value, major }) => {
  if (major < 19) return accept(value);
  const elements = splitIdentifiers(text, major);
  if (elements === undefined)
    return refuse(`'${text}' is not a list as log_min_messages needs one: ${listSyntaxAdvice}.`);
  const plain = elements.map((element) => element.toLowerCase()).filter((element) => !element.includes(':'));
  const fault = faultOf(plain, elements.length);
  return fault ?? readPairs(text, elements);
};

function faultOf(plain: string[], count: number): ValueReading | undefined {
  const wrong = plain.find((level) => !isLevel(level));
  if (wrong !== undefined) {
    return refuse(
      `'${wrong}' is not a level of messages; there are ${listWords(levels)}.`,
      count === 1 ? closestWord(wrong, levels) : undefined,
    );
  }
  if (plain.length === 1) return undefined;
  return refuse('log_min_messages needs exactly one level that stands alone, for all processes that are not named.');
}

function readPairs(text: string, elements: string[]): ValueReading {
  const seen = new Set<string>();
  for (const element of elements) {
    if (!element.includes(':')) continue;
    const [process, level] = element.toLowerCase().split(':') as [string, string];
    if (!isLevel(level))
      return refuse(`'${level}' is not a level of messages; there are ${listWords(levels)}.`, undefined);
    if (!processes.includes(process) || seen.has(process)) {
      return undecidable(`whether PostgreSQL 19 takes ${element} in log_min_messages was not seen on a server`, text);
    }
    seen.add(process);
  }
  return accept(text);
}
