import { nearestOf } from '../../src/rule-kit/catalog/nearest-words.js';
import { baseNameOf } from '../../src/rule-kit/cluster/paths.js';
import { replaceToken } from '../../src/rule-kit/edits/records.js';
import { isPartial } from '../../src/rule-kit/reading-errors.js';
import { mapOption } from '../../src/rule-kit/records/maps.js';
import { defineRule } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'ident/unknown-map',
  meta: {
    type: 'problem',
    summary: 'Report records whose map is not in pg_ident.conf',
    category: 'correctness',
    presets: ['correctness'],
    eachRecordAlone: true,
    messages: {
      unknown: {
        headline: '{file} has no mapping for map={map}',
        why: 'Nobody gets in by this record.',
        help: 'Add one ({map} SYSTEM-USER ROLE){guess}.',
      },
    },
    suggestions: true,
  },
  create({ cluster, report }) {
    const { ident } = cluster;
    if (ident === undefined || isPartial(ident)) return {};
    const names = new Set(ident.mappings.flatMap(({ mapName }) => mapName?.value ?? []));
    const file = baseNameOf(ident.main.path);
    return {
      HbaRecord(record) {
        const option = mapOption(record);
        if (option === undefined || names.has(option.value)) return;
        const near = nearestOf(option.value, names, 1);
        const { token } = option;
        const at = { file: token.file, start: token.start, end: token.end };
        report({
          messageId: 'unknown',
          data: { map: option.value, file, guess: near.length === 0 ? '' : `, or write map=${near[0]}` },
          at,
          related: near.flatMap((name) =>
            ident.mappings
              .filter(({ mapName }) => mapName?.value === name)
              .slice(0, 1)
              .map((mapping) => ({ at: mapping, message: `the map ${name}` })),
          ),
          suggestions: near
            .filter((name) => /^[\w-]+$/.test(name))
            .map((name) => ({
              title: `Write map=${name}`,
              edits: replaceToken(at, `map=${name}`),
            })),
        });
      },
    };
  },
});
