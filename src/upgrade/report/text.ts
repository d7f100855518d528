import { markdownTable } from 'markdown-table';
import type { Problem } from '../../linter/problem.js';
import { escapeText } from '../../report/markdown.js';
import { counted, visible } from '../../report/wording.js';
import type { ClusterUpgrade, UpgradeReport } from '../upgrade.js';

/** Tells where a problem stands, as people read it: `postgresql.conf:12`. */
export type ShowPlace = (problem: Problem) => string;

const sections = [
  ['refused', 'No longer loads'],
  ['changed', 'Loads, but is ignored or means something else'],
  ['deprecated', 'Still works, on its way out'],
] as const;

const quoted = (value: string) => (value === '' ? "''" : value);

/** What an upgrade changes, for a terminal. */
export function upgradeTable(report: UpgradeReport, shown: (path: string) => string, place: ShowPlace): string {
  const parts = report.clusters.map((cluster) => {
    const lines = [`${visible(shown(cluster.path))}: from PostgreSQL ${report.from} to ${report.to}`];
    for (const [key, title] of sections) {
      if (cluster[key].length === 0) continue;
      lines.push('', title);
      for (const problem of cluster[key]) {
        lines.push(`  ${visible(place(problem))}  ${visible(problem.message)} (${problem.ruleId})`);
        if (problem.fix !== undefined) lines.push(`    --fix: ${visible(problem.fix.title)}`);
      }
    }
    if (cluster.defaults.length > 0) {
      lines.push('', 'Defaults that change under settings that no file sets');
      const width = Math.max(...cluster.defaults.map(({ name }) => name.length));
      for (const { name, before, after, changedIn } of cluster.defaults) {
        lines.push(`  ${name.padEnd(width)}  ${quoted(before)} → ${quoted(after)} (in ${changedIn.join(', ')})`);
      }
    }
    return [...lines, '', summary(cluster, report)].join('\n');
  });
  return `${parts.join('\n\n')}\n`;
}

/** The same in Markdown, with tables. */
export function upgradeMarkdown(report: UpgradeReport, shown: (path: string) => string, place: ShowPlace): string {
  const parts = report.clusters.flatMap((cluster) => {
    const made = [`## ${escapeText(shown(cluster.path))}: PostgreSQL ${report.from} to ${report.to}`];
    for (const [key, title] of sections) {
      if (cluster[key].length === 0) continue;
      const rows = cluster[key].map((problem) => [
        escapeText(place(problem)),
        escapeText(problem.message),
        escapeText(problem.fix?.title ?? ''),
        escapeText(problem.ruleId),
      ]);
      made.push(`### ${title}`, markdownTable([['place', 'problem', 'fix', 'rule'], ...rows]));
    }
    if (cluster.defaults.length > 0) {
      const rows = cluster.defaults.map((one) => [
        escapeText(one.name),
        escapeText(quoted(one.before)),
        escapeText(quoted(one.after)),
        one.changedIn.join(', '),
      ]);
      made.push(
        '### Defaults that change under settings that no file sets',
        markdownTable([['parameter', String(report.from), String(report.to), 'changed in'], ...rows]),
      );
    }
    return [...made, summary(cluster, report)];
  });
  return `${parts.join('\n\n')}\n`;
}

function summary(
  { refused, changed, deprecated, defaults, alreadyBroken }: ClusterUpgrade,
  report: UpgradeReport,
): string {
  const text = `${refused.length} refused, ${changed.length} changed, ${deprecated.length} deprecated, ${counted(defaults.length, 'default')} changed`;
  if (alreadyBroken === 0) return text;
  return `${text}; ${counted(alreadyBroken, 'error')} on ${report.from} already, which pgconflint lint tells`;
}
