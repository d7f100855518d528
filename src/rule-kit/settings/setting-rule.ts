/** Rules that judge the value in force of parameters, one by one. */
import type { Cluster } from '../../cluster/types.js';
import {
  defineRule,
  type OptionSchemas,
  type OptionsOf,
  type Rule,
  type RuleContext,
  type RuleMeta,
} from '../../linter/rule.js';
import { provenance, reportSetting, type SettingReport, shownValue, valueInForce } from './settings.js';

/** A parameter's value in force, as such a rule sees it. */
export interface JudgedSetting<Options> {
  name: string;
  value: boolean | number | string;
  /** As the file has it, or the target's default. */
  text: string;
  cluster: Cluster;
  context: RuleContext<Options>;
}

/** What is wrong with it; without a message id, `set` or `default` by where the value comes from. */
export type SettingVerdict = Partial<Omit<SettingReport, 'data'>> & {
  data?: Record<string, string | number | undefined>;
};

export interface SettingRule<Schemas extends OptionSchemas> {
  id: string;
  meta: RuleMeta & { options?: Schemas };
  /** The parameters that are judged; those that the target lacks are passed over. */
  parameters: readonly string[];
  /** Says what is wrong, or nothing. */
  judge(setting: JudgedSetting<OptionsOf<Schemas>>): SettingVerdict | undefined;
}

/**
 * Declares a rule about the values in force of single parameters. Its messages get `{name}` and `{value}` by themselves.
 */
export function defineSettingRule<const Schemas extends OptionSchemas = Readonly<Record<never, never>>>({
  id,
  meta,
  parameters,
  judge,
}: SettingRule<Schemas>): Rule {
  return defineRule({
    id,
    meta,
    create(context) {
      return {
        Cluster(cluster) {
          for (const name of parameters) {
            const value = valueInForce(cluster, name);
            if (value === undefined) continue;
            const text = cluster.configuration.get(name).value ?? '';
            const verdict = judge({ name, value, text, cluster, context });
            if (verdict === undefined) continue;
            const messageId = verdict.messageId ?? provenance(cluster, name);
            const given = Object.entries(verdict.data ?? {}).filter(
              (entry): entry is [string, string | number] => entry[1] !== undefined,
            );
            reportSetting(context, name, {
              ...verdict,
              messageId,
              data: { name, value: shownValue(cluster, name), ...Object.fromEntries(given) },
            });
          }
        },
      };
    },
  });
}
