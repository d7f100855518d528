import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Major } from '../../src/catalog/majors.js';
import { startupErrors } from '../../src/cluster/startup/index.js';
import { confOf } from './conf-of.js';

interface Case {
  conf: string;
  /** Major → what its server did: `started`, warnings behind a plus sign, or the code of what stopped it. */
  verdicts: Record<string, string>;
}

const fixture = readFileSync(new URL('../fixtures/starts.jsonl', import.meta.url), 'utf8');
const cases = fixture
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Case);
const base = "listen_addresses = ''\nunix_socket_directories = '/s'\n";

function verdict(conf: string, major: Major): string {
  const configuration = confOf(base + conf, major);
  if (configuration.entries.some(({ parameter }) => parameter === undefined)) return 'unknown-parameter';
  if (configuration.entries.some(({ reading }) => reading?.ok === false)) return 'invalid-value';
  const errors = startupErrors(configuration, major);
  const fatal = errors.find(({ severity }) => severity === 'error');
  if (fatal !== undefined) return fatal.code;
  // What only shows once sessions start or the archiver runs is no part of the recorded verdicts.
  const seen = errors.filter(({ parameters }) => !/^(session|local)_preload|^archive/.test(parameters[0]!));
  return ['started', ...seen.map(({ code }) => code)].join('+');
}

describe('what started servers did, or what stopped them', () => {
  test('the fixture holds every major with a server', () => {
    expect(cases.length).toBeGreaterThan(80);
    for (const one of cases) expect(Object.keys(one.verdicts)).toHaveLength(9);
  });
  test.each(cases.map((one) => [one.conf.replaceAll('\n', '; '), one] as const))('%s', (_, { conf, verdicts }) => {
    const ours = Object.keys(verdicts).map((major) => [major, verdict(conf, Number(major) as Major)]);
    expect(Object.fromEntries(ours)).toEqual(verdicts);
  });
});

describe('messages', () => {
  test('say what contradicts what, what happens and what to write', () => {
    const [error] = startupErrors(confOf('wal_level = minimal\n', 18), 18);
    expect(error).toEqual({
      code: 'senders-need-wal',
      severity: 'error',
      message:
        'wal_level = minimal is too little: it does not do for max_wal_senders = 10, which is the default, and the server does not start. Set wal_level = replica, or max_wal_senders = 0.',
      parameters: ['max_wal_senders', 'wal_level'],
    });
  });
  test('errors that the server finds while it reads values name their entry', () => {
    const [error] = startupErrors(confOf('log_statement_stats = on\nlog_parser_stats = on\n', 18), 18);
    expect(error?.entry?.line).toBe(2);
  });
  test('what hangs on the data directory is said', () => {
    const [error] = startupErrors(confOf('min_wal_size = 16MB\n', 18), 18);
    expect(error?.condition).toMatch(/16 MB/);
  });
  test('nothing is said of a value that is refused by itself', () => {
    expect(startupErrors(confOf('wal_level = minimal\nmax_wal_senders = x\n', 18), 18)).toEqual([]);
  });
});
