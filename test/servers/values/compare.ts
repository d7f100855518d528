/**
 * Compares readValue with the servers: every parameter of every major with many texts.
 *
 *     npx tsx test/servers/values/compare.ts [--majors 10,18] [--only name,name] [--random N] [--seed N]
 *
 * Prints each difference; exits with 1 where there is one.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Major } from '../../../src/catalog/majors.js';
import { parametersOf } from '../../../src/catalog/parameters.js';
import type { Parameter } from '../../../src/catalog/types.js';
import { startupErrors } from '../../../src/cluster/startup/index.js';
import { readValue } from '../../../src/values/read.js';
import { confOf } from '../../cluster/conf-of.js';
import { Outcome } from '../outcome.js';
import { casesFor } from './cases.js';
import { randomText } from './random-text.js';
import { packagedServers, quote, SettingsReader } from './settings-reader.js';

/** Parameters whose complaints do not name them, or depend on other settings: asked one at a time. */
const alone =
  /^(recovery_target.*|log_(statement|parser|planner|executor)_stats|config_file|TimeZone|log_timezone|timezone_abbreviations|synchronous_standby_names|default_with_oids|bonjour|max_connections|autovacuum_max_workers|max_worker_processes|max_wal_senders|autovacuum_worker_slots|log_min_messages|log_line_prefix|log_destination|log_error_verbosity|backtrace_functions|lc_messages|standard_conforming_strings|escape_string_warning)$/;
/** Refused for their sum already while they are read, up to 17. */
const summed = /^(max_connections|autovacuum_max_workers|max_worker_processes|max_wal_senders)$/;
/** Changes what the rest of the question means: the folder with postgresql.auto.conf. */
const unaskable = /^data_directory$/;
/** What the server prints for these depends on its folder, or stands for a state that a file does not set. */
const unprinted = /^(timing_clock_source|hba_file|ident_file|config_file|role|max_stack_depth)$/;

interface Case {
  parameter: Parameter;
  text: string;
}

const { values: options } = parseArgs({
  options: {
    majors: { type: 'string' },
    only: { type: 'string' },
    random: { type: 'string', default: '0' },
    printed: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
  },
});

/** What we say, in the server's terms: undefined for undecidable, null for refused, else what it prints. */
function ours({ parameter, text }: Case, major: Major): string | null | undefined {
  const reading = readValue(parameter, text, major);
  if (reading.ok && summed.test(parameter.name)) {
    const configuration = confOf(`${parameter.name} = ${quote(text)}\n`, major);
    // The errors that a server finds while it reads values name their entry.
    if (startupErrors(configuration, major).some(({ entry }) => entry !== undefined)) return null;
  }
  return reading.ok === undefined ? undefined : reading.ok ? reading.canonical : null;
}

/** Without the parameters that this minor release does not know: some came with a later minor than the first of their major. */
async function knownOf(reader: SettingsReader, parameters: Parameter[]): Promise<Parameter[]> {
  const settings = parameters.map(({ name }) => ({ name, text: 'x' }));
  const { errors } = await reader.ask(settings, 'work_mem');
  const unknown = errors.map((error) => /^unrecognized configuration parameter "([^"]+)"/.exec(error)?.[1]);
  for (const name of unknown)
    if (name !== undefined) console.log(`PostgreSQL ${reader.installation.major} here lacks ${name}`);
  return parameters.filter(({ name }) => !unknown.includes(name));
}

/** Puts at most one case of each parameter into a file. */
function batches(cases: Case[]): Case[][] {
  const perParameter = new Map<string, Case[]>();
  for (const one of cases) {
    const key = one.parameter.name;
    perParameter.set(key, [...(perParameter.get(key) ?? []), one]);
  }
  const result: Case[][] = [];
  for (const [name, list] of perParameter) {
    if (alone.test(name)) result.push(...list.map((one) => [one]));
  }
  const together = [...perParameter].filter(([name]) => !alone.test(name)).map(([, list]) => list);
  for (let round = 0; together.some((list) => round < list.length); round++) {
    result.push(together.flatMap((list) => list[round] ?? []));
  }
  return result;
}

async function compareMajor(reader: SettingsReader): Promise<{ asked: number; differences: string[] }> {
  const { major } = reader.installation;
  const only = options.only?.split(',');
  const askable = parametersOf(major).filter(
    ({ name, needsBuild, context }) =>
      !needsBuild && context !== 'internal' && !unaskable.test(name) && (!only || only.includes(name)),
  );
  const known = await knownOf(reader, askable);
  const cases = known.flatMap((parameter) => casesFor(parameter, major).map((text) => ({ parameter, text })));
  for (let count = Number(options.random), at = 0; at < count; at++) {
    const parameter = known[at % known.length]!;
    cases.push({ parameter, text: randomText(parameter, Number(options.seed) * 1_000_003 + at) });
  }
  const differences: string[] = [];
  const report = (one: Case, server: string) => {
    const mine = ours(one, major);
    differences.push(
      `${major} ${one.parameter.name} = ${JSON.stringify(one.text)}: server ${server}, we ${mine === null ? 'refuse' : mine === undefined ? 'cannot tell' : JSON.stringify(mine)}`,
    );
  };
  const taken: Case[] = [];
  for (const batch of batches(cases)) {
    const settings = batch.map(({ parameter, text }) => ({ name: parameter.name, text }));
    const { errors } = await reader.ask(settings, batch.length === 1 ? batch[0]!.parameter.name : 'work_mem');
    const refused = new Set<string>();
    for (const error of errors) {
      const named = /parameter "([^"]+)"/.exec(error)?.[1];
      const name = batch.length === 1 ? batch[0]!.parameter.name : named;
      if (name === undefined || !batch.some((one) => one.parameter.name === name)) {
        throw new Error(`${major}: which setting is meant by: ${error}`);
      }
      refused.add(name);
    }
    for (const one of batch) {
      const mine = ours(one, major);
      const isRefused = refused.has(one.parameter.name);
      if (mine !== undefined && isRefused !== (mine === null)) report(one, isRefused ? 'refuses' : 'takes it');
      if (!isRefused && typeof mine === 'string') taken.push(one);
    }
  }
  const step = Math.max(1, Math.floor(taken.length / Number(options.printed)));
  let printed = 0;
  for (let at = major % step; at < taken.length; at += step) {
    const one = taken[at]!;
    const { name, type } = one.parameter;
    if (unprinted.test(name) || (alone.test(name) && type === 'string' && one.text.length > 60)) continue;
    const { value } = await reader.ask([{ name, text: one.text }], name);
    printed++;
    if (value !== undefined && value !== ours(one, major)) report(one, `prints ${JSON.stringify(value)}`);
  }
  return { asked: cases.length + printed, differences };
}

const scratch = mkdtempSync(join(tmpdir(), 'pgconflint-programs-'));
const wanted = options.majors?.split(',').map(Number);
const servers = packagedServers(scratch).filter(({ major }) => !wanted || wanted.includes(major));
const outcome = new Outcome();
const queue = [...servers];
await Promise.all(
  [0, 1].map(async () => {
    for (let server = queue.shift(); server !== undefined; server = queue.shift()) {
      const reader = new SettingsReader(server);
      try {
        const { asked, differences } = await compareMajor(reader);
        outcome.differs(server, differences.length);
        console.log(`PostgreSQL ${server.version}: ${asked} settings, ${differences.length} differences`);
        for (const difference of differences) console.log(`  ${difference}`);
      } finally {
        reader.remove();
      }
    }
  }),
);
rmSync(scratch, { recursive: true, force: true });
outcome.end();
