/** Settings with which a server starts, but without what one of them asks for. */
import type { StartupError, StartupSettings } from './settings.js';

/** Autovacuum knows what to clean from the counts (autovac_init; run on 10 to 18). */
export function checkAutovacuum(settings: StartupSettings): StartupError[] {
  const errors: StartupError[] = [];
  if (settings.flag('autovacuum') === true && settings.flag('track_counts') === false) {
    errors.push({
      code: 'autovacuum-needs-counts',
      severity: 'warning',
      message:
        'autovacuum = on does nothing with track_counts = off: the server starts without it, and dead rows and old transaction ids pile up. Set track_counts = on.',
      parameters: ['track_counts', 'autovacuum'],
    });
  }
  const slots = settings.number('autovacuum_worker_slots');
  const workers = settings.number('autovacuum_max_workers');
  if (slots !== undefined && workers !== undefined && workers > slots) {
    errors.push({
      code: 'fewer-slots-than-workers',
      severity: 'warning',
      message: `autovacuum_max_workers = ${workers} never has more than the ${slots} workers of autovacuum_worker_slots. Raise the slots, or lower the workers.`,
      parameters: ['autovacuum_max_workers', 'autovacuum_worker_slots'],
    });
  }
  return errors;
}

/** From 16 on the archiver refuses to choose between a command and a library; 15 takes the library (pgarch.c; run on 15 to 18). */
export function checkArchiver(settings: StartupSettings): StartupError[] {
  const isArchiving = (settings.text('archive_mode') ?? 'off') !== 'off';
  if (!isArchiving || !settings.text('archive_library') || !settings.text('archive_command')) return [];
  return [
    settings.major >= 16
      ? {
          code: 'two-ways-to-archive',
          severity: 'warning',
          message:
            'archive_command and archive_library are both set: the archiver stops with an error again and again, nothing is archived, and WAL piles up until the disk is full. Empty one of them.',
          parameters: ['archive_command', 'archive_library'],
        }
      : {
          code: 'two-ways-to-archive',
          severity: 'warning',
          message: 'archive_command is not used, because archive_library is set as well. Empty one of them.',
          parameters: ['archive_command', 'archive_library'],
        },
  ];
}
