/** Settings of the log whose text stays and whose meaning changes. */
import { splitPaths } from '../../values/lists/split.js';
import type { MeaningCheck, Upgrade } from './note.js';
import { check, setIn } from './setting-check.js';
import { libraryLists } from './settings.js';

/** Letters of log_line_prefix that the old major passes over (elog.c, log_line_prefix). */
const newEscapes = (letters: string): MeaningCheck =>
  check('log_line_prefix', ({ value }) => {
    const found = [...value.matchAll(/%-?\d*(.)/gs)]
      .map((match) => match[1]!)
      .filter((letter) => letters.includes(letter));
    const shown = [...new Set(found)].map((letter) => `%${letter}`).join(' and ');
    return shown === '' ? undefined : `Take ${shown} out, or let what reads the log expect it.`;
  });

const logsConnections = ({ before }: Upgrade) => {
  const { reading } = before.configuration.get('log_connections');
  return reading?.ok === true && reading.value === true;
};

const connections = (concerns: (upgrade: Upgrade) => boolean): MeaningCheck =>
  check('log_connections', (_, upgrade) =>
    logsConnections(upgrade) && concerns(upgrade)
      ? 'Let what reads the log expect “connection authenticated”, and give the log the room.'
      : undefined,
  );

const loadsAutoExplain = (upgrade: Upgrade) =>
  libraryLists.some((list) =>
    splitPaths(setIn(upgrade, list)?.value ?? '', upgrade.after.target)?.some((path) =>
      /(?:^|\/)auto_explain$/.test(path),
    ),
  );

/** The checks by the items that they are of. */
export const loggingChecks: Readonly<Record<string, MeaningCheck>> = {
  'line-prefix': newEscapes('PQ'),
  'local-address': newEscapes('L'),
  'authenticated-log': connections(() => true),
  'trust-log': connections(({ after }) => (after.hba?.records ?? []).some(({ method }) => method === 'trust')),
  'plan-parameters': check('auto_explain.log_min_duration', ({ value }, upgrade) =>
    value !== '-1' && loadsAutoExplain(upgrade) && !setIn(upgrade, 'auto_explain.log_parameter_max_length')
      ? 'Set auto_explain.log_parameter_max_length = 0 where parameters may hold what the log must not.'
      : undefined,
  ),
  'analyze-log': check('log_autovacuum_min_duration', ({ value }, upgrade) =>
    value === '-1' || setIn(upgrade, 'log_autoanalyze_min_duration') !== undefined
      ? undefined
      : `Set log_autoanalyze_min_duration = ${value} as well, or ANALYZE is logged from 10 minutes on.`,
  ),
};
