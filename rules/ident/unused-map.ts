import { baseNameOf } from '../../src/rule-kit/cluster/paths.js';
import { removeRecord } from '../../src/rule-kit/edits/records.js';
import { isPartial } from '../../src/rule-kit/reading-errors.js';
import { mapOption } from '../../src/rule-kit/records/maps.js';
import { defineRule, type IdentMapping } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'ident/unused-map',
  meta: {
    type: 'suggestion',
    summary: 'Report maps that no record of pg_hba.conf names',
    category: 'maintainability',
    presets: ['recommended'],
    messages: {
      unused: {
        headline: 'No record of {file} has map={map}',
        why: 'So {count} of the map has no effect.',
        help: 'Remove it, or use the map.',
      },
    },
    suggestions: true,
  },
  create({ cluster, report }) {
    const { hba, ident } = cluster;
    if (hba === undefined || ident === undefined || isPartial(hba)) return {};
    const used = new Set<string>();
    const maps = new Map<string, IdentMapping[]>();
    return {
      HbaRecord(record) {
        const option = mapOption(record) ?? record.options.findLast(({ name }) => name === 'map');
        if (option !== undefined) used.add(option.value);
      },
      IdentMapping(mapping) {
        const name = mapping.mapName?.value;
        if (name !== undefined && mapping.error === undefined) maps.set(name, [...(maps.get(name) ?? []), mapping]);
      },
      end() {
        for (const [map, mappings] of maps) {
          // A broken record may be the one that names it.
          if (used.has(map) || hba.records.some(({ error }) => error?.severity === 'error')) continue;
          const { file, start, end } = mappings[0]!.mapName!;
          report({
            messageId: 'unused',
            data: {
              map,
              file: baseNameOf(hba.main.path),
              count: mappings.length === 1 ? 'the one mapping' : `each of ${mappings.length} mappings`,
            },
            at: { file, start, end },
            related: mappings.slice(1).map((mapping) => ({ at: mapping, message: `also of the map ${map}` })),
            tags: ['unnecessary'],
            suggestions: [
              {
                title: `Remove ${mappings.length === 1 ? 'the mapping' : 'the mappings'}`,
                edits: mappings.flatMap(removeRecord),
              },
            ],
          });
        }
      },
    };
  },
});
