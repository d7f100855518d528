import { fitted, readingWidth } from './wrap.js';

/**
 * Sentences for a terminal in lines that fit. Apart from what breaks lines, since a run that has nothing to say need not load it.
 *
 * @param text lines with a line end each
 * @param columns how wide the terminal is
 */
export function errorLines(text: string, columns: number): string {
  return `${fitted(text.slice(0, -1).split('\n'), readingWidth(columns)).join('\n')}\n`;
}
