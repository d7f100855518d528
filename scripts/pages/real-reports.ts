/** The page of problems that people reported: what was wrong with their files, and which rule says it now. */
import { readFileSync } from 'node:fs';
import { markdownTable } from 'markdown-table';

/** A report that was rebuilt with other values, as `test/fixtures/reports.jsonl` has it. */
export interface RebuiltReport {
  id: string;
  /** What was wrong. */
  cause: string;
  /** Where it was reported, for those that were looked for by hand. */
  source?: string;
  target: number;
  /** Another preset than `recommended`. */
  preset?: string;
  files: Record<string, string>;
  /** Where a problem must stand, and of which rule; line 0 is the file as a whole. */
  expect: { file: string; line: number; rule: string }[];
}

/** The rebuilt reports, in their order. */
export function readReports(): RebuiltReport[] {
  const text = readFileSync(new URL('../../test/fixtures/reports.jsonl', import.meta.url), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): RebuiltReport => JSON.parse(line));
}

/** The text of docs/real-reports.md. */
export function realReportsPage(): string {
  const reports = readReports();
  const studied = reports.filter(({ source }) => source === undefined);
  const further = reports.filter(({ source }) => source !== undefined);
  return `${[
    '# What people really got wrong',
    '<!-- Made by npm run pages from test/fixtures/reports.jsonl; a test runs every case. -->',
    `${reports.length} public reports of people whose server did not start, kept them out or did something else than its files seemed to say, rebuilt with values of our own. For each there must be a problem on the line at fault, by the rule named here, and with \`recommended\` at most two others may stand before it.`,
    '## Further reports',
    'Looked for in public threads after the rules for the first ones were written.',
    table(further, true),
    '## The first reports',
    'The causes of a first study, some of them told by several people.',
    table(studied, false),
  ].join('\n\n')}\n`;
}

function table(reports: readonly RebuiltReport[], withSource: boolean): string {
  const rows = reports.map(({ cause, source, target, preset, expect }) => [
    ...(withSource ? [`[${(source ?? '').replace('https://github.com/', '')}](${source})`] : []),
    cause.replaceAll('|', '\\|'),
    String(target),
    [...new Set(expect.map(({ rule }) => `[${rule}](../rules/${rule}.md)`))].join(', ') +
      (preset === undefined ? '' : ` (in \`${preset}\`)`),
  ]);
  return markdownTable([[...(withSource ? ['report'] : []), 'cause', 'PostgreSQL', 'what says it now'], ...rows]);
}
