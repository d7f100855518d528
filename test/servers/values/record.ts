/**
 * Records what every server prints or refuses into test/fixtures/values.jsonl, for the ordinary test run.
 *
 *     npx tsx test/servers/values/record.ts
 *
 * One line a case: name, text, and for ranges of majors the value printed, or null where it is refused.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findParameter } from '../../../src/catalog/parameters.js';
import { casesFor } from './cases.js';
import { packagedServers, SettingsReader } from './settings-reader.js';

/** One parameter for each way of reading, and every one with a check of its own. */
const recorded =
  'fsync transaction_read_only default_with_oids work_mem shared_buffers port statement_timeout checkpoint_timeout log_rotation_age min_wal_size track_activity_query_size unix_socket_permissions extra_float_digits wal_buffers autovacuum_work_mem vacuum_buffer_usage_limit transaction_buffers io_max_concurrency seq_page_cost vacuum_cost_delay checkpoint_completion_target geqo_seed cursor_tuple_fraction log_min_messages client_min_messages wal_level password_encryption synchronous_commit wal_compression archive_mode ssl_min_protocol_version recovery_prefetch compute_query_id application_name DateStyle TimeZone log_timezone synchronous_standby_names log_destination wal_consistency_checking debug_io_direct log_connections restrict_nonsystem_relation_kind createrole_self_grant synchronized_standby_slots backtrace_functions client_encoding role session_authorization default_table_access_method recovery_target recovery_target_name recovery_target_lsn recovery_target_xid recovery_target_timeline recovery_target_time primary_slot_name timezone_abbreviations lc_messages lc_time log_directory external_pid_file transaction_isolation search_path temp_tablespaces shared_preload_libraries'.split(
    ' ',
  );

/** Of the texts for numbers every third: the conversions repeat themselves. */
function texts(name: string): string[] {
  const all = new Set<string>();
  for (const major of [10, 11, 12, 17] as const) {
    const parameter = findParameter(name, major) ?? findParameter(name, 18);
    if (parameter === undefined) continue;
    const cases = casesFor(parameter, major);
    const isNumber = parameter.type === 'integer' || parameter.type === 'real';
    const step = isNumber ? (name === 'work_mem' || name === 'statement_timeout' ? 1 : 4) : 1;
    for (const [at, text] of cases.entries()) if (at % step === 0) all.add(text);
  }
  return [...all];
}

type Answer = string | null | undefined;

/** `10-14` → value. Majors that do not know the parameter are left out. */
function ranges(answers: Map<number, Answer>): Record<string, string | null> {
  const known = [...answers].filter(([, answer]) => answer !== undefined).sort(([a], [b]) => a - b);
  const result: Record<string, string | null> = {};
  for (let at = 0; at < known.length; ) {
    let end = at;
    while (end + 1 < known.length && known[end + 1]![1] === known[at]![1] && known[end + 1]![0] === known[end]![0] + 1)
      end++;
    const [from, to] = [known[at]![0], known[end]![0]];
    result[from === to ? `${from}` : `${from}-${to}`] = known[at]![1] as string | null;
    at = end + 1;
  }
  return result;
}

const scratch = mkdtempSync(join(tmpdir(), 'pgconflint-programs-'));
const cases = recorded.flatMap((name) => texts(name).map((text) => ({ name, text })));
const answers = cases.map(() => new Map<number, Answer>());
const queue = packagedServers(scratch);
await Promise.all(
  [0, 1].map(async () => {
    for (let server = queue.shift(); server !== undefined; server = queue.shift()) {
      const reader = new SettingsReader(server);
      for (const [at, { name, text }] of cases.entries()) {
        if (findParameter(name, server.major) === undefined) continue;
        const { errors, value } = await reader.ask([{ name, text }], name);
        answers[at]!.set(server.major, errors.length > 0 ? null : value);
      }
      reader.remove();
      console.log(`PostgreSQL ${server.major} done`);
    }
  }),
);
const lines = cases.map((one, at) => JSON.stringify({ ...one, answers: ranges(answers[at]!) }));
writeFileSync(fileURLToPath(new URL('../../fixtures/values.jsonl', import.meta.url)), `${lines.join('\n')}\n`);
console.log(`${cases.length} cases`);
rmSync(scratch, { recursive: true, force: true });
