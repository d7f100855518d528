import { expect, test } from '@jest/globals';
import { describeParameter, loadDescriptions } from '../../src/catalog/descriptions.js';
import { majors } from '../../src/catalog/majors.js';
import { canonicalName, extensionParametersOf, parametersOf } from '../../src/catalog/parameters.js';

test('describes every parameter of every major and of every library in the catalog', async () => {
  const descriptions = await loadDescriptions();
  const missing = majors
    .flatMap((major) => [...parametersOf(major), ...extensionParametersOf(major)])
    .filter((parameter) => !descriptions.has(parameter.name));
  expect(missing.map((parameter) => parameter.name)).toEqual([]);
});

test('describes nothing that no server knows, in whole sentences that differ', async () => {
  const descriptions = await loadDescriptions();
  for (const [name, text] of descriptions) {
    expect(canonicalName(name)).toBe(name);
    expect(text).toMatch(/^\S.*[.…]$/);
    expect(text.length).toBeLessThan(320);
  }
  expect(new Set(descriptions.values()).size).toBe(descriptions.size);
});

test('describeParameter takes any spelling', async () => {
  expect(await describeParameter('SORT_MEM')).toMatch(/sort or hash/);
  expect(await describeParameter('datestyle')).toMatch(/dates/);
  expect(await describeParameter('pgaudit.LOG')).toMatch(/audited/);
  expect(await describeParameter('work_men')).toBeUndefined();
  expect(await describeParameter('backslash_quote')).toContain("\\'");
});
