/** Random scalars and configurations of Patroni, the same ones for the same seed. */
import fc from 'fast-check';

const digits = fc.stringMatching(/^[-+]?[0-9_.:exob+-]{1,8}$/);
const words = fc.constantFrom(
  ...'on Off YES no true False y n null ~ Null NULL 0640 0o640 0x1F 0b101 1_000 12:30 1:2:3 1e6 1.0e-5 1.5e+3 .5 5. -0 +12 .inf -.INF .nan 1__0 0_7 08 09 -0640 190:20:30 1.0 100.0 1e16 1.0e+16 123456789.125 0.0001 0.00001 4MB 10min replica'.split(
    ' ',
  ),
);
const texts = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9_/.+ ]{0,8}[a-zA-Z0-9]$/);

/** Plain scalars that stand for something, and some that look like it. */
export function scalars(seed: number, count: number): string[] {
  const any = fc.oneof({ weight: 5, arbitrary: digits }, { weight: 3, arbitrary: words }, texts);
  return fc.sample(any, { seed, numRuns: count });
}

const value = fc.constantFrom(
  ...['on', 'off', 'yes', '1', '0640', '8MB', '1_000', '12:30', '10', '200', '1.5', 'replica', "it''s", 'a b'],
);
/** Values near the bounds of what Patroni gives on the command line. */
const ofPatroni: Readonly<Record<string, readonly string[]>> = {
  max_connections: ['10', '25', '200', '1_000', '8MB', 'a b'],
  max_wal_senders: ['1', '2', '0640', '12:30'],
  max_worker_processes: ['1', '4'],
  wal_level: ['replica', 'logical', 'minimal', '1.5', 'a b'],
  wal_keep_size: ['8MB', '64MB', '1GB'],
  track_commit_timestamp: ['yes', 'off', '1', 'a b', '12:30'],
};
const styles = fc.constantFrom('plain', 'single', 'double');
const names = fc.constantFrom(
  ...'work_mem shared_buffers fsync max_connections max_wal_senders wal_level wal_keep_size max_worker_processes log_min_duration_statement log_statement archive_mode archive_command max_conections listen_addresses port cluster_name pg_stat_statements.max track_commit_timestamp random_page_cost autovacuum_naptime log_line_prefix application_name'.split(
    ' ',
  ),
);
const named = names.chain((name) =>
  fc.tuple(fc.constant(name), ofPatroni[name] === undefined ? value : fc.constantFrom(...ofPatroni[name])),
);
const entry = fc.tuple(named, styles).map(([[name, text], style]) => {
  const inner = text.replaceAll("''", "'");
  const written = { plain: inner, single: `'${text}'`, double: JSON.stringify(inner) }[style];
  return [name, written] as const;
});
const entries = fc.uniqueArray(entry, { maxLength: 6, selector: ([name]) => name });
const record = fc.constantFrom(
  'local all all peer',
  'host: all all all md5',
  '5',
  'host all all 10.0.0.0/8 md5',
  '\'hostssl "a b" all all scram-sha-256\' # why',
  '"host all all all reject"',
  '|\n      local a a peer\n      local b b peer',
);
const records = fc.option(fc.array(record, { maxLength: 3 }), { nil: undefined });

