import { markdownTable } from 'markdown-table';
import { rulesOfControl } from '../../src/audit/controls.js';
import { recordsText, requirementText } from '../../src/audit/evidence/texts.js';
import { benchmarks } from '../../src/catalog/benchmarks/index.js';
import type { Benchmark, BenchmarkControl } from '../../src/catalog/benchmarks/types.js';
import { furtherPresets, presetSetting } from '../../src/linter/configuration/presets.js';
import type { Rule } from '../../src/linter/rule.js';

const note = '<!-- Made by npm run pages; a test fails where it does not fit the rules. -->';

const link = (rule: Rule) => `[${rule.id}](../rules/${rule.id}.md)`;

const cell = (text: string) => text.replaceAll('|', '\\|');

const titles: Readonly<Record<string, string>> = {
  conf: 'Settings (postgresql.conf and what it includes)',
  hba: 'Records (pg_hba.conf)',
  ident: 'Maps (pg_ident.conf)',
  hosts: 'Host entries (pg_hosts.conf)',
  cluster: 'Across files',
  suppressions: 'Suppressions',
};

/** The text of docs/rules.md: every rule by group with the smallest preset that has it and what it may mend. */
export function rulesPage(rules: readonly Rule[]): string {
  const parts = ['# Rules', note, `${rules.length} rules. \`pgconflint explain RULE\` prints a page in a terminal.`];
  for (const group of [...new Set(rules.map((rule) => rule.id.split('/')[0]!))]) {
    const rows = rules
      .filter((rule) => rule.id.startsWith(`${group}/`))
      .map((rule) => [
        link(rule),
        cell(rule.meta.summary),
        ['correctness', 'recommended', 'strict'].find((preset) => presetSetting(rule, preset) !== undefined) ?? 'all',
        rule.meta.fix ?? (rule.meta.suggestions ? 'suggestions' : ''),
      ]);
    parts.push(
      `## ${titles[group] ?? group}`,
      markdownTable([['rule', 'what it does', 'from preset', 'fix'], ...rows]),
    );
  }
  return `${parts.join('\n\n')}\n`;
}

/** The text of docs/controls.md: every control of every benchmark, with the rules that judge it or how to check it. */
export function controlsPage(rules: readonly Rule[]): string {
  const parts = [
    '# Controls',
    note,
    'Every control of these benchmarks that concerns configuration, by number and in our own words. A control passes only where the files show what its own audit procedure asks for (“passes where”), and no rule that judges it reports a problem; a rule that finds nothing is not evidence. `pgconflint audit PATH --benchmark NAME` prints the evidence: for a setting its value in force with file and line (`log_connections = on (conf.d/20-logging.conf:6)`) or that it is the default of the major; for records how many were looked at, and each with file and line.',
    'Where something is left to check on the server, files that are fine give the status “partly”, and the query or command is printed. A control whose subject does not exist (no TLS for a detail of TLS, no record of the kind that it is about) is “not applicable”. Without anything that files can show, a control is never passed: it is “not decidable”, as it is where a file is missing, unreadable, a template or refused by servers.',
    'What the editions for 15 and 16 have from 6.9 on is not known here; the rules judge protocols and ciphers all the same.',
  ];
  const cis = benchmarks.filter(({ name }) => name.startsWith('cis-'));
  parts.push('## CIS PostgreSQL Benchmarks, 13 to 18 (`cis-13` to `cis-18`)', controlsTable(cis, rules));
  for (const benchmark of benchmarks.filter((one) => !cis.includes(one))) {
    parts.push(`## ${benchmark.title} (\`${benchmark.name}\`)`, controlsTable([benchmark], rules));
  }
  return `${parts.join('\n\n')}\n`;
}

/** One table for editions of one benchmark: controls that are alike in several stand in one line. */
function controlsTable(editions: readonly Benchmark[], rules: readonly Rule[]): string {
  const lines = new Map<string, { cells: string[]; editions: number[] }>();
  for (const benchmark of editions) {
    for (const control of benchmark.controls) {
      const judges = rulesOfControl(benchmark, control, rules).map(link).join(', ');
      const passes = (control.requires ?? []).map(requirementText).join('; ');
      const applies = control.applies === undefined ? '' : `where ${requirementText(control.applies)}: `;
      const cells = [
        cell(control.title),
        passes === '' ? 'files cannot show it' : cell(`${applies}${passes}`),
        cell(evidenceOf(control)),
        judges,
        cell(control.check ?? ''),
      ];
      const key = JSON.stringify([control.id, cells]);
      const line = lines.get(key) ?? { cells: [control.id, ...cells], editions: [] };
      if (benchmark.major !== undefined) line.editions.push(benchmark.major);
      lines.set(key, line);
    }
  }
  const several = editions.length > 1;
  const heads = [
    'control',
    ...(several ? ['editions'] : []),
    'asks for',
    'passes where',
    'evidence',
    'rules',
    'what to check on the server',
  ];
  const rows = [...lines.values()].map(({ cells, editions: known }) => {
    const isRow = known.length > 2 && known.at(-1)! - known[0]! === known.length - 1;
    const span = isRow ? `${known[0]} to ${known.at(-1)}` : known.join(', ');
    return several ? [cells[0]!, span, ...cells.slice(1)] : cells;
  });
  return markdownTable([heads, ...rows]);
}

