/**
 * What Patroni 4.1.4 and PyYAML of Debian 12 made of random questions (record.ts, ask.py), against our own reading: of every
 * scalar, and of the postgresql.conf and pg_hba.conf that Patroni's code wrote.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { carriers } from '../../../src/carriers/index.js';
import { onCommandLine } from '../../../src/carriers/platforms/patroni/facts.js';
import { pythonText } from '../../../src/carriers/platforms/patroni/python.js';
import { findParameter } from '../../../src/catalog/parameters.js';
import { documentsIn } from '../../../src/documents/carrier.js';
import { parseConf } from '../../../src/syntax/conf.js';
import { readValue } from '../../../src/values/read.js';

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8');

test('plain scalars are read as PyYAML reads them, and written as Python writes them', () => {
  const answers = JSON.parse(fixture('pyyaml.json')) as [scalar: string, text: string | null | false][];
  const wrong = answers.filter(([scalar, text]) => text !== false && (pythonText(scalar) ?? null) !== text);
  expect(wrong).toEqual([]);
  expect(answers.length).toBeGreaterThan(8_000);
});

/** The settings in force in a postgresql.conf, by lower-case names. */
function settingsIn(conf: string): Map<string, string> {
  const { lines } = parseConf(conf);
  return new Map(
    lines.flatMap((line) => (line.type === 'Setting' ? [[line.name.value.toLowerCase(), line.value.value]] : [])),
  );
}

/** A value as the server reads it: Patroni writes some numbers in another way. */
function read(name: string, value: string | undefined): unknown {
  const parameter = findParameter(name, 15);
  const reading = value === undefined || parameter === undefined ? undefined : readValue(parameter, value, 15);
  return reading === undefined || reading.ok === false ? value : reading.value;
}

interface Row {
  configuration: string;
  conf: string;
  hba: string | null;
}

const rows = fixture('patroni.jsonl')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Row);

test('the settings are those that Patroni writes', () => {
  let compared = 0;
  let dropped = 0;
  for (const { configuration, conf } of rows) {
    const documents = documentsIn('/p/patroni.yml', { text: configuration, encoding: 'utf-8' }, carriers).flatMap(
      (one) => one.documents,
    );
    const own = documents.find(({ kind }) => kind === 'conf');
    if (own === undefined) continue;
    const ours = settingsIn(own.text);
    const theirs = settingsIn(conf);
    // What its code writes of itself: the places of its files, and what the major makes of wal_keep_segments.
    for (const name of ['hba_file', 'ident_file', ...(ours.has('wal_keep_size') ? [] : ['wal_keep_size'])])
      theirs.delete(name);
    // ask.py gives an address where the file has none: Patroni does not start without.
    if (!configuration.includes('listen: ')) for (const name of ['listen_addresses', 'port']) theirs.delete(name);
    const remarks = (own.remarks ?? []).filter(({ about }) => about === 'ignored');
    const ignored = new Set(remarks.map(({ data }) => data['name']!.toLowerCase()));
    dropped += ignored.size;
    for (const name of new Set([...ours.keys(), ...theirs.keys()])) {
      // Of a value out of range it takes the nearest one, which is not told here.
      if (ignored.has(name) && !(name in onCommandLine)) continue;
      compared++;
      expect([configuration, name, read(name, ours.get(name))]).toEqual([
        configuration,
        name,
        read(name, theirs.get(name)),
      ]);
    }
  }
  expect(compared).toBeGreaterThan(4_000);
  expect(dropped).toBeGreaterThan(300);
});

interface Started extends Row {
  ident: string;
  options: string;
}

/** The records of a file, whatever spaces stand between their columns. */
function recordsIn(text: string | undefined | null): string[] {
  return (text ?? '')
    .split('\n')
    .map((line) => line.replace(/ # why$/, '').replace(/\s+/g, ' '))
    .filter((line) => line !== '' && !line.startsWith('#'));
}

test('a started Patroni has the files and the command line that we read', () => {
  const started = fixture('patroni-started.jsonl')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Started);
  const counts = { settings: 0, words: 0, appended: 0, lists: 0, mappings: 0 };
  for (const { configuration, conf, hba, ident, options } of started) {
    const documents = documentsIn('/p/patroni.yml', { text: configuration, encoding: 'utf-8' }, carriers).flatMap(
      (one) => one.documents,
    );
    const textOf = (kind: string) => documents.find((one) => one.kind === kind)?.text;
    const own = documents.find(({ kind }) => kind === 'conf');
    const ours = settingsIn(own?.text ?? '');
    const ignored = new Set((own?.remarks ?? []).map(({ data }) => data['name']!.toLowerCase()));
    const theirs = settingsIn(conf);
    for (const [name, value] of ours) {
      if (ignored.has(name) && !(name in onCommandLine)) continue;
      counts.settings++;
      expect([configuration, name, read(name, value)]).toEqual([configuration, name, read(name, theirs.get(name))]);
    }
    // What it gives on the command line is in force whatever the files say.
    for (const [, name, value] of own === undefined ? [] : options.matchAll(/"--(\w+)=(.*?)"/g)) {
      if (!ours.has(name!)) continue;
      counts.words++;
      expect([configuration, name, read(name!, ours.get(name!))]).toEqual([configuration, name, read(name!, value)]);
    }
    // Without any record of a person the file is that of initdb, of which nothing is said.
    if (textOf('hba') !== undefined) {
      counts[configuration.includes('all all trust') ? 'lists' : 'appended']++;
      expect([configuration, recordsIn(textOf('hba'))]).toEqual([configuration, recordsIn(hba)]);
    }
    if (textOf('ident') !== undefined) {
      counts.mappings++;
      expect([configuration, recordsIn(textOf('ident'))]).toEqual([configuration, recordsIn(ident)]);
    }
  }
  for (const count of Object.values(counts)) expect(count).toBeGreaterThan(2);
  expect(counts.settings).toBeGreaterThan(100);
});

test('the records are those that Patroni writes', () => {
  let lists = 0;
  for (const { configuration, hba } of rows) {
    const documents = documentsIn('/p/patroni.yml', { text: configuration, encoding: 'utf-8' }, carriers).flatMap(
      (one) => one.documents,
    );
    const own = documents.find(({ kind }) => kind === 'hba');
    const lines = (text: string | undefined | null) =>
      (text ?? '')
        .split('\n')
        .map((line) => line.replace(/ # why$/, ''))
        .filter((line) => line !== '' && !line.startsWith('#'));
    expect([configuration, lines(own?.text)]).toEqual([configuration, lines(hba)]);
    if (hba !== null) lists++;
  }
  expect(lists).toBeGreaterThan(200);
});
