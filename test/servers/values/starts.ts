/**
 * Starts real servers with settings that contradict each other, and compares with startupErrors.
 *
 *     npx tsx test/servers/values/starts.ts [--record]
 *
 * With --record the servers' verdicts are written to test/fixtures/starts.jsonl.
 */
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Major } from '../../../src/catalog/majors.js';
import { startupErrors } from '../../../src/cluster/startup/index.js';
import { confOf } from '../../cluster/conf-of.js';
import { DataFolder } from '../data-folder.js';
import { serverAccount } from '../installations.js';
import { Outcome } from '../outcome.js';
import { packagedServers } from './settings-reader.js';
import { startBase, startCases } from './start-cases.js';

/** The servers' complaints in our codes; warnings last, as startupErrors gives them. */
const complaints: [pattern: RegExp, code: string][] = [
  [/unrecognized configuration parameter/, 'unknown-parameter'],
  [/"log_\w+_stats"/, 'statistics-exclude-each-other'],
  [/multiple recovery targets/, 'two-recovery-targets'],
  [/too many server processes|invalid value for parameter "(max_|autovacuum_)/, 'too-many-processes'],
  [/must be less than "?max_connections/, 'no-connections-left'],
  [/WAL archival/, 'archiving-needs-wal'],
  [/WAL streaming/, 'senders-need-wal'],
  [/WAL cannot be summarized/, 'summaries-need-wal'],
  [/must be at least twice/, 'wal-size-below-two-segments'],
  [/LOG: {2}invalid value for parameter "wal_consistency_checking"/, 'invalid-value'],
  [/"wal_consistency_checking"/, 'unknown-resource-manager'],
  [/huge pages not supported/, 'huge-pages-need-mmap'],
  [/invalid list syntax in parameter "(listen|unix)/, 'malformed-list'],
  [/no socket created/, 'nothing-to-listen-on'],
  [/invalid list syntax in parameter "shared_preload/, 'malformed-library-list'],
  [/autovacuum not started/, 'autovacuum-needs-counts'],
  [/should be less than or equal to "autovacuum_worker_slots"/, 'fewer-slots-than-workers'],
];

/** `started`, or the code of what stopped it; warnings behind a plus sign. */
type Verdict = string;

const account = serverAccount();

/** Starts a server with settings, or says why it does not come up. */
async function startWith(data: DataFolder, major: Major, settings: string): Promise<Verdict> {
  const conf = `port = ${7000 + major}\nfsync = off\nshared_buffers = 4MB\n${startBase(base)}${settings}\n`;
  const { isUp, log } = await data.start({ 'postgresql.conf': conf });
  const found = complaints.filter(([pattern]) => pattern.test(log)).map(([, code]) => code);
  if (found.includes('unknown-parameter')) return 'unknown-parameter';
  if (isUp) return ['started', ...found].join('+');
  if (found[0] === undefined) throw new Error(`${major} did not start, with another complaint:\n${settings}\n${log}`);
  return found[0];
}

/** What we say, in the same words. */
function ours(settings: string, major: Major): Verdict {
  const configuration = confOf(startBase('/s') + settings, major);
  if (configuration.entries.some(({ reading }) => reading?.ok === false)) return 'invalid-value';
  const errors = startupErrors(configuration, major);
  const fatal = errors.find(({ severity }) => severity === 'error');
  if (fatal !== undefined) return fatal.code;
  // Seen only once sessions start or the archiver runs.
  const late = ['session_preload_libraries', 'local_preload_libraries', 'archive_command'];
  return ['started', ...errors.filter(({ parameters }) => !late.includes(parameters[0]!)).map(({ code }) => code)].join(
    '+',
  );
}

const { values: options } = parseArgs({ options: { record: { type: 'boolean', default: false } } });
const base = mkdtempSync(join(tmpdir(), 'pgconflint-starts-'));
if (account !== undefined) chownSync(base, account.uid, account.gid);
const verdicts = new Map<string, Record<string, Verdict>>(startCases.map((text) => [text, {}]));
let differences = 0;
const outcome = new Outcome();
const queue = packagedServers(base);
const asked = queue.length;
await Promise.all(
  [0, 1].map(async () => {
    for (let installation = queue.shift(); installation !== undefined; installation = queue.shift()) {
      outcome.add(installation);
      const data = new DataFolder(join(base, installation.name), installation, account);
      for (const text of startCases) {
        const verdict = await startWith(data, installation.major, text);
        verdicts.get(text)![installation.major] = verdict;
        if (verdict === 'unknown-parameter') continue;
        const mine = ours(text, installation.major);
        if (mine === verdict) continue;
        differences++;
        outcome.differs(installation);
        console.log(`PostgreSQL ${installation.major}: ${JSON.stringify(text)}: server ${verdict}, we ${mine}`);
      }
    }
  }),
);
console.log(`${startCases.length} files on ${asked} servers, ${outcome.servers}: ${differences} differences`);
if (options.record) {
  const lines = [...verdicts].map(([conf, verdict]) => JSON.stringify({ conf, verdicts: verdict }));
  writeFileSync(fileURLToPath(new URL('../../fixtures/starts.jsonl', import.meta.url)), `${lines.join('\n')}\n`);
}
rmSync(base, { recursive: true, force: true });
outcome.end();
