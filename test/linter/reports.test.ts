/** What people reported: the line at fault has a problem of the right rule, and it is not drowned. */
import { expect, test } from '@jest/globals';
import { readReports } from '../../scripts/pages/real-reports.js';
import { isMajor } from '../../src/catalog/majors.js';
import { lintFiles, shown } from './lint-files.js';

/** The most problems that may stand before it. */
const most = 2;

test.each(readReports())('$id: $cause', ({ files, target, preset, expect: wanted }) => {
  const targets = isMajor(target) ? [target] : [];
  const found = shown(lintFiles(files, { targets, ...(preset === undefined ? {} : { preset }) }));
  for (const { file, line, rule } of wanted) {
    const place = line === 0 ? file : `${file}:${line}`;
    expect(found).toContain(`${place} ${rule}`);
    if (preset === undefined) expect(found.slice(0, most + 1)).toContain(`${place} ${rule}`);
  }
});

test('30 reports at least were looked for by hand, each once', () => {
  const sources = readReports().flatMap(({ source }) => source ?? []);
  expect(sources.length).toBeGreaterThanOrEqual(30);
  expect(new Set(sources).size).toBe(sources.length);
});
