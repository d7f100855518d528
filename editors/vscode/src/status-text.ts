import type { ClusterAnswer } from './answers.js';

/** What stands in the status bar. */
export function statusText({ targets }: Pick<ClusterAnswer, 'targets'>): string {
  return `PostgreSQL ${targets.join(', ')}`;
}

/**
 * What a person reads who asks where that comes from, in Markdown.
 *
 * @param main the file that the cluster starts from, as the person knows it
 */
export function statusTooltip({ targets, targetsBecause }: ClusterAnswer, main: string): string {
  const majors = targets.length > 1 ? `${targets.slice(0, -1).join(', ')} and ${targets.at(-1)}` : targets.join('');
  // Markdown could take a character of a name for its own.
  const name = `\`${main.replaceAll('`', "'")}\``;
  return [
    `The cluster of ${name} is checked for PostgreSQL ${majors}.`,
    escaped(targetsBecause),
    '[Choose versions](command:pgconflint.chooseTargets) · [Show who gets in](command:pgconflint.showAccess)',
  ].join('\n\n');
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~$]/g, '\\$&');
}
