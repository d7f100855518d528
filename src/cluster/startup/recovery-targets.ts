import type { StartupError, StartupSettings } from './settings.js';

const targets = [
  'recovery_target',
  'recovery_target_lsn',
  'recovery_target_name',
  'recovery_target_time',
  'recovery_target_xid',
];

/** From 20 on a starting server counts the targets that are not empty; the order of the lines plays no part (xlogrecovery.c). */
function checkAtStart(settings: StartupSettings): StartupError[] {
  const inForce = new Map<string, string>();
  for (const { parameter, value } of settings.entries) {
    if (parameter !== undefined && targets.includes(parameter.name)) inForce.set(parameter.name, value);
  }
  const [first, second] = [...inForce].filter(([, value]) => value !== '').map(([name]) => name);
  if (first === undefined || second === undefined) return [];
  const entry = settings.entries.findLast(({ parameter }) => parameter?.name === second)!;
  return [
    {
      code: 'two-recovery-targets',
      severity: 'error',
      message: `Recovery can stop at one target only: both ${first} and ${second} set one; the server does not start. Keep one of them.`,
      parameters: [second, first],
      entry,
    },
  ];
}

/**
 * At most one recovery target (12 and later). 12 to 19 look while they read the values, so that an empty target after
 * another one is refused too, although it asks for nothing (the assign hooks of xlog.c; run on 12 to 18 and 19rc1).
 */
export function checkRecoveryTargets(settings: StartupSettings): StartupError[] {
  if (settings.major < 12) return [];
  if (settings.major >= 20) return checkAtStart(settings);
  let inForce: string | undefined;
  for (const entry of settings.entries) {
    const name = entry.parameter?.name ?? '';
    if (!targets.includes(name)) continue;
    const isEmpty = entry.value === '';
    if (inForce !== undefined && inForce !== name) {
      return [
        {
          code: 'two-recovery-targets',
          severity: 'error',
          message: isEmpty
            ? `${name} is set after ${inForce}; even an empty second target is refused, and the server does not start. Remove the empty line.`
            : `Recovery can stop at one target only: both ${inForce} and ${name} set one; the server does not start. Keep one of them.`,
          parameters: [name, inForce],
          entry,
        },
      ];
    }
    inForce = isEmpty ? undefined : name;
  }
  return [];
}
