/**
 * Writes what Patroni and PyYAML make of random questions: test/fixtures/patroni.jsonl and test/fixtures/pyyaml.json. Needs
 * the Debian packages patroni and postgresql-15: npx tsx test/carriers/patroni/record.ts [seed]. The answers are those of the
 * source of Patroni 4.1.4, given with PYTHONPATH: that of Debian 12 is 3.0.2, which differs in what it makes of wrong values.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { configurations, scalars } from './questions.js';

const seed = Number(process.argv[2] ?? 18);
const script = fileURLToPath(new URL('ask.py', import.meta.url));

function ask(questions: readonly object[]): unknown[] {
  const input = questions.map((question) => `${JSON.stringify(question)}\n`).join('');
  const { stdout, stderr, status } = spawnSync('/usr/bin/python3', [script], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

const written = [...new Set(scalars(seed, 26_000))];
const read = ask(written.map((scalar) => ({ scalar }))) as { refused?: true; text?: string | null }[];
const lines = written.map((scalar, index) =>
  JSON.stringify([scalar, read[index]!.refused === true ? false : read[index]!.text]),
);
writeFileSync(new URL('../../fixtures/pyyaml.json', import.meta.url), `[\n${lines.join(',\n')}\n]\n`);

const files = configurations(seed, 400);
const answers = ask(files.map((configuration) => ({ configuration })));
const rows = files.map((configuration, index) => JSON.stringify({ configuration, ...(answers[index] as object) }));
writeFileSync(new URL('../../fixtures/patroni.jsonl', import.meta.url), `${rows.join('\n')}\n`);