/** Configurations with parameters and records at both places. */
export function configurations(seed: number, count: number): string[] {
  const shapes = fc.tuple(
    entries,
    entries,
    records,
    records,
    fc.constantFrom('', '  listen: "*:5433"\n', '  listen: 10.0.0.1,[::1]:6000\n'),
  );
  return fc.sample(shapes, { seed, numRuns: count }).map(([cluster, node, ofCluster, ofNode, listen]) => {
    const map = (all: readonly (readonly [string, string])[], indent: string) =>
      all.length === 0
        ? ''
        : `${indent}parameters:\n${all.map(([name, text]) => `${indent}  ${name}: ${text}\n`).join('')}`;
    const list = (all: readonly string[] | undefined) =>
      all === undefined
        ? ''
        : all.length === 0
          ? '  pg_hba: []\n'
          : `  pg_hba:\n${all.map((one) => `  - ${one}\n`).join('')}`;
    const dcs = map(cluster, '      ') + list(ofCluster).replace(/^/gm, '    ').replace(/ +$/, '');
    const own = `${listen}${map(node, '  ')}${list(ofNode)}`;
    return `scope: main\nbootstrap:\n  dcs:\n    ttl: 30\n${dcs === '' ? '' : `    postgresql:\n${dcs}`}postgresql:\n  use_pg_rewind: false\n${own}`;
  });
}

const methods = fc.constantFrom('trust', 'md5', 'scram-sha-256');
const ofInitdb = fc.oneof(
  fc.constant(''),
  methods.map((host) => `  initdb:\n  - data-checksums\n  - auth-host: ${host}\n  - auth-local: peer\n`),
  methods.map((both) => `  initdb: { auth: ${both}, encoding: UTF8 }\n`),
  fc.constantFrom('  initdb:\n  - auth: peer\n', '  initdb:\n  - auth-local: md5\n  - auth: ident\n'),
);
const mapping = fc.constantFrom('m /^(.*)@x$ \\1', '\'"a b" c d\'', "'5'", '7', 'x: y', '|\n      m a b\n      m c d');
/** Settings with which a server of 15 starts, or which Patroni drops or puts right. */
const startable = fc.constantFrom(
  ...['work_mem: 8MB', 'log_statement: ddl', 'max_connections: 10', 'max_connections: 1_00', 'wal_level: minimal'],
  ...['wal_level: logical', 'log_min_duration_statement: 0640', 'archive_mode: on', 'max_conections: 5', 'a.b: its'],
  ...['random_page_cost: 1.5', 'port: 1', 'max_wal_senders: 12:30', "log_line_prefix: '%m it''s '", 'fsync: ~'],
);
const settings = fc.uniqueArray(startable, { maxLength: 5, selector: (one) => one.replace(/:.*/, '') });

/** Configurations with which Patroni starts a server: what it needs of records comes first in every list. */
export function startedConfigurations(seed: number, count: number): string[] {
  const kept = ['local all all trust', 'host all all 127.0.0.1/32 trust'];
  const lists = fc.option(fc.array(record, { maxLength: 3 }), { nil: undefined, freq: 2 });
  const shapes = fc.tuple(settings, settings, ofInitdb, lists, lists, lists, fc.array(mapping, { maxLength: 2 }));
  const list = (name: string, items: readonly string[] | undefined, indent: string) =>
    items === undefined
      ? ''
      : `${indent}${name}:\n${items.map((one) => `${indent}- ${one.replaceAll('\n', `\n${indent}`)}\n`).join('')}`;
  const map = (all: readonly string[], indent: string) =>
    all.length === 0 ? '' : `${indent}parameters:\n${all.map((one) => `${indent}  ${one}\n`).join('')}`;
  return fc
    .sample(shapes, { seed, numRuns: count })
    .map(([cluster, node, initdb, appended, ofCluster, ofNode, idents]) => {
      const dcs = map(cluster, '      ') + list('pg_hba', ofCluster && [...kept, ...ofCluster], '      ');
      const own =
        map(node, '  ') +
        list('pg_hba', ofNode && [...kept, ...ofNode], '  ') +
        (idents.length === 0 ? '' : list('pg_ident', idents, '  '));
      const bootstrap =
        initdb + (appended === undefined || appended.length === 0 ? '' : list('pg_hba', appended, '  '));
      return `scope: main\nraft: {}\nbootstrap:\n  dcs:\n    ttl: 30\n${dcs === '' ? '' : `    postgresql:\n${dcs}`}${bootstrap}postgresql:\n  use_pg_rewind: false\n${own}`;
    });
}
