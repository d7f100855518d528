import type { ReleaseItem } from '../note.js';
import { itemsOf } from './of.js';

const v11 = itemsOf(11);
const v12 = itemsOf(12);
const v13 = itemsOf(13);

/** Items of the release notes of 11 to 13. */
export const items: readonly ReleaseItem[] = [
  v11('chkpass', 'meaning', 'before', 'The library chkpass is gone.'),
  v11('sorting', 'rule', 'before', 'replacement_sort_tuples is gone.'),
  v11(
    'dump-databases',
    'by hand',
    'during',
    'pg_dumpall --globals-only no longer has ALTER DATABASE … SET; pg_dump --create and pg_dumpall without that option do.',
  ),
  v12('timetravel', 'meaning', 'before', 'The library timetravel is gone.'),
  v12(
    'recovery-conf',
    'by hand',
    'before',
    'recovery.conf is gone: its settings move to postgresql.conf, and standby.signal or recovery.signal says what to do. A server with a recovery.conf does not start.',
  ),
  v12('oids', 'rule', 'before', 'Tables cannot have OIDs: default_with_oids takes only off.'),
  v12('client-messages', 'rule', 'before', 'client_min_messages no longer takes fatal and panic.'),
  v12('jit', 'default', 'after', 'jit is on.'),
  v12(
    'float-digits',
    'meaning',
    'after',
    'extra_float_digits above 0 prints the shortest text that reads back as the same number.',
  ),
  v12('wal-senders', 'meaning', 'after', 'WAL senders no longer count among max_connections.'),
  v12('vacuum-delay', 'default', 'after', 'autovacuum_vacuum_cost_delay is 2 ms.'),
  v12(
    'target-timeline',
    'by hand',
    'before',
    'recovery_target_timeline is latest where nothing sets it, no longer the timeline of the backup.',
  ),
  v12('shared-memory', 'rule', 'before', 'dynamic_shared_memory_type no longer takes none.'),
  v12(
    'one-target',
    'by hand',
    'before',
    'Only one of recovery_target, recovery_target_lsn, recovery_target_name, recovery_target_time and recovery_target_xid may be set; before, the last one in recovery.conf counted.',
  ),
  v12('trace-levels', 'rule', 'before', 'trace_recovery_messages no longer takes fatal and panic.'),
  v12('float-digits-default', 'default', 'after', 'extra_float_digits is 1.'),
  v12(
    'receiver-name',
    'meaning',
    'before',
    'A standby whose primary_conninfo names no application_name goes by its cluster_name, no longer by walreceiver.',
  ),
  v12(
    'gss-encryption',
    'meaning',
    'before',
    'Connections may be encrypted by GSSAPI, which clients with a Kerberos ticket prefer: host, hostnossl and hostgssenc match them, hostssl does not.',
  ),
  v12(
    'standby-senders',
    'by hand',
    'before',
    'A hot standby needs a max_wal_senders that is at least as large as its primary’s.',
  ),
  v13('segments', 'rule', 'before', 'wal_keep_segments is wal_keep_size, a size.'),
  v13(
    'io-concurrency',
    'meaning',
    'before',
    'effective_io_concurrency is taken as it is; up to 12 the server asked for more pages than it says.',
  ),
  v13(
    'target-reached',
    'meaning',
    'after',
    'Recovery that ends before its target fails instead of opening the server.',
  ),
  v13('tls-1.2', 'default', 'after', 'ssl_min_protocol_version is TLSv1.2: older clients are refused.'),
  v13('fewest-files', 'rule', 'before', 'max_files_per_process is 64 or more.'),
  v13(
    'zone-rules',
    'meaning',
    'before',
    'A POSIX time zone with a name for daylight time and no rule follows the law of the United States, no longer the file posixrules.',
  ),
  v13(
    'hash-disk',
    'by hand',
    'after',
    'Hash aggregation that needs more than work_mem goes to disk, and is planned where it was avoided before; hash_mem_multiplier gives it more memory.',
  ),
  v13(
    'insert-vacuum',
    'by hand',
    'after',
    'Tables that only grow are vacuumed as well, after as many rows as autovacuum_vacuum_insert_threshold and autovacuum_vacuum_insert_scale_factor say.',
  ),
];
