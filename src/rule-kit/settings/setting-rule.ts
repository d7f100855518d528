/** Rules that judge the value in force of parameters, one by one. */
import type { Cluster } from '../../cluster/types.js';
import type { Rule, RuleContext, RuleMeta } from '../../linter/rule.js';
import { provenance, reportSetting, type SettingReport, shownValue, valueInForce } from './settings.js';

/** A parameter's value in force, as such a rule sees it. */
export interface JudgedSetting {
  name: string;
  value: boolean | number | string;
  /** As the file has it, or the target's default. */
  text: string;
  cluster: Cluster;
  context: RuleContext;
}

/** What is wrong with it; without a message id, `set` or `default` by where the value comes from. */
export type SettingVerdict = Partial<Omit<SettingReport, 'data'>> & {
  data?: Record<string, string | number | undefined>;
};

export interface SettingRule {
  id: string;
  meta: RuleMeta;
  /** The parameters that are judged; those that the target lacks are passed over. */
  parameters: readonly string[];
  /** Says what is wrong, or nothing. */
  judge(setting: JudgedSetting): SettingVerdict | undefined;
}

/**
 * Declares a rule about the values in force of single parameters. Its messages get `{name}` and `{value}` by themselves.
 */
export function defineSettingRule({ id, meta, parameters, judge }: SettingRule): Rule {
  return {
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
  };
}
