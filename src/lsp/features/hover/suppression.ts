import { firstMajor, lastMajor } from '../../../catalog/majors.js';
import { placeInFile } from '../../../documents/places.js';
import { listMajors } from '../../../linter/engine/targets.js';
import { ruleUrl } from '../../../linter/pages.js';
import type { Rule } from '../../../linter/rule.js';
import { readSuppressions, type Suppression } from '../../../linter/suppressions/suppressions.js';
import type { FileView, Workspace } from '../../workspace/workspace.js';
import { code, type Explanation, prose, touches } from './explanation.js';

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
    const text = ruleText(rule);
    return { text, start: named.start, end: named.end };
  }
  if (named !== undefined) {
    return { text: `There is no rule ${code(named.id)}.`, start: named.start, end: named.end };
  }
  return { text: describe(suppression, workspace, view), start: suppression.start, end: suppression.end };
}

/** What a rule is about, in Markdown. */
export function ruleText(rule: Rule): string {
  const { category, summary, targets, options = {} } = rule.meta;
  const parts = [`**${rule.id}** (${category})`, `${summary}.`];
  if (targets?.from !== undefined || targets?.to !== undefined) {
    parts.push(`For PostgreSQL ${targets.from ?? firstMajor} to ${targets.to ?? lastMajor}.`);
  }
  const given = Object.entries(options).map(([name, { default: standard }]) => {
    return `${code(name)} (${code(JSON.stringify(standard))})`;
  });
  if (given.length > 0) parts.push(`Options: ${given.join(', ')}.`);
  return [...parts, `[Its page](${ruleUrl(rule)})`].join('\n\n');
}

function describe(suppression: Suppression, workspace: Workspace, { file }: FileView): string {
  const what = suppression.rules.length === 0 ? 'Every rule' : suppression.rules.map(({ id }) => code(id)).join(', ');
  const until = suppression.until === undefined ? '' : ` up to and including ${suppression.until}`;
  const lines = [`${what} switched off ${scopes[suppression.kind]}${until}.`];
  const { start } = placeInFile(file, suppression);
  const use = workspace
    .update()
    .get(file.path)
    ?.suppressions.find((one) => one.suppression.start === start);
  if (use?.expired) lines.push('It has expired and holds no more.');
  else if (use !== undefined) lines.push(keptOut(use.problems.map((problem) => problem.targets)));
  if (suppression.expiryError !== undefined) lines.push(prose(suppression.expiryError));
  return lines.join('\n\n');
}

function keptOut(targets: readonly (Parameters<typeof listMajors>[0] | undefined)[]): string {
  if (targets.length === 0) return 'It keeps nothing out: it can go.';
  const [only] = targets;
  const some = targets.length === 1 && only !== undefined ? ` (PostgreSQL ${listMajors(only)})` : '';
  return `It keeps ${targets.length === 1 ? 'one problem' : `${targets.length} problems`} out of the report${some}.`;
}
