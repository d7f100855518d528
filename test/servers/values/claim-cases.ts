/** Files of which a rule says what servers do with them. */
export interface ClaimCase {
  rule: string;
  messageId?: string;
  /** By their path in the data folder. */
  files: Readonly<Record<string, string>>;
  /** Whether the server comes up; left out where its log goes elsewhere. */
  up?: boolean;
  /** What its log says, as a regular expression. */
  says?: string;
  /** What its log does not speak of. */
  silentOn?: string;
  /** The value in force of a parameter. */
  shows?: readonly [name: string, value: string];
  /** The first major that is asked. */
  from?: number;
}

const conf = (text: string) => ({ 'postgresql.conf': `${text}\n` });

/** One address alone: there is nothing to listen on for TCP, and the server gives up. */
const unusable = (address: string): ClaimCase => ({
  rule: 'conf/listen-addresses',
  files: conf(`listen_addresses = '${address}'`),
  up: false,
  says: 'could not create any TCP/IP sockets',
});

const path = (text: string, says: string, up?: boolean): ClaimCase => ({
  rule: 'conf/unusable-path',
  files: conf(text),
  says,
  ...(up === undefined ? {} : { up }),
});

const bare = (name: string, number: number, from = 10): ClaimCase => ({
  rule: 'conf/bare-number',
  files: conf(`${name} = ${number}`),
  up: true,
  shows: [name, String(number)],
  from,
});

const name = (file: 'pg_hba.conf' | 'pg_ident.conf', rule: string, text: string): ClaimCase => ({
  rule,
  files: { [file]: `${text}\n` },
  up: true,
  silentOn: file.replace('.conf', ''),
});

export const claimCases: readonly ClaimCase[] = [
  ...['10.0.0.256', '[::1]', '127.0.0.1:5433', '127.0.0.0/8', '<host>', '127.0.0.*', '127.0.0.1;127.0.0.2'].map(
    unusable,
  ),
  ...['127.0.0.1-127.0.0.9', 'tcp://127.0.0.1', '127.0.0.1/32'].map(unusable),
  {
    rule: 'conf/listen-addresses',
    files: conf("listen_addresses = '127.0.0.1, 10.0.0.256'"),
    up: true,
    says: 'could not (?:create listen socket for|translate host name) "10\\.0\\.0\\.256"',
  },
  path("unix_socket_directories = '~/sock'", 'could not create (?:any Unix-domain sockets|lock file)', false),
  path(`unix_socket_directories = '/tmp/${'a'.repeat(110)}'`, 'too long', false),
  path("hba_file = '~/pg_hba.conf'", 'could not (?:open|load)', false),
  path("ident_file = '~/pg_ident.conf'", 'could not open'),
  path("logging_collector = on\nlog_directory = '~/log'", 'could not open log file'),
  {
    rule: 'conf/log-filename',
    files: conf("logging_collector = on\nlog_filename = 'pg-%D.log'"),
    says: 'could not open log file',
  },
  {
    rule: 'conf/log-filename',
    files: conf("logging_collector = on\nlog_filename = 'no-such-folder/%Y.log'"),
    says: 'could not open log file',
  },
  {
    rule: 'conf/lost-backslash',
    files: conf("external_pid_file = 'C:\\pg\\data.pid'"),
    shows: ['external_pid_file', 'C:pgdata.pid'],
  },
  {
    rule: 'conf/lost-backslash',
    files: conf('archive_mode = on\narchive_command = \'copy "%p" "C:\\archive\\%f"\''),
    shows: ['archive_command', 'copy "%p" "C:archive%f"'],
  },
  {
    rule: 'conf/unread-file',
    files: {
      ...conf("include_dir = 'conf.d'"),
      'conf.d/a.cnf': 'work_mem = 5MB\n',
      'conf.d/.b.conf': 'work_mem = 6MB\n',
      'conf.d/c.conf': 'port = 5433\n',
    },
    shows: ['work_mem', '4096'],
  },
  {
    rule: 'cluster/recovery-file',
    files: { ...conf('work_mem = 5MB'), 'recovery.conf': "restore_command = 'false'\n" },
    up: false,
    says: 'recovery\\.conf',
    from: 12,
  },
  {
    rule: 'conf/library-value',
    files: conf("shared_preload_libraries = 'auto_explain'\nauto_explain.log_format = 'jsonb'"),
    up: true,
    says: 'invalid value for parameter "auto_explain\\.log_format"',
  },
  {
    rule: 'conf/list-sign',
    files: conf("search_path = 'app;public'"),
    up: true,
    shows: ['search_path', 'app;public'],
  },
  bare('shared_buffers', 256),
  bare('statement_timeout', 30),
  bare('work_mem', 64),
  bare('log_min_duration_statement', 5),
  bare('log_min_duration_sample', 1, 13),
  bare('wal_keep_size', 1, 13),
  bare('max_slot_wal_keep_size', 10, 13),
  bare('authentication_timeout', 1),
  name('pg_ident.conf', 'ident/extra-column', 'm Jane Doe postgres'),
  name('pg_hba.conf', 'cluster/pattern-like-name', 'host all !postgres 10.0.0.0/8 md5'),
  name('pg_hba.conf', 'cluster/pattern-like-name', 'host app% all 10.0.0.0/8 md5'),
  name('pg_hba.conf', 'cluster/pattern-like-name', 'host all all *.example.com md5'),
  name('pg_hba.conf', 'hba/keyword-like-name', 'host all public 10.0.0.0/8 md5'),
  name('pg_hba.conf', 'hba/public-network', 'host all all 172.0.0.0/8 md5'),
];
