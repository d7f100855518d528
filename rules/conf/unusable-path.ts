import type { Cluster } from '../../src/rule-kit/rule.js';
import { defineSettingRule, type SettingVerdict } from '../../src/rule-kit/settings/setting-rule.js';
import { quoteValue, writeList } from '../../src/rule-kit/values/quote.js';
import { splitPaths } from '../../src/rule-kit/values/split.js';

/** Parameters that name one file or folder. */
const single = [
  'data_directory',
  'hba_file',
  'ident_file',
  'hosts_file',
  'external_pid_file',
  'log_directory',
  'ssl_cert_file',
  'ssl_key_file',
  'ssl_ca_file',
  'ssl_crl_file',
  'ssl_crl_dir',
  'ssl_dh_params_file',
  'krb_server_keyfile',
  'stats_temp_directory',
  'promote_trigger_file',
];
/** Lists of folders with colons between them, each of which must be absolute (dfmgr.c). */
const searched = ['dynamic_library_path', 'extension_control_path'];

/** Folders at the root of a Unix system; nobody has them in a data directory. */
const rootFolder = /^(?:etc|var|usr|opt|srv|home|mnt|root|run|media)\//;

/** Bytes that the path of a socket may have: sun_path of Linux has 108, and one ends it (UNIXSOCK_PATH_BUFLEN of pqcomm.h). */
const longestSocket = 107;

export default defineSettingRule({
  id: 'conf/unusable-path',
  meta: {
    type: 'problem',
    summary:
      'Report paths that no server can use: ~, %VARIABLE%, a missing first slash, sockets whose path is too long',
    category: 'correctness',
    presets: ['correctness'],
    blocks: { long: 'start', separator: 'start', notFolder: 'start' },
    messages: {
      home: {
        headline: 'A server expands no ~ in {name}',
        why: 'It looks for a folder called ~ ({path}).',
        help: 'Write the whole path.',
      },
      variable: {
        headline: 'A server expands no {variable} in {name}',
        why: 'It looks for {path} as it stands.',
        help: 'Write the whole path.',
      },
      relative: {
        headline: '{name} lacks its first slash',
        why: '{path} is below the server’s own folder.',
        help: 'Write /{path}.',
      },
      url: {
        headline: '{name} is a URL and not a path',
        why: 'It looks for a folder called file: ({path}).',
        help: 'Write {right}.',
      },
      notFolder: {
        headline: '{path} is {what}',
        why: 'unix_socket_directories takes folders, and the server does not start.',
        help: 'Write {right}.',
      },
      long: {
        headline: 'The path of the socket has {bytes} bytes',
        why: 'The system allows at most 107 ({path}): the server does not start.',
        help: 'Choose a shorter folder for unix_socket_directories.',
      },
      separator: {
        headline: 'A comma separates two folders',
        why: '{path} is one folder, and the server does not start.',
        help: 'Write {right}.',
      },
    },
    suggestions: true,
  },
  parameters: [...single, ...searched, 'unix_socket_directories'],
  judge({ name, text, cluster }) {
    if (name === 'unix_socket_directories') return judgeSockets(text, cluster);
    if (!searched.includes(name)) return judgePath(text, quoteValue);
    for (const path of text.split(':')) {
      const said = judgePath(path);
      if (said !== undefined) return said;
    }
    return undefined;
  },
});

/** @param write makes the value of a right path; left out where the path is one of several */
function judgePath(path: string, write?: (path: string) => string): SettingVerdict | undefined {
  if (/^~[\w-]*(?:\/|$)/.test(path)) return { messageId: 'home', data: { path } };
  const variable = /%\w+%|\$\(.*\)|`.*`/.exec(path);
  if (variable !== null) return { messageId: 'variable', data: { path, variable: variable[0] } };
  const local = /^(?:file|unix):\/\/(?:localhost)?(\/.*)$/i.exec(path)?.[1];
  if (local !== undefined) {
    const right = write === undefined ? undefined : { value: write(local), as: 'suggestion' as const };
    return { messageId: 'url', data: { path, right: local }, ...(right && { right }) };
  }
  if (!rootFolder.test(path)) return undefined;
  const right = write === undefined ? undefined : { value: write(`/${path}`), as: 'suggestion' as const };
  return { messageId: 'relative', data: { path }, ...(right && { right }) };
}

function judgeSockets(text: string, cluster: Cluster): SettingVerdict | undefined {
  const folders = splitPaths(text, cluster.target) ?? [];
  const port = cluster.configuration.get('port').value ?? '5432';
  for (const folder of folders) {
    const said = judgePath(folder, folders.length === 1 ? (path) => quoteValue(writeList([path])) : undefined);
    if (said !== undefined) return said;
    const parts = folder.split(/[\s;:,{}[\]]+/).filter((part) => part !== '');
    const isOne = parts.length === 1 && parts[0] === folder;
    if (!isOne && parts.length > 0 && parts.every((part) => /^\/[\w/.-]*$/.test(part))) {
      const right = quoteValue(folders.flatMap((each) => (each === folder ? parts : each)).join(', '));
      return { messageId: 'separator', data: { path: folder, right }, right: { value: right, as: 'suggestion' } };
    }
    const socket = /^(\/.*)\/\.s\.PGSQL\.\d+$/.exec(folder)?.[1];
    if (socket !== undefined || /^(?:localhost|\*|\d[\d.]*|::1?)$/.test(folder)) {
      const what = socket === undefined ? 'an address' : 'the socket that is made in one';
      const right = quoteValue(writeList(folders.map((each) => (each === folder ? (socket ?? '/tmp') : each))));
      return { messageId: 'notFolder', data: { path: folder, what, right }, right: { value: right, as: 'suggestion' } };
    }
    // An abstract socket has no file.
    const path = `${folder}/.s.PGSQL.${port}`;
    const bytes = new TextEncoder().encode(path).length;
    if (bytes > longestSocket && !folder.startsWith('@')) return { messageId: 'long', data: { path, bytes } };
  }
  return undefined;
}
