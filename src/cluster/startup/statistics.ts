import type { StartupError, StartupSettings } from './settings.js';

const stages = ['log_parser_stats', 'log_planner_stats', 'log_executor_stats'];

/**
 * log_statement_stats and the statistics of single stages exclude each other; the server refuses whichever comes second,
 * while it reads the values (check_log_stats, check_stage_log_stats; run on 10 to 18).
 */
export function checkStatistics(settings: StartupSettings): StartupError[] {
  const errors: StartupError[] = [];
  const on = new Set<string>();
  for (const entry of settings.entries) {
    const name = entry.parameter?.name ?? '';
    const isWhole = name === 'log_statement_stats';
    if (!isWhole && !stages.includes(name)) continue;
    const isOn = entry.reading?.ok === true && entry.reading.value === true;
    const rival = isWhole
      ? stages.find((stage) => on.has(stage))
      : ['log_statement_stats'].find((whole) => on.has(whole));
    if (!isOn) on.delete(name);
    else if (rival === undefined) on.add(name);
    else {
      errors.push({
        code: 'statistics-exclude-each-other',
        severity: 'error',
        message: `${name} cannot be on together with ${rival}: the one counts the whole statement, the other a part of it. The server refuses the second of them and does not start; turn one off.`,
        parameters: [name, rival],
        entry,
      });
    }
  }
  return errors;
}
