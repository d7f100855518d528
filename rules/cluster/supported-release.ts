import { developmentMajor } from '../../src/rule-kit/catalog/majors.js';
import { compareReleases } from '../../src/rule-kit/catalog/releases.js';
import {
  type ConcernedBy,
  endOfSupport,
  hasEnded,
  securityFixes,
  supportedMajors,
  tableRead,
} from '../../src/rule-kit/catalog/support.js';
import { isUntouchedSample } from '../../src/rule-kit/cluster/samples.js';
import { isRemote, isTaken } from '../../src/rule-kit/records/records.js';
import { type Cluster, defineRule, type HbaRecord } from '../../src/rule-kit/rule.js';
import { valueInForce } from '../../src/rule-kit/settings/settings.js';

export default defineRule({
  id: 'cluster/supported-release',
  meta: {
    type: 'suggestion',
    summary:
      'Report targets that get no security fixes any more, and releases that lack one which concerns these files',
    category: 'maintainability',
    presets: ['recommended'],
    messages: {
      development: {
        headline: 'PostgreSQL {target} is in development',
        why: 'What is said of it was read from its source, and can change until it is released.',
      },
      unsupported: {
        headline: 'PostgreSQL {target} is out of support since {day}',
        why: 'Its security holes stay open.',
        help: 'Upgrade to {majors}.',
      },
      outdated: {
        headline: 'PostgreSQL {release} lacks the fix of {cve}',
        why: 'It came with {fixedIn}. The hole allows {allows}.',
        help: 'Update the server.',
      },
    },
  },
  create(context) {
    const { cluster, report, target, release } = context;
    return {
      Cluster() {
        const [file] = cluster.files;
        if (file === undefined || isUntouchedSample(cluster)) return;
        const at = { file, start: 0, end: 0, wholeFile: true as const };
        if (target === developmentMajor) report({ messageId: 'development', data: { target }, at });
        const day = endOfSupport(target);
        if (day !== undefined && hasEnded(target, context.hasCome)) {
          const majors = supportedMajors(tableRead).join(', ');
          report({ messageId: 'unsupported', data: { target, day, majors }, at });
        }
        if (release === undefined) return;
        for (const { cve, fixedIn, concerns, allows } of securityFixes) {
          const fixed = fixedIn[target];
          if (fixed === undefined || compareReleases(release, fixed) >= 0 || !isConcerned(cluster, concerns)) continue;
          report({ messageId: 'outdated', data: { release, cve, fixedIn: fixed, allows }, at });
        }
      },
    };
  },
});

const comparing = new Set(['md5', 'password', 'radius']);

function isConcerned(cluster: Cluster, by: ConcernedBy): boolean {
  const records = (cluster.hba?.records ?? []).filter(isTaken);
  switch (by) {
    case 'logical decoding':
      return valueInForce(cluster, 'wal_level') === 'logical';
    case 'compared passwords':
      return records.some(({ method }) => comparing.has(method ?? ''));
    case 'clients of a network':
      return records.some(isRemote);
    case 'client certificates':
      return records.some(wantsCertificate);
  }
}

function wantsCertificate({ method, options }: HbaRecord): boolean {
  return (
    method === 'cert' || options.some(({ name, value }) => name === 'clientcert' && !/^(?:0|no-verify)$/.test(value))
  );
}
