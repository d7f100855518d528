/**
 * npm run pages [rule ids]: brings the pages of rules up to date with their meta (head, options, since, controls) and
 * with what their bad examples give; docs/rules.md, docs/controls.md and docs/presets.md with all of them, docs/upgrade.md with the items of the release notes, and docs/command-line.md with the commands, and docs/real-reports.md with what people reported; makes the skeleton of a page that does not exist yet. What a person writes stays.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { rules } from '../../rules/index.js';
import { commandLinePage } from './command-line.js';
import { withProblems } from './examples.js';
import { realReportsPage } from './real-reports.js';
import { controlsPage, presetsPage, rulesPage } from './reference.js';
import { readPage, writePage } from './sections.js';
import { upgradePage } from './upgrade.js';

const asked = process.argv.slice(2);
for (const rule of rules) {
  if (asked.length > 0 && !asked.includes(rule.id)) continue;
  const url = new URL(`../../rules/${rule.id}.md`, import.meta.url);
  const before = existsSync(url) ? readFileSync(url, 'utf8') : '';
  try {
    const after = withProblems(rule, writePage(rule, readPage(before)));
    if (after === before) continue;
    writeFileSync(url, after);
    console.log(`${before === '' ? 'made' : 'changed'} rules/${rule.id}.md`);
  } catch (error) {
    console.error(`rules/${rule.id}.md: ${(error as Error).message}`);
    process.exitCode = 1;
  }
}

const references = {
  'rules.md': rulesPage,
  'controls.md': controlsPage,
  'presets.md': presetsPage,
  'upgrade.md': upgradePage,
  'command-line.md': commandLinePage,
  'real-reports.md': realReportsPage,
};
for (const [name, write] of Object.entries(references)) {
  const url = new URL(`../../docs/${name}`, import.meta.url);
  const after = await write(rules);
  if (existsSync(url) && readFileSync(url, 'utf8') === after) continue;
  writeFileSync(url, after);
  console.log(`wrote docs/${name}`);
}
