import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { rules } from '../../rules/index.js';
import { commandLinePage } from '../../scripts/pages/command-line.js';
import { realReportsPage } from '../../scripts/pages/real-reports.js';
import { controlsPage, presetsPage, rulesPage } from '../../scripts/pages/reference.js';

test.each([
  ['rules.md', rulesPage],
  ['controls.md', controlsPage],
  ['presets.md', presetsPage],
  ['command-line.md', commandLinePage],
  ['real-reports.md', realReportsPage],
])('docs/%s fits the rules and benchmarks (npm run pages writes it)', async (name, write) => {
  expect(readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8')).toBe(await write(rules));
});
