import { markdownTable } from 'markdown-table';
import { rulesOfControl } from '../../src/audit/controls.js';
import { benchmarks } from '../../src/catalog/benchmarks/index.js';
import type { Benchmark } from '../../src/catalog/benchmarks/types.js';
import { presetSetting } from '../../src/linter/configuration/presets.js';
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
    'Every control of these benchmarks that concerns configuration, by number and in our own words, with the rules that judge it. What files do not decide has the query or command that does. `pgconflint audit PATH --benchmark NAME` gives the evidence for a cluster.',
    'The numbers of 6.9 and on are known for the editions for 17 and 18 only; before 17 the ciphers have no control here, and are judged by the rules all the same.',
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
      const cells = [cell(control.title), judges || 'not decidable from files', cell(control.check ?? '')];
      const key = JSON.stringify([control.id, cells]);
      const line = lines.get(key) ?? { cells: [control.id, ...cells], editions: [] };
      if (benchmark.major !== undefined) line.editions.push(benchmark.major);
      lines.set(key, line);
    }
  }
  const several = editions.length > 1;
  const heads = ['control', ...(several ? ['editions'] : []), 'asks for', 'rules', 'what to check on the server'];
  const rows = [...lines.values()].map(({ cells, editions }) => {
    const span = editions.length > 1 ? `${editions[0]} to ${editions.at(-1)}` : String(editions[0]);
    return several ? [cells[0]!, span, ...cells.slice(1)] : cells;
  });
  return markdownTable([heads, ...rows]);
}

const presetTexts: readonly [string, string][] = [
  ['correctness', 'Only what a server refuses or ignores: for a first adoption.'],
  ['recommended', 'Few and certain: what a reasonable team wants on. The default.'],
  ['strict', 'recommended, and what a hardened server needs.'],
  ['all', 'Every rule that is not deprecated; some contradict a team’s taste.'],
  ['managed-cloud', 'What can be chosen where a provider runs the server: parameter groups and records.'],
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
