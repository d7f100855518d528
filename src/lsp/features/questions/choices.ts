import { benchmarks } from '../../../catalog/benchmarks/index.js';
import { furtherPresets, presetSummaries } from '../../../linter/configuration/presets.js';

/** What a person may choose from; the summaries are for people. */
export interface Choices {
  presets: { name: string; summary: string }[];
  benchmarks: { name: string; title: string; edition: string; target: number | null }[];
}

/** The presets and benchmarks that there are. */
export function choices(): Choices {
  const presets = Object.entries({ ...presetSummaries, ...furtherPresets });
  return {
    presets: presets.map(([name, summary]) => ({ name, summary })),
    benchmarks: benchmarks.map(({ name, title, edition, major = null }) => ({ name, title, edition, target: major })),
  };
}
