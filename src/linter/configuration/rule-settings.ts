import type { Major } from '../../catalog/majors.js';
import { isObject } from '../is-object.js';
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
  /** The options that entries name, by rule: what is shared does not touch them. */
  readonly #named = new Map<string, ReadonlySet<string>>();
  #shared: Readonly<Record<string, unknown>> = {};

  /** @param rules every rule there is */
  constructor(rules: readonly Rule[]) {
    this.#rules = rules;
  }

  /** By the rules' ids, with what is shared filled in. */
  get all(): ReadonlyMap<string, RuleSetting> {
    const shared = Object.entries(this.#shared);
    if (shared.length === 0) return this.#settings;
    const all = new Map(this.#settings);
    for (const [id, { severity, options }] of all) {
      const named = this.#named.get(id);
      const taken = shared.filter(([name]) => Object.hasOwn(options, name) && named?.has(name) !== true);
      if (taken.length > 0) all.set(id, { severity, options: { ...options, ...Object.fromEntries(taken) } });
    }
    return all;
  }

  /**
   * Adds a preset.
   *
   * @throws PresetError for a name that is not a preset
   */
  addPreset(name: string): void {
    // Once the preset has taken the place of an entry, further presets add to it.
    addPreset(name, this.#settings, this.#rules, (id) => {
      this.#named.delete(id);
      return this.#byEntry.delete(id);
    });
  }

  /** Takes away whatever was said before. */
  clear(): void {
    this.#settings.clear();
    this.#byEntry.clear();
    this.#named.clear();
  }

  /**
   * Adds options that several rules have, for all of them: each stands in place of the default, and of what was shared
   * before under its name.
   */
  addShared(options: Readonly<Record<string, unknown>> = {}): void {
    this.#shared = { ...this.#shared, ...options };
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
      const options: unknown = Array.isArray(entry) ? entry[1] : undefined;
      if (isObject(options)) this.#named.set(id, new Set(Object.keys(options)));
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
