import type { Major } from '../../catalog/majors.js';
import type { Rule } from '../rule.js';
import type { ResolvedConfig, RuleSetting } from './config.js';
import { addPreset } from './presets.js';
import { resolveRuleEntry } from './rule-entries.js';

/**
 * What presets and entries come to, one added after the other: the one place where they are merged, for `extends`, for
 * `--preset` and for an editor's settings. Presets add up. An entry stands over what was said before it, and a preset that
 * comes after an entry, in a nearer configuration, stands over the entry.
 */
export class RuleSettings {
  readonly #rules: readonly Rule[];
  readonly #settings = new Map<string, RuleSetting>();
  /** The rules of which an entry spoke last. */
  readonly #byEntry = new Set<string>();

  /** @param rules every rule there is */
  constructor(rules: readonly Rule[]) {
    this.#rules = rules;
  }

  /** By the rules' ids. */
  get all(): ReadonlyMap<string, RuleSetting> {
    return this.#settings;
  }

  /**
   * Adds a preset.
   *
   * @throws PresetError for a name that is not a preset
   */
  addPreset(name: string): void {
    // Once the preset has taken the place of an entry, further presets add to it.
    addPreset(name, this.#settings, this.#rules, (id) => this.#byEntry.delete(id));
  }

  /** Takes away whatever was said before. */
  clear(): void {
    this.#settings.clear();
    this.#byEntry.clear();
  }

  /**
   * Adds what is said of single rules.
   *
   * @throws RuleEntryError or OptionsError
   */
  addEntries(entries: Readonly<Record<string, unknown>>): void {
    for (const [id, entry] of Object.entries(entries)) {
      this.#settings.set(id, resolveRuleEntry(id, entry, this.#rules, this.#settings.get(id)));
      this.#byEntry.add(id);
    }
  }
}

/** What a configuration says, before it is resolved. */
export interface ConfigEntries {
  presets: readonly string[];
  /** By rule id. */
  rules?: Readonly<Record<string, unknown>>;
  targets?: readonly Major[] | undefined;
}

/**
 * Resolves presets and rule entries into the configuration in force.
 *
 * @param entries presets first, then single rules over them
 * @param rules every rule there is
 * @throws PresetError, RuleEntryError or OptionsError, each one plain sentence
 */
export function resolveEntries(
  { presets, rules: entries = {}, targets }: ConfigEntries,
  rules: readonly Rule[],
): ResolvedConfig {
  const settings = new RuleSettings(rules);
  for (const preset of presets) settings.addPreset(preset);
  settings.addEntries(entries);
  return { targets, rules: settings.all };
}
