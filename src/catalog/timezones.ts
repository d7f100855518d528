import data from './data/timezones.js';

let zones: Map<string, string> | undefined;

/** Lower-case name → the name as the time zone database writes it. */
function table(): Map<string, string> {
  if (zones) return zones;
  zones = new Map();
  for (const line of data.split('\n')) {
    const [area, names] = line.split('\t') as [string, string];
    for (const name of names.split(' ')) zones.set((area + name).toLowerCase(), area + name);
  }
  return zones;
}

/**
 * The time zone database's spelling of a zone's name: `europe/PARIS` gives Europe/Paris.
 * The names are those that servers of 10 to 18 take for TimeZone (pg_timezone_names); POSIX rules and hours are no names.
 *
 * @returns undefined for other texts; a server with a newer database may still know such a name
 */
export function findTimeZone(name: string): string | undefined {
  return table().get(name.toLowerCase());
}

/** Every zone's name, sorted. */
export function timeZoneNames(): string[] {
  return [...table().values()].sort();
}

/**
 * Tells whether a zone's name exists only where the server reads the operating system's database, as Debian's and
 * Red Hat's do: `localtime`, `posixrules` and `posix/…`. Whether a server takes it depends on the machine.
 */
export function isSystemTimeZone(name: string): boolean {
  const lower = name.toLowerCase();
  if (lower === 'localtime' || lower === 'posixrules') return true;
  return lower.startsWith('posix/') && findTimeZone(lower.slice('posix/'.length)) !== undefined;
}