/** What a report prints for a control that passes. */
function evidenceOf({ requires = [] }: BenchmarkControl): string {
  const shown = requires.flatMap((requirement) => {
    if ('setting' in requirement) return [requirement.setting];
    if ('oneOf' in requirement) return [requirement.oneOf.map(({ setting }) => setting).join(' or ')];
    return 'library' in requirement
      ? ['shared_preload_libraries']
      : [`the records ${recordsText(requirement.records)}`];
  });
  return [...new Set(shown)].join(', ');
}

const presetTexts: readonly [string, string][] = [
  ['correctness', 'Only what a server refuses or ignores: for a first adoption.'],
  ['recommended', 'Few and certain: what a reasonable team wants on. The default.'],
  ['strict', 'recommended, and what a hardened server needs.'],
  ['all', 'Every rule that is not deprecated; some contradict a team’s taste.'],
  ...Object.entries(furtherPresets).map(([name, text]): [string, string] => [
    name,
    `${text[0]!.toUpperCase()}${text.slice(1)}.`,
  ]),
  ['percona', 'The hardening guide’s list: authentication, authorization, accounting; network, TLS, access, logging.'],
];

/** The text of docs/presets.md. */
export function presetsPage(rules: readonly Rule[]): string {
  const counted = (name: string) => String(rules.filter((rule) => presetSetting(rule, name) !== undefined).length);
  const rows = [
    ...presetTexts.map(([name, text]) => [`\`${name}\``, text, counted(name)]),
    ...benchmarks
      .filter(({ major }) => major !== undefined)
      .map(({ name, title }) => [`\`${name}\``, `${title}: the rules that judge one of its controls.`, counted(name)]),
  ];
  const special = benchmarks.flatMap(({ name }) =>
    rules.flatMap((rule) => {
      const own = (rule.meta.presets ?? []).find((entry) => typeof entry !== 'string' && entry.preset === name);
      const options = typeof own === 'object' ? own.options : undefined;
      return options === undefined ? [] : [{ name, rule, options: JSON.stringify(options) }];
    }),
  );
  const byOptions = new Map<string, { rule: Rule; options: string; names: string[] }>();
  for (const { name, rule, options } of special) {
    const key = `${rule.id} ${options}`;
    const known = byOptions.get(key) ?? { rule, options, names: [] };
    known.names.push(name);
    byOptions.set(key, known);
  }
  const optionRows = [...byOptions.values()].map(({ rule, options, names }) => [
    link(rule),
    names.map((name) => `\`${name}\``).join(', '),
    `\`${cell(options)}\``,
  ]);
  return `${[
    '# Presets',
    note,
    'Presets are named in a configuration (`extends`) or with `--preset NAME,NAME`. Several combine: of two severities the higher one holds, of two sets of options the last one.',
    markdownTable([['preset', 'what it has', 'rules'], ...rows]),
    '## Options that benchmarks ask for',
    'The standards contradict each other, so what they ask for are options of one rule and not rules of their own. Where a preset is not named, the rule’s defaults hold.',
    markdownTable([['rule', 'presets', 'options'], ...optionRows]),
    '## Where a preset departs from the printed text',
    'A preset asks only for what a server starts with.',
    [
      '- CIS 18, 6.10: the printed value for `ssl_ciphers` names suites of TLS 1.3 separated by commas. With OpenSSL 3 a server does not start with it, and `ssl_tls13_ciphers` of 18 takes colons only. The preset judges what the list lets through: [conf/ssl-ciphers](../rules/conf/ssl-ciphers.md).',
      '- STIG, CD16-00-004000: the printed check looks for records with the method `cert` and `clientcert=verify-ca`, which servers from 14 on refuse: `cert` goes with `verify-full` only, and implies it. Nothing asks for that option, and [hba/invalid-record](../rules/hba/invalid-record.md) reports it.',
      '- CIS, 3.1.20 and 6.2: from 18 on `log_connections` is a list. Whoever writes `all`, or the stages that [conf/log-connections](../rules/conf/log-connections.md) asks for, passes; `on` still loads and means the same as in 17.',
      '- CIS, 5.4 and 7.1: the printed examples open all addresses, against 5.2 and the control itself. The preset reports such records.',
      '- CIS, 7.5: `sslmode=verify-full` is stronger than what the text names, and passes.',
    ].join('\n'),
  ].join('\n\n')}\n`;
}
