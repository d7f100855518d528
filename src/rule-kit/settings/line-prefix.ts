/** log_line_prefix, as rules ask what it tells. */

/** Whether a prefix has one of the escapes; a width may stand between (`%-10u`), and `%%` is a percent sign. */
export function hasEscape(prefix: string, escapes: string): boolean {
  for (const [, letter] of prefix.matchAll(/%(?:-?\d+)?(.)/gs)) if (escapes.includes(letter!)) return true;
  return false;
}
