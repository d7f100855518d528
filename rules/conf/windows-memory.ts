import { type Cluster, defineRule } from '../../src/rule-kit/rule.js';
import { reportSetting, valueInForce } from '../../src/rule-kit/settings/settings.js';

/** Sizes whose upper bound is MAX_KILOBYTES of guc.h, which is INT_MAX / 1024 where a long has 32 bits. */
const sizes = [
  'autovacuum_work_mem',
  'gin_pending_list_limit',
  'logical_decoding_work_mem',
  'maintenance_work_mem',
  'work_mem',
];
const most = Math.floor(0x7fff_ffff / 1024);

export default defineRule({
  id: 'conf/windows-memory',
  meta: {
    type: 'problem',
    summary: 'Report sizes of 2GB and more that a server on Windows refuses',
    category: 'correctness',
    presets: ['correctness'],
    targets: { to: 17 },
    blocks: { tooMuch: 'start' },
    messages: {
      tooMuch: {
        headline: '{name} = {value} is too much on Windows',
        why: 'Up to PostgreSQL 17, 2097151kB is the most there; {sign} says that this file is for Windows. The server does not start; a reload keeps the old value.',
        help: 'Write 2047MB.',
      },
    },
    suggestions: true,
  },
  create(context) {
    return {
      Cluster(cluster) {
        const large = sizes.filter((name) => {
          const value = valueInForce(cluster, name);
          return typeof value === 'number' && value > most;
        });
        const sign = large.length === 0 ? undefined : signOfWindows(cluster);
        if (sign === undefined) return;
        for (const name of large) {
          const value = cluster.configuration.get(name).value ?? '';
          const right = { value: '2047MB', as: 'suggestion' as const };
          reportSetting(context, name, { messageId: 'tooMuch', data: { name, value, sign }, right });
        }
      },
    };
  },
});

const paths = ['data_directory', 'hba_file', 'ident_file', 'log_directory', 'ssl_cert_file', 'ssl_key_file'];
const locales = ['lc_messages', 'lc_monetary', 'lc_numeric', 'lc_time'];

/** A setting that only a server on Windows has: its kind of shared memory, a path with a drive, a locale with a code page. */
function signOfWindows(cluster: Cluster): string | undefined {
  const textOf = (name: string) => cluster.configuration.get(name).entry?.value ?? '';
  const found = (names: readonly string[], test: RegExp) => names.find((name) => test.test(textOf(name)));
  return (
    found(['dynamic_shared_memory_type'], /^windows$/i) ??
    found(paths, /^[A-Za-z]:[\\/]/) ??
    found(locales, /^[A-Z][a-z].*_.*\.\d{3,5}$|^[a-z]{2}-[A-Z]{2}$/)
  );
}
