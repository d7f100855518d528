/** Folders of configuration files for the whole command, and what is asked of them. */
import { parametersOf } from '../../src/catalog/parameters.js';
import { settingLine, syntaxLine } from '../servers/generators/conf.js';
import { hbaLine } from '../servers/generators/hba.js';
import { hostsLine } from '../servers/generators/hosts.js';
import { identLine } from '../servers/generators/ident.js';
import type { Random } from '../servers/generators/random.js';
import { type KnownParameter, value } from '../servers/generators/values.js';
import { damage } from './bytes.js';

/** Files by name, and the arguments of one run in their folder. */
export interface Input {
  files: Record<string, Uint8Array>;
  args: string[];
}

const known = parametersOf(18).map((parameter): KnownParameter => {
  const { name, type, context, unit = null, min, max, values } = parameter;
  const text = (bound: number | undefined) => (bound === undefined ? null : String(bound));
  return { name, vartype: type, context, unit, min_val: text(min), max_val: text(max), enumvals: [...(values ?? [])] };
});

function confLine(random: Random): string {
  const parameter = random.pick(known);
  return random.choose(
    [6, () => settingLine(random, parameter.name, value(random, parameter))],
    [1, () => `include${random.pick(['', '_dir', '_if_exists'])} '${random.pick(['a.conf', 'd', '.', '../x'])}'\n`],
    [2, () => syntaxLine(random, known)],
  );
}

const lineOf = {
  'postgresql.conf': confLine,
  'postgresql.auto.conf': confLine,
  'pg_hba.conf': hbaLine,
  'pg_ident.conf': identLine,
  'pg_hosts.conf': hostsLine,
  'a.conf': (random: Random) => random.pick([confLine, hbaLine, identLine])(random),
  'd/b.conf': (random: Random) => random.pick([confLine, hbaLine])(random),
} as const;

const questions: readonly (readonly string[])[] = [
  ['lint', '.', '--preset', 'all', '--format', 'json'],
  ['lint', '.', '--preset', 'all', '--fix', '--unsafe-fixes'],
  ['lint', '.', '--format', 'html'],
  ['lint', '.', '--format', 'sarif'],
  ['lint', '.', '--format', 'codeframe'],
  ['lint', '.', '--fix-dry-run', '--diff'],
  ['show', 'hba', '.'],
  ['show', 'ident', '.', '--format', 'json'],
  ['show', 'hosts', '.'],
  ['show', 'settings', '.'],
  ['settings', '.', '--format', 'json'],
  ['who', '--user', 'alice', '--from', '10.0.0.1', '.'],
  ['who', '--user', 'alice', '--database', 'app', '--from', 'local', '.'],
  ['access', '.'],
  ['access', '.', '--format', 'markdown'],
  ['audit', '.', '--benchmark', 'cis-16'],
  ['upgrade', '.', '--from', '10', '--to', '19'],
  ['upgrade', '.', '--from', '15', '--to', '20', '--fix'],
  ['format', '--check', '.'],
  ['format', '.'],
  ['diff', 'd', '.'],
  ['config', 'pg_hba.conf'],
];

/** A folder of generated files of which most are damaged, and a command with its options. */
export function commandInput(random: Random): Input {
  const names = Object.keys(lineOf) as (keyof typeof lineOf)[];
  const chosen = random.list(1, 5, () => random.pick(names));
  const texts = [...new Set(chosen)].map((name) => {
    const lines = random.list(0, random.pick([3, 12, 60]), () => lineOf[name](random));
    return [name, new Uint8Array(Buffer.from(lines.join('')))] as const;
  });
  const files: Input['files'] = {};
  for (const [name, text] of texts) {
    files[name] = random.chance(0.8) ? damage(random, text, random.pick(texts)[1]) : text;
  }
  const major = random.pick(['10', '13', '15', '16', '18', '19', '20', '12,16,18']);
  const args = [...random.pick(questions)];
  if (['lint', 'show', 'who', 'access', 'settings'].includes(args[0]!) && random.chance(0.7))
    args.push('--postgres', major);
  return { files, args };
}
