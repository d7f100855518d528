import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { rules } from '../../rules/index.js';
import { problemsOf, readExamples } from '../../scripts/pages/examples.js';
import { headings, headOf, readPage, sectionOf } from '../../scripts/pages/sections.js';
import { resolveOptions } from '../../src/linter/configuration/options.js';

const root = new URL('../../rules/', import.meta.url);

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const url = new URL(`${id}.md`, root);
  const text = existsSync(url) ? readFileSync(url, 'utf8') : '';
  const page = readPage(text);

  test('has a page whose head is its id and summary', () => {
    expect(page.head).toBe(headOf(rule));
  });

  test('has every heading in order, each with a text; npm run pages writes what follows from the meta', () => {
    const expected = headings.filter((heading) => sectionOf(rule, heading) !== '');
    expect(page.sections.map((section) => section.heading)).toEqual(expected);
    for (const section of page.sections) {
      expect(section.text).not.toBe('');
      expect(section.text).not.toContain('TODO');
      const made = sectionOf(rule, section.heading);
      if (made !== undefined) expect(section.text).toBe(made);
    }
  });

  test('has examples that give exactly what the page says', () => {
    const examples = readExamples(text);
    expect(examples.map((example) => example.verdict)).toEqual(expect.arrayContaining(['bad', 'good']));
    for (const { line, verdict, testCase, problems } of examples) {
      const found = problemsOf(rule, testCase);
      if (verdict === 'good') expect({ line, found }).toEqual({ line, found: [] });
      else expect({ line, found }).toEqual({ line, found: problems });
      if (verdict === 'bad') expect({ line, count: found.length }).not.toEqual({ line, count: 0 });
    }
  });

  test('has tests of its own, and a meta that fits', () => {
    expect(existsSync(new URL(`../test/rules/${id}.test.ts`, root))).toBe(true);
    expect(rule.meta.summary).toMatch(/^[A-Z].*[^.]$/);
    expect(Object.keys(rule.meta.messages).length).toBeGreaterThan(0);
    for (const entry of rule.meta.presets ?? []) {
      if (typeof entry !== 'string') resolveOptions(rule, entry.options);
    }
    for (const [name, option] of Object.entries(rule.meta.options ?? {})) {
      expect(() => resolveOptions(rule, { [name]: option.default })).not.toThrow();
    }
  });
});

test('every file in rules/ stands where its id says, and no page is left without a rule', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  const named = (ending: string) =>
    files.filter((name) => name.includes('/') && name.endsWith(ending)).map((name) => name.slice(0, -ending.length));
  const ids = rules.map((rule) => rule.id).sort();
  expect(named('.ts').sort()).toEqual(ids);
  expect(named('.md').sort()).toEqual(ids);
});
