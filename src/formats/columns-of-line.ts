/** The columns of a line by its spaces alone, the comment left out: enough to guess what the line is. */
export function columnsOfLine(line: string): string[] {
  return line
    .replace(/#.*/, '')
    .trim()
    .split(/[ \t]+/);
}
