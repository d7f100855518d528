import { authKinds } from '../syntax/kinds.js';
import { defaultOptions, resolveOptions } from './configuration/options.js';
import type { Rule, RuleContext, RuleMeta, Visitors } from './rule.js';

/** What a configuration asks of a rule: all but what comes with the rule's code alone. */
type IndexedMeta = Omit<RuleMeta, 'summary' | 'messages' | 'controls' | 'options' | 'check'>;

/** What is known of a rule before its code is loaded: plain data, so that a build can keep it as JSON. */
export interface IndexEntry {
  id: string;
  /** Which group of rules is loaded with it. */
  group: string;
  reads?: Rule['reads'];
  defaults?: Rule['defaults'];
  meta: IndexedMeta;
}

/** Loads the rules of a group. */
export type LoadGroup = (group: string) => readonly Rule[];

/**
 * Makes a rule's entry in an index.
 *
 * @param group the group that its code is in
 * @throws OptionsError where a preset gives the rule options that do not fit
 */
export function indexEntry(rule: Rule, group: string): IndexEntry {
  const { id, meta } = rule;
  const {
    summary: _summary,
    messages: _messages,
    controls: _controls,
    options: _options,
    check: _check,
    ...indexed
  } = meta;
  for (const preset of meta.presets ?? []) if (typeof preset !== 'string') resolveOptions(rule, preset.options);
  // The folder of a rule says which file it judges.
  const reads = ([...authKinds, 'carrier'] as const).find((kind) => id.startsWith(`${kind}/`));
  const defaults = meta.options === undefined ? undefined : defaultOptions(rule);
  return { id, group, reads, defaults, meta: indexed };
}

/**
 * The rules of an index. A group is loaded when one of its rules is run, or asked for its texts.
 *
 * @param entries made by `indexEntry`
 * @param load called once for a group
 */
export function rulesOfIndex(entries: readonly IndexEntry[], load: LoadGroup): Rule[] {
  const loaded = new Map<string, ReadonlyMap<string, Rule>>();
  const find = ({ id, group }: IndexEntry): Rule => {
    const rules = loaded.get(group) ?? new Map(load(group).map((rule) => [rule.id, rule]));
    loaded.set(group, rules);
    return rules.get(id)!;
  };
  return entries.map((entry) => new IndexedRule(entry, find));
}

class IndexedRule implements Rule {
  readonly id: string;
  readonly reads: Rule['reads'];
  readonly meta: RuleMeta;
  readonly defaults: Rule['defaults'];
  readonly #load: () => Rule;

  constructor(entry: IndexEntry, find: (entry: IndexEntry) => Rule) {
    this.id = entry.id;
    this.reads = entry.reads;
    this.defaults = entry.defaults ?? {};
    this.#load = () => find(entry);
    this.meta = new LazyMeta(entry.meta, this.#load);
  }

  create(context: RuleContext): Visitors {
    return this.#load().create(context);
  }
}

/** The meta of a rule whose texts are read out of its code when somebody asks for them. */
class LazyMeta implements RuleMeta {
  readonly type!: RuleMeta['type'];
  readonly category!: RuleMeta['category'];
  readonly #load: () => Rule;

  constructor(meta: IndexedMeta, load: () => Rule) {
    Object.assign(this, meta);
    this.#load = load;
  }

  get summary() {
    return this.#load().meta.summary;
  }

  get messages() {
    return this.#load().meta.messages;
  }

  get controls() {
    return this.#load().meta.controls;
  }

  get options() {
    return this.#load().meta.options;
  }

  get check() {
    return this.#load().meta.check;
  }
}
