import { isTaken } from '../../src/rule-kit/records/records.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { listInForce, reportSetting, valueInForce } from '../../src/rule-kit/settings/settings.js';

const othersMayWrite = 0o002;

export default defineRule({
  id: 'conf/unix-socket-permissions',
  meta: {
    type: 'problem',
    summary: 'Disallow a socket that every user of the machine can connect to, where that lets them in',
    category: 'authorization',
    severity: 'warning',
    presets: [{ preset: 'strict', options: { always: true, allowTmp: false } }],
    options: {
      always: {
        type: 'boolean',
        default: false,
        description: 'Report open permissions also where no local record lets users in without a proof.',
      },
      allowTmp: {
        type: 'boolean',
        default: true,
        description: 'Do not report a socket in /tmp or /var/tmp.',
      },
    },
    messages: {
      trust: {
        headline: 'Every user of this machine gets in without a proof',
        why: 'They can connect to the socket (unix_socket_permissions = {mode}), and line {line} of pg_hba.conf lets them in (trust).',
        help: 'Set 0770 with unix_socket_group, or use peer.',
      },
      everyone: {
        headline: 'Every user of this host can use the socket',
        why: 'That is unix_socket_permissions = {mode}.',
        help: 'Set 0770 and a unix_socket_group.',
      },
      tmp: {
        headline: 'The socket is in {folder}, which everyone can write',
        why: 'While the server is down, every user of this machine can put one of the same name there and catch passwords.',
        help: 'Use a folder of the server’s user, such as /run/postgresql.',
      },
    },
    suggestions: true,
  },
  create(context) {
    return {
      Cluster(cluster) {
        const folders = listInForce(cluster, 'unix_socket_directories') ?? ['/'];
        // A name that starts with @ is not in the file system and has no permissions.
        if (folders.every((folder) => folder.startsWith('@'))) return;
        const isSet = cluster.configuration.get('unix_socket_directories').entry !== undefined;
        const folder = folders.find((each) => /^\/(?:var\/)?tmp\/?$/.test(each));
        if (isSet && folder !== undefined && !context.options.allowTmp) {
          reportSetting(context, 'unix_socket_directories', { messageId: 'tmp', data: { folder } });
        }
        const mode = valueInForce(cluster, 'unix_socket_permissions');
        if (typeof mode !== 'number' || (mode & othersMayWrite) === 0) return;
        const record = cluster.hba?.records.find(
          (each) => isTaken(each) && each.connectionType === 'local' && each.method === 'trust',
        );
        if (record === undefined && !context.options.always) return;
        reportSetting(context, 'unix_socket_permissions', {
          messageId: record === undefined ? 'everyone' : 'trust',
          data: { mode: `0${mode.toString(8)}`, line: record?.line ?? 0 },
          related:
            record === undefined
              ? undefined
              : [
                  {
                    at: { file: record.file, start: record.start, end: record.end },
                    message: 'This record asks for no proof.',
                  },
                ],
          right: {
            value: '0770',
            title: 'Set unix_socket_permissions = 0770 (users outside of the group can no longer connect)',
            as: 'suggestion',
          },
        });
      },
    };
  },
});
