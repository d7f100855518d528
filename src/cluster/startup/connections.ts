import type { StartupError, StartupSettings } from './settings.js';

/**
 * Reserved connections must leave some for everybody; 11 counts WAL senders among them, 10 compares them alone,
 * 16 and later add reserved_connections (PostmasterMain; run on 10 to 18).
 */
export function checkConnections(settings: StartupSettings): StartupError[] {
  const { major } = settings;
  const max = settings.number('max_connections');
  if (max === undefined) return [];
  if (major < 11) {
    return [
      ...compare(settings, ['superuser_reserved_connections'], max),
      ...compare(settings, ['max_wal_senders'], max),
    ];
  }
  if (major === 11) return compare(settings, ['superuser_reserved_connections', 'max_wal_senders'], max);
  if (major < 16) return compare(settings, ['superuser_reserved_connections'], max);
  return compare(settings, ['superuser_reserved_connections', 'reserved_connections'], max);
}

function compare(settings: StartupSettings, names: string[], max: number): StartupError[] {
  const counts = names.map((name) => settings.number(name));
  if (counts.includes(undefined)) return [];
  const sum = counts.reduce<number>((total, count) => total + count!, 0);
  if (sum < max) return [];
  const written = names.map((name, index) => `${name} (${counts[index]})`).join(' plus ');
  return [
    {
      code: 'no-connections-left',
      severity: 'error',
      message: `The reserved connections use up max_connections: ${written} must be less than max_connections (${max}); PostgreSQL ${settings.major} does not start so. Raise max_connections to at least ${sum + 1}, or reserve less.`,
      parameters: [...names, 'max_connections'],
    },
  ];
}
