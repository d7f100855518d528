import { listSyntaxAdvice, splitIdentifiers } from '../lists/split.js';
import { accept, refuse } from '../readings.js';
import { closestWord } from '../words.js';
import type { Check } from './check.js';

const styles = ['ISO', 'Postgres', 'SQL', 'German'];
const orders = ['MDY', 'DMY', 'YMD'];

/** The meaning of one word; undefined for unknown ones. */
function meaning(word: string): { style?: string; order?: string } | undefined {
  const upper = word.toUpperCase();
  if (upper === 'ISO' || upper === 'SQL') return { style: upper };
  if (upper.startsWith('POSTGRES')) return { style: 'Postgres' };
  if (upper === 'GERMAN') return { style: 'German' };
  if (upper === 'YMD' || upper === 'MDY' || upper === 'DMY') return { order: upper };
  if (upper.startsWith('EURO')) return { order: 'DMY' };
  if (upper === 'US' || upper.startsWith('NONEURO')) return { order: 'MDY' };
  return upper === 'DEFAULT' ? {} : undefined;
}

/**
 * DateStyle: one style, one order of the fields, or both; `German` alone means days first.
 * What is left out comes from what is in force before, which is `ISO, MDY` when a server starts (check_datestyle).
 */
export const checkDateStyle: Check = ({ text, major }) => {
  const words = splitIdentifiers(text, major);
  if (words === undefined) return refuse(`'${text}' is not a list as DateStyle needs one: ${listSyntaxAdvice}.`);
  let style: string | undefined;
  let order: string | undefined;
  let germanOrder: string | undefined;
  for (const word of words) {
    const meant = meaning(word);
    if (meant === undefined) {
      const suggestion = closestWord(word, [...styles, ...orders]);
      return refuse(
        `'${word}' is neither a style of dates (ISO, Postgres, SQL, German) nor an order of their fields (MDY, DMY, YMD).`,
        words.length === 1 ? suggestion : undefined,
      );
    }
    if (style !== undefined && meant.style !== undefined && meant.style !== style) {
      return refuse(`DateStyle names two styles, ${style} and ${meant.style}. Keep one.`);
    }
    if (order !== undefined && meant.order !== undefined && meant.order !== order) {
      return refuse(`DateStyle names two orders of day, month and year, ${order} and ${meant.order}. Keep one.`);
    }
    style ??= meant.style;
    order ??= meant.order;
    if (meant.style === 'German') germanOrder = 'DMY';
  }
  return accept(`${style ?? 'ISO'}, ${order ?? germanOrder ?? 'MDY'}`);
};
