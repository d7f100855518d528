/** pgaudit.log as pgAudit reads it (check_pgaudit_log in pgaudit.c). */

/** The classes that pgaudit.log knows (pgAudit's manual); misc_set since 1.4. */
export const pgauditClasses = ['ddl', 'function', 'misc', 'misc_set', 'read', 'role', 'write'] as const;

/**
 * The classes of statements that a list records, read from left to right.
 *
 * @param words in lower case; a minus sign leaves a class out
 */
export function recordedClasses(words: readonly string[]): Set<string> {
  const recorded = new Set<string>();
  for (const word of words) {
    const name = word.replace(/^-/, '');
    const meant =
      name === 'all' ? pgauditClasses : name === 'none' ? [] : name === 'misc' ? ['misc', 'misc_set'] : [name];
    if (name === 'none') recorded.clear();
    for (const each of meant) word.startsWith('-') ? recorded.delete(each) : recorded.add(each);
  }
  return recorded;
}
