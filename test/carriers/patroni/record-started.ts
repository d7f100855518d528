/**
 * Writes what a started Patroni makes of random configurations: test/fixtures/patroni-started.jsonl. It prints the questions
 * for start.py, and reads its answers:
 *
 *     npx tsx test/carriers/patroni/record-started.ts questions 30 > questions
 *     PYTHONPATH=… python3 test/carriers/patroni/start.py < questions > answers     # as a person who may start a server
 *     npx tsx test/carriers/patroni/record-started.ts answers questions answers
 *
 * Needs the Debian packages patroni, postgresql-15 and python3-pysyncobj; the answers are those of Patroni 4.1.4.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { startedConfigurations } from './questions.js';

const [what, ...rest] = process.argv.slice(2);
if (what === 'questions') {
  for (const configuration of startedConfigurations(18, Number(rest[0])))
    process.stdout.write(`${JSON.stringify({ configuration })}\n`);
} else {
  const [questions, answers] = rest.map((path) => readFileSync(path, 'utf8').trimEnd().split('\n'));
  const rows = answers!.flatMap((answer, index) => {
    const { hba, refused, ...told } = JSON.parse(answer) as { hba?: string | null; refused?: string[] };
    // A slow machine, as a rule.
    if (refused !== undefined) return [];
    // Its comments are those of initdb.
    const records = hba?.replace(/^(?:#.*)?\n/gm, '') ?? null;
    return JSON.stringify({ ...(JSON.parse(questions![index]!) as object), ...told, hba: records });
  });
  writeFileSync(new URL('../../fixtures/patroni-started.jsonl', import.meta.url), `${rows.join('\n')}\n`);
}
