import { didYouMean } from '../nearest.js';
import type { Severity } from '../problem.js';
import type { PresetEntry, Rule } from '../rule.js';
import type { RuleSetting } from './config.js';
import { presetOptions } from './options.js';

/** The presets that every set of rules has, from the smallest to the largest. */
export const mainPresets = ['correctness', 'recommended', 'strict', 'all'] as const;

/** What an override extends to begin anew: it switches everything off that stands before it, so that a folder may have less. */
export const nothing = 'none';

/** What people read of a preset. */
export const presetSummaries: Readonly<Record<(typeof mainPresets)[number], string>> = {
  correctness: 'only what a server itself would refuse or ignore: for a first adoption',
  recommended: 'few and certain: what a reasonable team wants on',
  strict: 'recommended, and what a hardened server needs',
  all: 'every rule that is not deprecated',
};

/** What people read of the presets that neither grow out of each other nor are a benchmark's. */
export const furtherPresets: Readonly<Record<string, string>> = {
  style: 'how files are written: layout, units, defaults that are spelled out; to add to another preset',
  'managed-cloud': 'what can be chosen where a provider runs the server: parameter groups and records',
};

/** A name that is no preset: one plain sentence. */
export class PresetError extends Error {
  override name = 'PresetError';
}

/** A rule's severity where nothing says otherwise. */
export function defaultSeverity(rule: Rule): Severity {
  return rule.meta.severity ?? (rule.meta.type === 'problem' ? 'error' : 'warning');
}

/** Each larger preset takes over what the smaller ones switch on, unless the rule says otherwise for it. */
const smaller: Readonly<Record<string, readonly string[]>> = {
  strict: ['recommended', 'correctness'],
  recommended: ['correctness'],
};

/**
 * What a preset says of a rule.
 *
 * @returns undefined where the preset leaves it off
 */
export function presetSetting(rule: Rule, preset: string): RuleSetting | undefined {
  const entry = findEntry(rule, preset);
  if (entry === undefined) return undefined;
  const { severity, options } = entry;
  return { severity: severity ?? defaultSeverity(rule), options: presetOptions(rule, options) };
}

function findEntry(rule: Rule, preset: string): Exclude<PresetEntry, string> | undefined {
  const entries = (rule.meta.presets ?? []).map((entry) => (typeof entry === 'string' ? { preset: entry } : entry));
  for (const name of [preset, ...(smaller[preset] ?? [])]) {
    const entry = entries.find((candidate) => candidate.preset === name);
    if (entry !== undefined) return entry;
  }
  if (preset === 'all' && rule.meta.deprecated === undefined) {
    return entries.find((entry) => entry.preset === 'strict') ?? { preset };
  }
  if (isMain(preset) || !rule.meta.controls?.some((control) => control.benchmark === preset)) return undefined;
  return { preset };
}

/** Whether a name is a preset's; for the main ones no rule's code is loaded. */
export function isPreset(name: string, rules: readonly Rule[]): boolean {
  return isMain(name) || presetNames(rules).includes(name);
}

function isMain(name: string): boolean {
  return (mainPresets as readonly string[]).includes(name);
}

/** Every preset that the rules know: the main ones, those that a rule names, and one for each benchmark. */
export function presetNames(rules: readonly Rule[]): string[] {
  const named = new Set<string>();
  for (const rule of rules) {
    for (const entry of rule.meta.presets ?? []) named.add(typeof entry === 'string' ? entry : entry.preset);
    for (const control of rule.meta.controls ?? []) named.add(control.benchmark);
  }
  for (const name of mainPresets) named.delete(name);
  return [...mainPresets, ...[...named].sort()];
}

/** The error where somebody asks for presets and names none: a run without rules finds nothing, and would pass for one that did. */
export function noPreset(rules: readonly Rule[]): PresetError {
  return new PresetError(`No preset is named; the presets are ${presetNames(rules).join(', ')}.`);
}

/**
 * The rules that presets switch on together.
 *
 * @param names the presets, in any order
 * @throws PresetError for a name that is not a preset
 */
export function combinePresets(names: readonly string[], rules: readonly Rule[]): Map<string, RuleSetting> {
  const combined = new Map<string, RuleSetting>();
  for (const name of names) addPreset(name, combined, rules);
  return combined;
}

/**
 * Adds a preset to what holds so far. Presets add up: where two speak of one rule, the higher severity holds, and the options
 * of the last one that gives any.
 *
 * @param settings what holds so far; changed in place
 * @param isReplaced whether the preset stands in place of what is said of a rule so far, rather than adding to it
 * @throws PresetError for a name that is not a preset
 */
export function addPreset(
  name: string,
  settings: Map<string, RuleSetting>,
  rules: readonly Rule[],
  isReplaced: (id: string) => boolean = () => false,
): void {
  if (!isPreset(name, rules)) {
    const known = presetNames(rules);
    throw new PresetError(
      `There is no preset “${name}”; the presets are ${known.join(', ')}.${didYouMean(name, known)}`,
    );
  }
  for (const rule of rules) {
    const entry = findEntry(rule, name);
    if (entry === undefined) continue;
    const before = isReplaced(rule.id) ? undefined : settings.get(rule.id);
    const severity = before?.severity === 'error' ? 'error' : (entry.severity ?? defaultSeverity(rule));
    const keep = before !== undefined && entry.options === undefined;
    settings.set(rule.id, { severity, options: keep ? before.options : presetOptions(rule, entry.options) });
  }
}
