/**
 * What YAML's readers make of a plain scalar. The readers of the platforms follow YAML 1.1 with differences of their own,
 * so the words below are those that any of them reads as something else than a text.
 */

const words = /^(?:|~|null|y|n|yes|no|on|off|true|false)$/i;
const numbers =
  /^[-+]?(?:0b[01_]+|0o?[0-7_]+|0x[\da-f_]+|\d[\d_]*(?::[0-5]?\d)*(?:\.[\d_]*)?|(?:\d[\d_]*)?\.?[\d_]+(?:\.[\d_]*)?(?:e[-+]?\d+)?|\.inf)$|^\.nan$/i;
const dates = /^\d{4}-\d\d?-\d\d?(?:(?:t|\s+)\d.*)?$/i;

/** Whether some reader reads a plain scalar as a boolean, a number, a date, or nothing. */
export function isTyped(plain: string): boolean {
  return words.test(plain) || numbers.test(plain) || dates.test(plain) || plain === '=' || plain === '<<';
}
