import { baseNameOf } from '../../src/rule-kit/cluster/paths.js';
import { letsIn } from '../../src/rule-kit/records/records.js';
import { type Cluster, defineRule } from '../../src/rule-kit/rule.js';
import { listInForce, reportSetting } from '../../src/rule-kit/settings/settings.js';

export default defineRule({
  id: 'cluster/no-way-in',
  meta: {
    type: 'problem',
    summary: 'Require that records are for ways in that the server has',
    category: 'network',
    severity: 'warning',
    presets: ['recommended'],
    messages: {
      noSocket: {
        headline: 'There is no socket for records of type local',
        why: 'unix_socket_directories is empty, so nobody can use {count} (first in line {line}).',
        help: 'Name a folder, or remove the records.',
      },
      rejects: {
        headline: 'Nobody gets in: every record rejects',
        why: 'Whom no record matches is rejected as well, the superuser among them.',
        help: 'Add a record that lets someone in, such as local all postgres peer, above the others.',
      },
      nobody: {
        headline: 'Nobody can connect to this server',
        why: 'listen_addresses is empty; no local record lets anyone in.',
        help: 'Add local all all peer.',
      },
    },
  },
  create(context) {
    return {
      Cluster(cluster) {
        reportRejecting(cluster);
        const addresses = listInForce(cluster, 'listen_addresses');
        const folders = listInForce(cluster, 'unix_socket_directories');
        if (addresses === undefined || cluster.hba?.loads !== true) return;
        const listens = addresses.length > 0;
        // Builds differ in the default folder, but all for systems other than Windows have one.
        const hasSocket = folders === undefined || folders.length > 0;
        const local = cluster.hba.records.filter((record) => record.connectionType === 'local' && letsIn(record));
        const [first] = local;
        if (listens && !hasSocket && first !== undefined) {
          reportSetting(context, 'unix_socket_directories', {
            messageId: 'noSocket',
            data: { count: local.length === 1 ? 'one record' : `${local.length} records`, line: first.line },
            related: [{ at: first, message: 'Matches nobody' }],
          });
        }
        if (!listens && hasSocket && first === undefined) {
          reportSetting(context, 'listen_addresses', { messageId: 'nobody' });
        }
      },
    };

    /** Only where a record for the socket says it of the server's own machine, too: other files may only shut networks out. */
    function reportRejecting({ hba }: Cluster): void {
      const [first, ...others] = hba?.records ?? [];
      if (first === undefined || hba?.loads !== true || !isHbaName(first.file.path)) return;
      const all = [first, ...others];
      if (!all.every(({ method }) => method === 'reject')) return;
      if (!all.some(({ connectionType }) => connectionType === 'local')) return;
      context.report({ messageId: 'rejects', at: first });
    }
  },
});

const isHbaName = (path: string) => baseNameOf(path) === 'pg_hba.conf';
