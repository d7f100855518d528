import { ruleUrl } from '../../linter/pages.js';
import { readSuppressions, type Suppression } from '../../linter/suppressions.js';
import { listMajors } from '../../linter/targets.js';
import { code, type Explanation, touches } from '../hover.js';
import type { FileView, Workspace } from '../workspace.js';

const scopes: Record<Suppression['kind'], string> = {
  'next-line': 'for the next line',
  line: 'for this line',
  block: 'from here to `pgconflint-enable`, or to the end of the file',
  file: 'for the whole file',
};

/** What a suppression comment switches off, and what the rule under the cursor is about. */
export function hoverOfSuppression(view: FileView, offset: number, workspace: Workspace): Explanation | undefined {
  const { file } = view;
  const suppression = readSuppressions(file).suppressions.find((one) => touches(one, offset));
  if (suppression === undefined) return undefined;
  const named = suppression.rules.find((rule) => touches(rule, offset));
  const rule = workspace.rules.find((one) => one.id === named?.id);
  if (named !== undefined && rule !== undefined) {
    const { from, to } = rule.meta.targets ?? {};
    const targets = from === undefined && to === undefined ? '' : `\n\nFor PostgreSQL ${from ?? 10} to ${to ?? 19}.`;
    const text = `**${rule.id}** (${rule.meta.category})\n\n${rule.meta.summary}.${targets}\n\n[Its page](${ruleUrl(rule)})`;
    return { text, start: named.start, end: named.end };
  }
  if (named !== undefined) {
    return { text: `There is no rule ${code(named.id)}.`, start: named.start, end: named.end };
  }
  return { text: describe(suppression, workspace, view), start: suppression.start, end: suppression.end };
}

function describe(suppression: Suppression, workspace: Workspace, { file }: FileView): string {
  const what = suppression.rules.length === 0 ? 'Every rule' : suppression.rules.map(({ id }) => code(id)).join(', ');
  const until = suppression.until === undefined ? '' : ` up to and including ${suppression.until}`;
  const lines = [`${what} switched off ${scopes[suppression.kind]}${until}.`];
  const use = workspace
    .update()
    .get(file.path)
    ?.suppressions.find((one) => one.suppression.start === suppression.start);
  if (use?.expired) lines.push('It has expired and holds no more.');
  else if (use !== undefined) lines.push(keptOut(use.problems.map((problem) => problem.targets)));
  if (suppression.expiryError !== undefined) lines.push(suppression.expiryError);
  return lines.join('\n\n');
}

function keptOut(targets: readonly (Parameters<typeof listMajors>[0] | undefined)[]): string {
  if (targets.length === 0) return 'It keeps nothing out: it can go.';
  const [only] = targets;
  const some = targets.length === 1 && only !== undefined ? ` (PostgreSQL ${listMajors(only)})` : '';
  return `It keeps ${targets.length === 1 ? 'one problem' : `${targets.length} problems`} out of the report${some}.`;
}
