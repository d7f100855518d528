import { majorsText } from '../../src/rule-kit/catalog/majors.js';
import { isRecoveryName } from '../../src/rule-kit/cluster/paths.js';
import { isUntouchedSample } from '../../src/rule-kit/cluster/samples.js';
import { defineRule } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'cluster/old-version',
  meta: {
    type: 'problem',
    summary: 'Report files for a version before 10, of which only a part is judged',
    category: 'correctness',
    severity: 'warning',
    presets: ['correctness'],
    anyMajor: true,
    evenInTemplates: true,
    messages: {
      recovery: {
        headline: 'Servers from 12 on do not start beside recovery.conf',
        why: 'Only servers before 12 read it.',
        help: 'Move its settings to postgresql.conf, and create standby.signal in place of standby_mode = on, or else recovery.signal.',
      },
      old: {
        headline: '{version} gets no security fixes any more',
        why: 'The file is for it, as {source} tells. Only what holds on every major from {majors} is checked.',
        help: 'Move to a supported major, or say with --postgres for which major the file is.',
      },
    },
  },
  create({ cluster, report }) {
    return {
      Cluster({ configuration, hba, ident }) {
        const { oldVersion } = cluster;
        if (isUntouchedSample(cluster)) return;
        const file = configuration.main ?? configuration.auto ?? hba?.main ?? ident?.main;
        if (file === undefined) return;
        const at = { file, start: 0, end: 0, wholeFile: true as const };
        if (isRecoveryName(file.path)) report({ messageId: 'recovery', at });
        if (oldVersion === undefined) return;
        const { version, source } = oldVersion;
        const named = /^\d/.test(version)
          ? `PostgreSQL ${version}`
          : version.replace(/^./, (first) => first.toUpperCase());
        report({
          messageId: 'old',
          data: { version: named, source, majors: majorsText },
          at,
        });
      },
    };
  },
});
