/** Presets, and the controls of benchmarks. */

import { rulesOfControl } from '../../../audit/controls.js';
import { requirementText } from '../../../audit/evidence/texts.js';
import { benchmarks } from '../../../catalog/benchmarks/index.js';
import type { Benchmark, BenchmarkControl } from '../../../catalog/benchmarks/types.js';
import { furtherPresets, presetNames, presetSetting, presetSummaries } from '../../../linter/configuration/presets.js';
import type { Rule } from '../../../linter/rule.js';
import { section, type Topic } from './topic.js';

/**
 * What a preset switches on.
 *
 * @returns undefined for a name that is not a preset's
 */
export function explainPreset(name: string, rules: readonly Rule[]): Topic | undefined {
  if (!presetNames(rules).includes(name)) return undefined;
  const benchmark = benchmarks.find((each) => each.name === name);
  const summary = (presetSummaries as Readonly<Record<string, string>>)[name] ?? furtherPresets[name];
  const what =
    benchmark === undefined
      ? `A preset${summary === undefined ? '' : `: ${summary}`}.`
      : `The preset for ${benchmark.title}, edition ${benchmark.edition}: the rules that judge its ${benchmark.controls.length} controls on configuration. \`pgconflint audit --benchmark ${name}\` reports by control.`;
  const switched = rules.flatMap((rule) => {
    const setting = presetSetting(rule, name);
    return setting === undefined ? [] : [{ id: rule.id, severity: setting.severity, summary: rule.meta.summary }];
  });
  const lines = switched.map(({ id, severity, summary: text }) => `${id} (${severity}): ${text}`);
  return { page: `# ${name}\n\n${what}\n${section('Rules', lines)}`, data: { kind: 'preset', name, rules: switched } };
}

/**
 * What a benchmark asks for in a control.
 *
 * @param name the control's id, as audits print it (`6.8`, `CD16-00-004900`), or with its benchmark in front (`cis-16/6.8`)
 * @returns one for each way in which the editions of benchmarks have it
 */
export function explainControl(name: string, rules: readonly Rule[]): Topic[] {
  const slash = name.indexOf('/');
  const [only, id] = slash === -1 ? [undefined, name] : [name.slice(0, slash), name.slice(slash + 1)];
  const byText = new Map<string, { control: BenchmarkControl; rules: string[]; benchmarks: Benchmark[] }>();
  for (const benchmark of benchmarks) {
    if (only !== undefined && benchmark.name !== only) continue;
    const control = benchmark.controls.find((each) => each.id === id);
    if (control === undefined) continue;
    const ids = rulesOfControl(benchmark, control, rules).map((rule) => rule.id);
    const key = JSON.stringify([control, ids]);
    const same = byText.get(key) ?? { control, rules: ids, benchmarks: [] };
    same.benchmarks.push(benchmark);
    byText.set(key, same);
  }
  return [...byText.values()].map((one) => controlTopic(one.control, one.rules, one.benchmarks));
}

function controlTopic(control: BenchmarkControl, rules: string[], editions: readonly Benchmark[]): Topic {
  const { id, title, requires = [], applies, check } = control;
  const passes = requires.map(requirementText);
  const facts = [
    `- benchmark: ${editions.map((benchmark) => benchmark.name).join(', ')}`,
    ...(applies === undefined ? [] : [`- applies where: ${requirementText(applies)}`]),
    ...(passes.length === 0
      ? ['- passes where: files cannot show it']
      : passes.map((text) => `- passes where: ${text}`)),
    ...(check === undefined ? [] : [`- to check on the server: ${check}`]),
  ];
  return {
    page: `# ${id}\n\nA control of a benchmark: ${title}.\n\n${facts.join('\n')}\n${section('Rules that judge it', rules)}`,
    data: {
      kind: 'control',
      id,
      title,
      benchmarks: editions.map((benchmark) => benchmark.name),
      passes,
      check: check ?? null,
      rules,
    },
  };
}
