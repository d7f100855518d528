import type { StartupError, StartupSettings } from './settings.js';

/** The parameters whose sum is limited (MAX_BACKENDS of postmaster.h), with their built-in defaults. */
function addends(major: number): Map<string, number> {
  const all = new Map([
    ['max_connections', 100],
    [major >= 18 ? 'autovacuum_worker_slots' : 'autovacuum_max_workers', major >= 18 ? 16 : 3],
    ['max_worker_processes', 8],
  ]);
  if (major >= 12) all.set('max_wal_senders', 10);
  return all;
}

const maxBackends = 262_143;

/**
 * The number of server processes is limited. Up to 17 each of the parameters is checked against the others as they stand
 * when it is read; from 18 on the server looks at the sum once all are read (run on 10 to 18).
 */
export function checkProcesses(settings: StartupSettings): StartupError[] {
  return settings.major >= 18 ? [] : checkOneByOne(settings);
}

function checkOneByOne(settings: StartupSettings): StartupError[] {
  const inForce = addends(settings.major);
  const errors: StartupError[] = [];
  for (const entry of settings.entries) {
    const name = entry.parameter?.name ?? '';
    const { reading } = entry;
    if (!inForce.has(name) || reading?.ok !== true) continue;
    const others = [...inForce].reduce((sum, [other, count]) => (other === name ? sum : sum + count), 0);
    if (Number(reading.value) + others + 1 <= maxBackends) {
      inForce.set(name, Number(reading.value));
      continue;
    }
    errors.push({ ...tooMany([...inForce.keys()], name), entry });
  }
  return errors;
}

/** From 18 on: the sum, looked at late. */
export function checkProcessSum(settings: StartupSettings): StartupError[] {
  if (settings.major < 18) return [];
  const names = [...addends(settings.major).keys()];
  const counts = names.map((name) => settings.number(name));
  if (counts.includes(undefined)) return [];
  const sum = counts.reduce<number>((total, count) => total + count!, 0);
  return sum < maxBackends - 1 ? [] : [tooMany(names, 'max_connections')];
}

function tooMany(names: string[], first: string): StartupError {
  const others = names.filter((name) => name !== first);
  return {
    code: 'too-many-processes',
    severity: 'error',
    message: `A server has at most about 262,000 processes, and ${first} together with ${others.join(', ')} asks for more; the server does not start. Lower ${first}.`,
    parameters: [first, ...others],
  };
}
