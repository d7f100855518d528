/**
 * Applies fixes and asks real servers what they make of the files before and after.
 *
 *   tsx test/servers/fixes/run.ts [FOLDER …] [--seed N] [--scale X] [--servers 13,15,18] [--only examples,cases,generated,folders]
 *
 * The sets: the examples, every invalid case of the rules' tests (its rule alone, its suggestions, and all rules
 * together), generated clusters, and every configuration file below each FOLDER. What must hold: the server takes what
 * it took before; no value in force and no record changes that the fix does not name; a second run finds nothing more
 * to fix; comments and columns stay. Ends with 1 where a promise is broken.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { rules } from '../../../rules/index.js';
import { readings } from '../comparisons/our-readings.js';
import { Random } from '../generators/random.js';
import type { KnownParameter } from '../generators/values.js';
import { withServers } from '../harness.js';
import { Outcome } from '../outcome.js';
import type { Server } from '../server.js';
import { oauthSettings, switchTlsOn } from '../settings.js';
import { type Fault, FixComparison } from './compare.js';
import { collectRuleCases } from './rule-cases.js';
import { generatedSubjects, type Subject, subjectOfCluster, subjectsOfCases, subjectsOfFolder } from './subjects.js';
import { Judge } from './verdicts.js';

const { positionals: folders, values: options } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1122' },
    scale: { type: 'string', default: '1' },
    servers: { type: 'string', default: '13,15,18' },
    only: { type: 'string' },
  },
});
const chosen = options.servers.split(',');
const only = options.only?.split(',');
const wanted = (part: string) => only === undefined || only.includes(part);
const seed = Number(options.seed);
const scale = Number(options.scale);
const started = Date.now();
const counts = new Map<string, number>();
const faults: Fault[] = [];
const outcome = new Outcome();

function log(text: string): void {
  console.log(`${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s  ${text}`);
}

const examples = ['insecure', 'hardened'].map((name) =>
  subjectOfCluster(fileURLToPath(new URL(`../../../examples/${name}`, import.meta.url))),
);

async function generate(server: Server): Promise<Subject[]> {
  const columns = 'name, vartype, unit, min_val, max_val, enumvals, context';
  const { rows } = await server.query(
    `SELECT row_to_json(p) FROM (SELECT ${columns} FROM pg_settings WHERE name !~ '[.]') p`,
  );
  const parameters = rows.map(([json]) => JSON.parse(json!) as KnownParameter);
  const { major } = server;
  const isRight = (kind: 'conf' | 'hba' | 'ident', line: string) =>
    kind === 'conf'
      ? readings.settings({ 'postgresql.conf': line }, major).loads === true
      : readings[kind]({ ...server.ownFiles(), [`pg_${kind}.conf`]: line }, major).loads === true;
  return generatedSubjects(new Random(seed), parameters, isRight, Math.round(25 * scale));
}

function describe({ server, subject, level, rules: applied, what, before, after }: Fault): string {
  const texts = Object.keys(before)
    .filter((path) => before[path] !== after[path])
    .map((path) => `  ${path}\n    before ${JSON.stringify(before[path])}\n    after  ${JSON.stringify(after[path])}`);
  return [`FAULT on ${server}: ${subject}, ${level}, ${applied.join(' ')}`, `  ${what}`, ...texts]
    .join('\n')
    .slice(0, 4000);
}

const cases = wanted('cases') ? subjectsOfCases(await collectRuleCases()) : [];
const given = folders.flatMap(subjectsOfFolder);
await withServers(
  async (servers) => {
    for (const server of servers) {
      if (!(await switchTlsOn(server))) await server.configure(oauthSettings(server));
      const judge = new Judge(server);
      const isLast = server === servers.at(-1);
      const comparison = new FixComparison(judge, rules, counts, isLast);
      for (const subject of cases) await comparison.withOneRule(subject);
      log(`${server.name}: cases, each with its rule`);
      const whole = [
        ...(wanted('examples') ? examples : []),
        // Every rule over every case: on one server, as it takes longest.
        ...(isLast ? cases : []),
        ...(wanted('generated') ? await generate(server) : []),
        ...given,
      ];
      for (const subject of whole) {
        await comparison.withAllRules(subject, 'safe');
        await comparison.withAllRules(subject, 'unsafe');
      }
      judge.close();
      faults.push(...comparison.faults);
      outcome.differs(server.installation, comparison.faults.length);
      log(`${server.name}: ${comparison.faults.length} faults`);
    }
  },
  ({ name }) => chosen.includes(name),
);
for (const fault of faults) console.log(describe(fault));
for (const [what, count] of counts) console.log(`${count} ${what}`);
log(`${faults.length} faults on ${outcome.servers} (seed ${seed})`);
outcome.end();
