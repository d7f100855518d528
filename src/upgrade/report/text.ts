import { markdownTable } from 'markdown-table';
import { escapeText } from '../../report/markdown.js';
import { asIs, asLines, join, type Printable } from '../../report/printable.js';
import { fitted } from '../../report/text/wrap.js';
import { counted } from '../../report/wording.js';
import type { ClusterUpgrade, UpgradeReport } from '../upgrade.js';
import { checklist, phaseTitles, type ShowItem, type ShowPlace } from './checklist.js';

const phases = ['before', 'during', 'after'] as const;

/** How the parts of a report show where things stand. */
export interface Shown {
  path(path: string): string;
  place: ShowPlace;
  at: ShowItem;
}

/**
 * What an upgrade changes, as a checklist for a terminal.
 *
 * @param width no line gets wider
 */
export function upgradeTable(report: UpgradeReport, shown: Shown, width: number): Printable {
  const parts = report.clusters.map((cluster) => {
    const lines = [`${shown.path(cluster.path)}: from PostgreSQL ${report.from} to ${report.to}`];
    const steps = checklist(cluster, report, shown.place, shown.at);
    for (const phase of phases) {
      if (steps[phase].length === 0) continue;
      lines.push('', phaseTitles[phase]);
      for (const { place, text, fix, source } of steps[phase]) {
        const from = source === '' ? '' : ` (${source})`;
        lines.push(`  [ ] ${place === '' ? '' : `${place}  `}${text}${from}`);
        if (fix !== '') lines.push(`        --fix: ${fix}`);
      }
    }
    return asLines(fitted([...lines, '', summary(cluster, report)], width));
  });
  return join(parts, '\n');
}

/** The same in Markdown, with task lists. */
export function upgradeMarkdown(report: UpgradeReport, shown: Shown): Printable {
  const parts = report.clusters.flatMap((cluster) => {
    const made = [`## ${escapeText(shown.path(cluster.path))}: PostgreSQL ${report.from} to ${report.to}`];
    const steps = checklist(cluster, report, shown.place, shown.at);
    for (const phase of phases) {
      if (steps[phase].length === 0) continue;
      const lines = steps[phase].map(({ place, text, fix, source }) => {
        const where = place === '' ? '' : `**${escapeText(place)}** `;
        const how = fix === '' ? '' : ` Fix: ${escapeText(fix)}.`;
        return `- [ ] ${where}${escapeText(text)}${how}${source === '' ? '' : ` (${escapeText(source)})`}`;
      });
      made.push(`### ${phaseTitles[phase]}`, lines.join('\n'));
    }
    if (cluster.defaults.length > 0) {
      const rows = cluster.defaults.map((one) => [
        escapeText(one.name),
        escapeText(one.before === '' ? "''" : one.before),
        escapeText(one.after === '' ? "''" : one.after),
        one.changedIn.join(', '),
      ]);
      made.push(
        '### Defaults that change under settings that no file sets',
        markdownTable([['parameter', String(report.from), String(report.to), 'changed in'], ...rows]),
      );
    }
    return [...made, summary(cluster, report)];
  });
  return asIs(`${parts.join('\n\n')}\n`);
}

function summary(cluster: ClusterUpgrade, report: UpgradeReport): string {
  const { refused, changed, deprecated, defaults, items, alreadyBroken } = cluster;
  const meanings = items.filter(({ at, line }) => at !== undefined || line !== undefined).length;
  const text = `${refused.length} refused, ${changed.length} changed, ${meanings} with another meaning, ${deprecated.length} deprecated, ${counted(defaults.length, 'default')} changed, ${items.length - meanings} to look at by hand`;
  if (alreadyBroken === 0) return text;
  return `${text}; ${counted(alreadyBroken, 'error')} on ${report.from} already, which pgconflint lint tells`;
}
