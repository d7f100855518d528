/** Expressions that somebody closed with a slash, as other languages do. */

/**
 * What an expression is without the slash that was to close it, and without the letters after that.
 *
 * PostgreSQL knows no closing slash: the expression goes on to the end of the token (hba.c, regcomp_auth_token), so what
 * is after `$` can never match.
 *
 * @param pattern an expression, without its first slash
 * @returns undefined where the last slash may well be meant: principals of Kerberos and names of certificates have some
 */
export function withoutClosingSlash(pattern: string): string | undefined {
  return /^(.*[^\\]\$|\$)\/[a-z]{0,3}$/s.exec(pattern)?.[1];
}

/** The same where the expression has no `$` before the slash: it matches only names with a slash, which roles seldom have. */
export function withoutTrailingSlash(pattern: string): string | undefined {
  return /^(\^?[\w.*+?|()[\]-]+)\/[gimx]{0,2}$/.exec(pattern)?.[1];
}
