import { isMajor, type Major } from '../../catalog/majors.js';
import type { ResolvedConfig } from '../../linter/configuration/config.js';
import { resolveEntries } from '../../linter/configuration/rule-settings.js';
import { isObject } from '../../linter/is-object.js';
import type { Rule } from '../../linter/rule.js';

/** What a person set in the editor (`pgconflint.…`, or the server's initialization options). */
export interface EditorSettings {
  /** The majors to check for, where neither the files nor the project's configuration tell any. */
  targets: readonly Major[] | undefined;
  presets: readonly string[] | undefined;
  rules: Readonly<Record<string, unknown>>;
  /** What an editor may switch off although the client could show it. */
  inlayHints: boolean;
  codeLens: boolean;
  /** Whether configurations and plugins that are code may be run: the editor says so where a person trusts the folder. */
  runsCode: boolean;
}

/** What holds where the editor says nothing. */
export const defaultSettings: EditorSettings = {
  targets: undefined,
  presets: undefined,
  rules: {},
  inlayHints: true,
  codeLens: true,
  runsCode: false,
};

/**
 * Reads the settings that an editor sends; what is not of the right kind is left out.
 *
 * @param value anything: initialization options, the section `pgconflint`, or an object that holds it
 */
export function readSettings(value: unknown): EditorSettings {
  const given = sectionOf(value);
  return {
    targets: targetsOf(given['targets'] ?? given['postgres']),
    presets: stringsOf(given['presets'] ?? given['preset']),
    rules: isObject(given['rules']) ? given['rules'] : {},
    inlayHints: isOn(given['inlayHints']),
    codeLens: isOn(given['codeLens']),
    runsCode: given['runConfigurationCode'] === true,
  };
}

/**
 * The configuration that the editor's settings alone make.
 *
 * @throws PresetError, RuleEntryError or OptionsError, each one plain sentence
 */
export function resolveSettings(settings: EditorSettings, rules: readonly Rule[]): ResolvedConfig {
  const { presets = ['recommended'], rules: entries, targets: targetsOtherwise } = settings;
  return { ...resolveEntries({ presets, rules: entries }, rules), targetsOtherwise };
}

function sectionOf(value: unknown): Record<string, unknown> {
  if (!isObject(value)) return {};
  const section = value['pgconflint'];
  return isObject(section) ? section : value;
}

function targetsOf(value: unknown): Major[] | undefined {
  const list = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : [value];
  const majors = list.map(Number).filter(isMajor);
  return majors.length === 0 ? undefined : [...new Set(majors)].sort((a, b) => a - b);
}

function stringsOf(value: unknown): string[] | undefined {
  if (typeof value === 'string' && value !== '') return [value];
  if (!Array.isArray(value)) return undefined;
  const texts = value.filter((one) => typeof one === 'string');
  return texts.length === 0 ? undefined : texts;
}

function isOn(value: unknown): boolean {
  if (isObject(value)) return value['enabled'] !== false && value['enable'] !== false;
  return value !== false;
}
