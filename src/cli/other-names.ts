/** What people try that is the name of no command: what does it instead, and what that is for. */
const elsewhere: Readonly<Record<string, string>> = {
  check: 'pgconflint lint checks files',
  validate: 'pgconflint lint checks files',
  verify: 'pgconflint lint checks files',
  scan: 'pgconflint lint checks files',
  fix: 'pgconflint --fix fixes files',
  fmt: 'pgconflint format aligns the columns of records',
  rules: 'pgconflint --list-rules lists the rules',
  baseline: 'pgconflint --baseline-write records the problems of today',
  compare: 'pgconflint diff compares two configurations',
  report: 'pgconflint audit compares a cluster with a benchmark',
  benchmark: 'pgconflint audit compares a cluster with a benchmark',
  test: 'pgconflint who --test tests logins',
  watch: 'pgconflint --watch checks again after each change',
  version: 'pgconflint --version prints the version',
  server: 'pgconflint lsp starts the language server',
};

/**
 * What to say of a word that other programs have as a command.
 *
 * @returns undefined where it is none of those
 */
export function otherName(word: string): string | undefined {
  return Object.hasOwn(elsewhere, word) ? `There is no command ${word}; ${elsewhere[word]!}.` : undefined;
}
