import type { HostEntry } from '../types.js';

/**
 * The entry of pg_hosts.conf that a client meets: the one with the name that it asks for, in any letter case, else that
 * of `*`; for one that asks for none, `/no_sni/`, else `*` (be-secure-openssl.c, sni_clienthello_cb; compared with 19rc1).
 *
 * @param entries those of a file that loads
 * @param name what the client asks for (SNI); undefined for nothing
 * @returns undefined where the server refuses the handshake
 */
export function servingEntry(entries: readonly HostEntry[], name: string | undefined): HostEntry | undefined {
  const special = (word: string) => entries.find(({ hostNames }) => hostNames[0]?.value === word);
  if (name === undefined) return special('/no_sni/') ?? special('*');
  const lower = lowerCase(name);
  const isAsked = ({ value }: { value: string }) => lowerCase(value) === lower;
  const own = entries.find((entry) => !isSpecial(entry) && entry.hostNames.some(isAsked));
  return own ?? special('*');
}

const isSpecial = ({ hostNames }: HostEntry) => hostNames[0]?.value === '*' || hostNames[0]?.value === '/no_sni/';

const lowerCase = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
