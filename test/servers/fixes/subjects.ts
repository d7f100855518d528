/** The files whose fixes are tried on servers. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { decode } from '../../../src/files/decode.js';
import { formats } from '../../../src/formats/index.js';
import { kindByContent, kindByName } from '../../../src/formats/recognize.js';
import { caseFiles } from '../../../src/linter/rule-tester/cases.js';
import { settingLine } from '../generators/conf.js';
import type { Files } from '../generators/conf-trees.js';
import { hbaLine } from '../generators/hba.js';
import { identLine } from '../generators/ident.js';
import type { Random } from '../generators/random.js';
import { type KnownParameter, value } from '../generators/values.js';
import type { RuleCase } from './rule-cases.js';

/** Files to fix: with every rule, or with one alone. */
export interface Subject {
  name: string;
  files: Files;
  /** The only rule that runs, with options of its own. */
  rule?: { id: string; options: Readonly<Record<string, unknown>> };
}

/** The cases of rules, each with its rule alone. */
export function subjectsOfCases(cases: readonly RuleCase[]): Subject[] {
  return cases.map(({ ruleId, number, testCase }) => ({
    name: `${ruleId}, invalid case ${number}`,
    files: Object.fromEntries(caseFiles(testCase)),
    rule: { id: ruleId, options: testCase.options ?? {} },
  }));
}

/** A folder that is one cluster. */
export function subjectOfCluster(folder: string): Subject {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return { name: folder, files: Object.fromEntries(files.map((path) => [path, textOf(join(folder, path))])) };
}

/**
 * Single files: each file below a folder whose name or text tells what it is, under the server's own name.
 *
 * @param folder a folder of files that need not belong together; a postgresql.conf may name files that are not there
 */
export function subjectsOfFolder(folder: string): Subject[] {
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}.`);
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return paths.flatMap((path): Subject[] => {
    const full = join(folder, path);
    if (!statSync(full).isFile()) return [];
    const text = textOf(full);
    const kind = kindByName(basename(path)) ?? kindOfFolder(path) ?? kindByContent(text);
    // A zero byte or a host name of any machine is nothing that fixes touch.
    return kind === undefined || kind === 'hosts'
      ? []
      : [{ name: relative('.', full), files: { [formats[kind].fileName]: text } }];
  });
}

function kindOfFolder(path: string): 'conf' | 'hba' | 'ident' | undefined {
  const [first] = path.split('/');
  return first === 'conf' || first === 'hba' || first === 'ident' ? first : undefined;
}

function textOf(path: string): string {
  return decode(readFileSync(path)).text;
}

/**
 * Generated clusters: lines in every spelling that there is. In three of four clusters all of them are right, since one
 * wrong line keeps a server from taking the rest.
 *
 * @param isRight whether a server of the major takes a file with one line
 */
export function generatedSubjects(
  random: Random,
  parameters: readonly KnownParameter[],
  isRight: (kind: 'conf' | 'hba' | 'ident', line: string) => boolean,
  count: number,
): Subject[] {
  return Array.from({ length: count }, (_, index) => {
    const isWhole = random.chance(0.75);
    const lines = (kind: 'conf' | 'hba' | 'ident', most: number, make: () => string) =>
      random
        .list(5, most, make)
        .filter((line) => !isWhole || isRight(kind, line))
        .join('');
    return {
      name: `generated cluster ${index + 1}`,
      files: {
        'postgresql.conf': lines('conf', 60, () => setting(random, parameters)),
        'pg_hba.conf': lines('hba', 60, () => hbaLine(random)),
        'pg_ident.conf': lines('ident', 20, () => identLine(random)),
      },
    };
  });
}

function setting(random: Random, parameters: readonly KnownParameter[]): string {
  const parameter = random.pick(parameters);
  return settingLine(
    random,
    random.chance(0.1) ? random.recase(parameter.name) : parameter.name,
    value(random, parameter),
  );
}
