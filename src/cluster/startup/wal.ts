import type { StartupError, StartupSettings } from './settings.js';

/**
 * wal_level = minimal writes too little for archiving, for standbys and for summaries
 * (PostmasterMain; run on 10 to 18, in this order).
 */
export function checkWalLevel(settings: StartupSettings): StartupError[] {
  if (settings.text('wal_level') !== 'minimal') return [];
  const errors: StartupError[] = [];
  const archiveMode = settings.text('archive_mode');
  if (archiveMode !== undefined && archiveMode !== 'off') {
    errors.push(
      tooLittle(
        'archiving-needs-wal',
        'archive_mode',
        `archive_mode = ${archiveMode}`,
        'Set wal_level = replica, or archive_mode = off.',
      ),
    );
  }
  const senders = settings.number('max_wal_senders') ?? 0;
  if (senders > 0) {
    const origin = settings.isSet('max_wal_senders') ? '' : ', which is the default';
    errors.push(
      tooLittle(
        'senders-need-wal',
        'max_wal_senders',
        `max_wal_senders = ${senders}${origin}`,
        'Set wal_level = replica, or max_wal_senders = 0.',
      ),
    );
  }
  if (settings.flag('summarize_wal') === true) {
    errors.push(
      tooLittle(
        'summaries-need-wal',
        'summarize_wal',
        'summarize_wal = on',
        'Set wal_level = replica, or summarize_wal = off.',
      ),
    );
  }
  return errors;
}

function tooLittle(code: string, name: string, demand: string, advice: string): StartupError {
  return {
    code,
    severity: 'error',
    message: `wal_level = minimal is too little: it does not do for ${demand}, and the server does not start. ${advice}`,
    parameters: [name, 'wal_level'],
  };
}

/** Bytes of a WAL segment unless initdb was told otherwise. */
const usualSegment = 16;

/**
 * From 11 on min_wal_size and max_wal_size must hold two WAL segments. How large a segment is stands in the data directory
 * (initdb --wal-segsize), 16 MB unless told otherwise (ReadControlFile; run on 11 to 18).
 */
export function checkWalSizes(settings: StartupSettings): StartupError[] {
  if (settings.major < 11) return [];
  const errors: StartupError[] = [];
  for (const name of ['min_wal_size', 'max_wal_size']) {
    const size = settings.number(name);
    if (size === undefined || size >= 2 * usualSegment) continue;
    errors.push({
      code: 'wal-size-below-two-segments',
      severity: 'error',
      message: `${name} must hold two WAL segments: these are ${usualSegment} MB each unless initdb made them smaller, and ${size} MB does not; the server does not start. Write at least ${2 * usualSegment}MB.`,
      parameters: [name],
      condition: 'the data directory has WAL segments of the usual 16 MB or more',
    });
  }
  return errors;
}
