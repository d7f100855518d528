import stringWidth from 'string-width';

/** The columns that any text takes on a terminal; knows the tables of wide characters and emoji. */
export function columnsOfAny(text: string): number {
  return stringWidth(text);
}
