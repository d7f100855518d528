/** The pg_hba.conf that initdb makes (initdb.c, setup_config). */

/** The methods of its records, for the socket and for the loopback addresses. */
export interface InitdbMethods {
  local: string;
  host: string;
}

/** An option of initdb that decides a method: `-A` and `--auth` decide both. */
export interface InitdbOption {
  of: 'both' | keyof InitdbMethods;
  method: string;
}

/** initdb.c, main: `trust` unless an option says otherwise; the last one counts, and each of ident and peer has its own side. */
export function methodsOfInitdb(options: readonly InitdbOption[]): InitdbMethods {
  const methods: InitdbMethods = { local: 'trust', host: 'trust' };
  for (const { of, method } of options) {
    if (of !== 'host') methods.local = of === 'both' && method === 'ident' ? 'peer' : method;
    if (of !== 'local') methods.host = of === 'both' && method === 'peer' ? 'ident' : method;
  }
  return methods;
}

/** The records, a line each. */
export function recordsOfInitdb({ local, host }: InitdbMethods): string {
  const all = (database: string) =>
    `local ${database} all ${local}\nhost ${database} all 127.0.0.1/32 ${host}\nhost ${database} all ::1/128 ${host}\n`;
  return all('all') + all('replication');
}
