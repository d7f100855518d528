/** What took the place of a name that a newer server refuses. */
export interface RemovedName {
  /** The release that no longer knew it, where the catalog's majors do not tell. */
  removedIn?: string;
  replacedBy?: string;
  /** What to do instead, one sentence. */
  advice: string;
  /** True where releases before 12 read it from recovery.conf. */
  recoveryFile?: true;
  /** How a value becomes one of `replacedBy`: as it is, or as a number of WAL segments times this many megabytes. */
  value?: 'same' | { megabytesEach: number };
}

const renamed = (replacedBy: string, advice: string, removedIn?: string): RemovedName => ({
  replacedBy,
  advice,
  value: 'same',
  ...(removedIn ? { removedIn } : {}),
});

const gone = (removedIn: string, advice: string): RemovedName => ({ removedIn, advice });

const moved = (name: string): [string, RemovedName] => [
  name,
  {
    recoveryFile: true,
    advice: `Before 12 servers read ${name} from recovery.conf; from 12 on it belongs in postgresql.conf.`,
  },
];

/**
 * Names that some release has dropped or moved, in lower case, with advice for the person who still has them.
 * Source: the release notes of 7.4 to 19; that 10 to 18 take or refuse each name was tried on servers.
 */
export const removedNames: ReadonlyMap<string, RemovedName> = new Map<string, RemovedName>([
  // Known to some of 10 to 19: the catalog says until when.
  [
    'db_user_namespace',
    { advice: 'Users per database are gone; give each user a name of its own and remove the line.' },
  ],
  [
    'default_with_oids',
    {
      advice: 'Tables with OIDs are gone since 12 and only off is taken; remove the line, and use an identity column.',
    },
  ],
  [
    'escape_string_warning',
    { advice: "Backslashes in plain strings are never escapes in 19; write E'…' and remove the line." },
  ],
  [
    'force_parallel_mode',
    renamed('debug_parallel_query', 'It is called debug_parallel_query from 16 on, with the same values.'),
  ],
  [
    'io_workers',
    {
      replacedBy: 'io_max_workers',
      advice:
        'From 19 on the number of I/O workers adapts itself between io_min_workers and io_max_workers; set those.',
    },
  ],
  [
    'lc_collate',
    { advice: 'It only showed what initdb had chosen; from 16 on ask pg_database. A file could never set it.' },
  ],
  [
    'lc_ctype',
    { advice: 'It only showed what initdb had chosen; from 16 on ask pg_database. A file could never set it.' },
  ],
  [
    'old_snapshot_threshold',
    {
      advice:
        'Nothing takes its place in 17; limit long transactions with transaction_timeout or idle_in_transaction_session_timeout.',
    },
  ],
  ['operator_precedence_warning', { advice: 'It only helped with moving from 9.4; remove the line.' }],
  [
    'promote_trigger_file',
    {
      advice: 'From 16 on no file triggers a promotion; run pg_ctl promote or call pg_promote(), and remove the line.',
    },
  ],
  ['replacement_sort_tuples', { advice: 'Sorting no longer needs it since 11; remove the line.' }],
  [
    'ssl_ecdh_curve',
    renamed('ssl_groups', 'From 18 on it is called ssl_groups and takes a list of curves; the old name still works.'),
  ],
  ['ssl_renegotiation_limit', { advice: 'Renegotiation is gone since 9.5 and only 0 is taken; remove the line.' }],
  [
    'stats_temp_directory',
    { advice: 'Statistics live in shared memory from 15 on; remove the line, and the RAM disk made for it.' },
  ],
  ['trace_recovery_messages', { advice: 'Use log_min_messages to log more during recovery; remove the line.' }],
  [
    'vacuum_cleanup_index_scale_factor',
    { advice: 'From 14 on VACUUM decides by itself when indexes need cleaning; remove the line.' },
  ],
  [
    'vacuum_defer_cleanup_age',
    {
      replacedBy: 'hot_standby_feedback',
      advice: 'From 16 on keep rows for standbys with hot_standby_feedback on the standby, or with a replication slot.',
    },
  ],
  [
    'wal_keep_segments',
    {
      replacedBy: 'wal_keep_size',
      advice:
        'From 13 on it is wal_keep_size, a size: multiply the segments by 16MB (by wal_segment_size if initdb set another).',
      value: { megabytesEach: 16 },
    },
  ],

  // From recovery.conf.
  ...[
    'archive_cleanup_command',
    'primary_conninfo',
    'primary_slot_name',
    'recovery_end_command',
    'recovery_min_apply_delay',
    'recovery_target',
    'recovery_target_action',
    'recovery_target_inclusive',
    'recovery_target_lsn',
    'recovery_target_name',
    'recovery_target_time',
    'recovery_target_timeline',
    'recovery_target_xid',
    'restore_command',
  ].map(moved),
  [
    'standby_mode',
    {
      recoveryFile: true,
      removedIn: '12',
      advice:
        'It belonged in recovery.conf; from 12 on an empty file standby.signal in the data directory makes a server a standby. Remove the line.',
    },
  ],
  [
    'trigger_file',
    {
      recoveryFile: true,
      removedIn: '12',
      replacedBy: 'promote_trigger_file',
      value: 'same',
      advice:
        'It belonged in recovery.conf; 12 to 15 call it promote_trigger_file, and from 16 on only pg_ctl promote or pg_promote() promotes.',
    },
  ],
  [
    'pause_at_recovery_target',
    {
      recoveryFile: true,
      removedIn: '9.5',
      replacedBy: 'recovery_target_action',
      advice: "It belonged in recovery.conf; write recovery_target_action = 'pause' for on, 'promote' for off.",
    },
  ],

  // Gone before 10.
  ['add_missing_from', gone('9.0', 'Queries must name every table in FROM since 9.0; remove the line.')],
  ['australian_timezones', gone('8.2', "Write timezone_abbreviations = 'Australia' instead.")],
  ['autocommit', gone('7.4', 'Committing each statement is up to the client; remove the line.')],
  [
    'bgwriter_all_maxpages',
    gone('8.3', 'Checkpoints spread their writes by checkpoint_completion_target; remove the line.'),
  ],
  [
    'bgwriter_all_percent',
    gone('8.3', 'Checkpoints spread their writes by checkpoint_completion_target; remove the line.'),
  ],
  ['bgwriter_lru_percent', gone('8.3', 'The background writer follows bgwriter_lru_multiplier; remove the line.')],
  [
    'bgwriter_maxpages',
    { ...gone('8.1', 'It is called bgwriter_lru_maxpages now.'), replacedBy: 'bgwriter_lru_maxpages' },
  ],
  ['bgwriter_percent', gone('8.1', 'The background writer follows bgwriter_lru_multiplier; remove the line.')],
  [
    'checkpoint_segments',
    {
      removedIn: '9.5',
      replacedBy: 'max_wal_size',
      advice:
        'Set max_wal_size instead; three times the segments, times 16MB, gives checkpoints about as often as before.',
      value: { megabytesEach: 48 },
    },
  ],
  ['custom_variable_classes', gone('9.2', 'Names with a dot need no declaration any more; remove the line.')],
  ['explain_pretty_print', gone('8.4', 'EXPLAIN VERBOSE prints no trees any more; remove the line.')],
  ['krb_server_hostname', gone('8.4', 'The host name in the keytab decides; remove the line.')],
  ['krb_srvname', gone('9.4', 'Clients name the service with krbsrvname in their connection string; remove the line.')],
  ['log_pid', { ...gone('8.0', 'Put %p into log_line_prefix.'), replacedBy: 'log_line_prefix' }],
  ['log_source_port', { ...gone('8.0', 'Put %r into log_line_prefix.'), replacedBy: 'log_line_prefix' }],
  ['log_timestamp', { ...gone('8.0', 'Put %m into log_line_prefix.'), replacedBy: 'log_line_prefix' }],
  ['max_expr_depth', { ...gone('8.0', 'Set max_stack_depth, a size, instead.'), replacedBy: 'max_stack_depth' }],
  ['max_fsm_pages', gone('8.4', 'Free space is kept beside each table and needs no limit; remove the line.')],
  ['max_fsm_relations', gone('8.4', 'Free space is kept beside each table and needs no limit; remove the line.')],
  [
    'min_parallel_relation_size',
    renamed(
      'min_parallel_table_scan_size',
      'From 10 on it is called min_parallel_table_scan_size, with the same unit.',
      '10',
    ),
  ],
  ['preload_libraries', renamed('shared_preload_libraries', 'It is called shared_preload_libraries since 8.2.', '8.2')],
  ['redirect_stderr', renamed('logging_collector', 'It is called logging_collector since 8.3.', '8.3')],
  [
    'regex_flavor',
    gone(
      '9.0',
      'Regular expressions are always the advanced kind; write (?e) or (?b) inside one for another. Remove the line.',
    ),
  ],
  [
    'replication_timeout',
    renamed(
      'wal_sender_timeout',
      'It is called wal_sender_timeout since 9.3; wal_receiver_timeout is the standby’s side.',
      '9.3',
    ),
  ],
  ['server_min_messages', renamed('log_min_messages', 'It is called log_min_messages since 7.4.', '7.4')],
  [
    'silent_mode',
    gone('9.2', 'Use logging_collector and start the server with pg_ctl or a service manager; remove the line.'),
  ],
  [
    'sql_inheritance',
    gone('10', 'Queries always read child tables too; write ONLY where they must not. Remove the line.'),
  ],
  ['stats_block_level', renamed('track_counts', 'Since 8.3 track_counts does this, for blocks and rows alike.', '8.3')],
  ['stats_command_string', renamed('track_activities', 'It is called track_activities since 8.3.', '8.3')],
  [
    'stats_reset_on_server_start',
    gone('8.3', 'Call pg_stat_reset() when statistics should start again; remove the line.'),
  ],
  ['stats_row_level', renamed('track_counts', 'Since 8.3 track_counts does this, for blocks and rows alike.', '8.3')],
  ['stats_start_collector', gone('8.3', 'Statistics are always collected as track_counts says; remove the line.')],
  [
    'syslog',
    {
      ...gone('8.0', "Write log_destination = 'syslog' instead; 2 meant only syslog, 1 stderr as well."),
      replacedBy: 'log_destination',
    },
  ],
  [
    'tcpip_socket',
    {
      ...gone('8.0', "Write listen_addresses: '' for off, 'localhost' or '*' for on."),
      replacedBy: 'listen_addresses',
    },
  ],
  [
    'unix_socket_directory',
    renamed('unix_socket_directories', 'Since 9.3 it is unix_socket_directories, a list.', '9.3'),
  ],
  ['virtual_host', renamed('listen_addresses', 'It is listen_addresses, a list, since 8.0.', '8.0')],
  ['wal_sender_delay', gone('9.2', 'WAL senders wake up as soon as there is something to send; remove the line.')],
]);

/**
 * Writes a setting of a dropped name as one of the name that took its place.
 *
 * @param name the dropped name, in lower case
 * @param value its value, quotes undone
 * @returns the new name and value, or undefined where no rule turns one into the other
 */
export function successorOf(name: string, value: string): { name: string; value: string } | undefined {
  const removed = removedNames.get(name);
  if (!removed?.replacedBy || !removed.value) return undefined;
  if (removed.value === 'same') return { name: removed.replacedBy, value };
  if (!/^[1-9]\d{0,6}$|^0$/.test(value)) return undefined;
  const megabytes = Number(value) * removed.value.megabytesEach;
  return { name: removed.replacedBy, value: megabytes === 0 ? '0' : `${megabytes}MB` };
}
