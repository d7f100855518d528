import type { BenchmarkControl, Requirement } from '../../catalog/benchmarks/types.js';
import type { Cluster } from '../../cluster/types.js';
import type { ResolvedConfig } from '../../linter/configuration/config.js';
import { obstacleIn } from './obstacles.js';
import { judgeRecords } from './records.js';
import { judgeLibrary, judgeSetting, sightingOf } from './settings.js';
import { requirementText } from './texts.js';
import type { Verdict } from './verdict.js';

/**
 * Looks in a cluster for what a control requires.
 *
 * @returns met only with sightings of everything that is required; undefined for a control that requires nothing of files
 */
export function judgeControl(
  control: Pick<BenchmarkControl, 'requires' | 'applies'>,
  cluster: Cluster,
  config: ResolvedConfig,
): Verdict | undefined {
  const { requires, applies } = control;
  if (requires === undefined) return undefined;
  if (applies !== undefined) {
    const subject = judgeOne(applies, cluster, config);
    if (subject.result === 'unknown') return subject;
    if (subject.result === 'unmet') return { result: 'absent', seen: [sightingOf(cluster, applies.setting)] };
  }
  const verdicts = requires.map((requirement) => judgeOne(requirement, cluster, config));
  const first = (result: Verdict['result']) => verdicts.find((verdict) => verdict.result === result);
  // Without records of the kind that it is about, a control has no subject, whatever settings say.
  const absent = first('absent');
  if (absent !== undefined) return absent;
  const unmet = verdicts.filter(({ result }) => result === 'unmet');
  const unknown = first('unknown');
  if (unmet.length > 0) return { result: 'unmet', seen: unmet.flatMap(({ seen }) => seen) };
  if (unknown !== undefined) return { ...unknown, seen: verdicts.flatMap(({ seen }) => seen) };
  return { result: 'met', seen: verdicts.flatMap(({ seen }) => seen) };
}

function judgeOne(requirement: Requirement, cluster: Cluster, config: ResolvedConfig): Verdict {
  const kind = 'records' in requirement ? 'hba' : 'conf';
  const obstacle = obstacleIn(cluster, kind);
  if (obstacle !== undefined) return { result: 'unknown', seen: [], reason: obstacle };
  if ('records' in requirement) return judgeRecords(requirement, cluster.hba!, cluster);
  if ('library' in requirement) return judgeLibrary(requirement, cluster, alternatives(requirement.library, config));
  if ('setting' in requirement) return judgeSetting(requirement, cluster);
  const verdicts = requirement.oneOf.map((one) => judgeSetting(one, cluster));
  const found = verdicts.find(({ result }) => result === 'met') ?? verdicts.find(({ result }) => result === 'unknown');
  if (found !== undefined) return found;
  const seen = verdicts.flatMap((verdict) => verdict.seen);
  return {
    result: 'unmet',
    seen: seen.length > 0 ? seen : [{ text: `not the case: ${requirementText(requirement)}` }],
  };
}

/** Libraries that a project’s configuration names as good as pgAudit. */
function alternatives(library: readonly string[], config: ResolvedConfig): string[] {
  if (!library.includes('pgaudit')) return [];
  const options = config.rules.get('conf/pgaudit-loaded')?.options as { alternatives?: string[] } | undefined;
  return options?.alternatives ?? [];
}
