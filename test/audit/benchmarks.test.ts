import { describe, expect, test } from '@jest/globals';
import { rules } from '../../rules/index.js';
import { rulesOfControl } from '../../src/audit/controls.js';
import { benchmarks } from '../../src/catalog/benchmarks/index.js';
import { presetSetting } from '../../src/linter/configuration/presets.js';

describe.each(benchmarks.map((benchmark) => [benchmark.name, benchmark] as const))('%s', (name, benchmark) => {
  const ids = benchmark.controls.map((control) => control.id);

  test('has each number once', () => {
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('every control is judged by a rule of its preset, or says how it is checked', () => {
    const open = benchmark.controls.filter((control) => {
      const judges = rulesOfControl(benchmark, control, rules);
      if (judges.length === 0) return control.check === undefined || control.rules !== undefined;
      const named = control.rules ?? judges.map((rule) => rule.id);
      return named.some((id) => presetSetting(rules.find((rule) => rule.id === id)!, name) === undefined);
    });
    expect(open.map((control) => control.id)).toEqual([]);
  });

  test('every control that a rule names is known', () => {
    const named = rules.flatMap((rule) => (rule.meta.controls ?? []).filter((control) => control.benchmark === name));
    const chapter = (id: string) => (name === 'percona' ? id.split('.')[0] : id);
    const known = new Set(ids.map(chapter));
    expect(named.filter((control) => !known.has(chapter(control.id))).map((control) => control.id)).toEqual([]);
  });

  test('every rule of the benchmark judges a control', () => {
    const judging = new Set(benchmark.controls.flatMap((control) => rulesOfControl(benchmark, control, rules)));
    const idle = rules.filter(
      (rule) => rule.meta.controls?.some((control) => control.benchmark === name) && !judging.has(rule),
    );
    expect(idle.map((rule) => rule.id)).toEqual([]);
  });
});
