import { stig } from '../../src/rule-kit/controls.js';
import { allowOption, isAllowed } from '../../src/rule-kit/records/allow.js';
import { demandedCertificate } from '../../src/rule-kit/records/certificates.js';
import { isTaken, optionOf } from '../../src/rule-kit/records/records.js';
import { defineRule } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'hba/cert-map',
  meta: {
    type: 'suggestion',
    summary: 'Require a map where names in certificates are not the names of roles',
    category: 'authentication',
    presets: ['recommended', { preset: 'stig-crunchy-16', options: { requireMap: true } }],
    controls: [...stig('004200')],
    options: {
      requireMap: {
        type: 'boolean',
        default: false,
        description: 'Report every record with the method cert that is for several roles and has no map.',
      },
      allow: allowOption,
    },
    eachRecordAlone: true,
    messages: {
      wholeName: {
        headline: 'clientname=DN compares the whole name',
        why: 'Roles must be named like CN=alice,O=Example.',
        help: '{advice}',
      },
      noMap: {
        headline: 'No map limits who logs in by certificate',
        why: 'One with a role’s common name logs in as it.',
        help: 'Add map=… and its mappings.',
      },
    },
  },
  create({ options, report, target }) {
    return {
      DecidingRecord(record) {
        const token = record.methodToken;
        if (!isTaken(record) || token === undefined || optionOf(record, 'map') !== undefined) return;
        if (demandedCertificate(record, target) !== 'verify-full' && record.method !== 'cert') return;
        if (isAllowed(record, options.allow)) return;
        const name = record.options.findLast((option) => option.name === 'clientname');
        if (name?.value === 'DN') {
          const { file, start, end } = name.token;
          const advice = record.method === 'cert' ? 'Add map=…, or leave clientname out.' : 'Leave clientname out.';
          report({ messageId: 'wholeName', data: { advice }, at: { file, start, end } });
          return;
        }
        const isForOne = record.users.length === 1 && record.users[0]!.kind === 'name';
        if (!options.requireMap || record.method !== 'cert' || isForOne) return;
        report({ messageId: 'noMap', at: { file: token.file, start: token.start, end: token.end } });
      },
    };
  },
});
