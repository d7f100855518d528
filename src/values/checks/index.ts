import { checkAsciiName } from './ascii-name.js';
import { checkBacktraceFunctions } from './backtrace-functions.js';
import { checkBonjour } from './bonjour.js';
import { checkCanonicalPath } from './canonical-path.js';
import type { Check } from './check.js';
import { checkClientEncoding } from './client-encoding.js';
import { checkDateStyle } from './date-style.js';
import { checkDefaultWithOids, checkStandardConformingStrings } from './fixed-booleans.js';
import { checkIdentifierList, checkOutputPluginLibraries } from './identifier-list.js';
import { checkCreateroleSelfGrant, checkDebugIoDirect, checkRestrictedRelationKinds } from './list-words.js';
import { checkLocale } from './locale.js';
import { checkLogConnections } from './log-connections.js';
import { checkLogDestination } from './log-destination.js';
import { checkLogMinMessages } from './log-min-messages.js';
import {
  checkAutovacuumWorkMem,
  checkCachePages,
  checkIoMaxConcurrency,
  checkMaxStackDepth,
  checkVacuumBufferUsageLimit,
  checkWalBuffers,
} from './numbers.js';
import {
  checkRecoveryTarget,
  checkRecoveryTargetLsn,
  checkRecoveryTargetName,
  checkRecoveryTargetTimeline,
  checkRecoveryTargetXid,
} from './recovery-target.js';
import { checkRecoveryTargetTime } from './recovery-target-time.js';
import { checkRole, checkSessionAuthorization } from './role.js';
import { checkPrimarySlotName, checkSynchronizedStandbySlots } from './slot-names.js';
import { checkStandbyNames } from './standby-names.js';
import { checkDefaultTableAccessMethod } from './table-access-method.js';
import { checkTimeZone } from './time-zone.js';
import { checkTimeZoneAbbreviations } from './time-zone-abbreviations.js';
import { checkTransactionFlag, checkTransactionIsolation } from './transaction.js';
import { checkWalConsistencyChecking } from './wal-consistency-checking.js';

/** The parameters that have a check of their own, by the server's spelling of their names. */
export const checks: Readonly<Record<string, Check | undefined>> = {
  application_name: checkAsciiName,
  autovacuum_work_mem: checkAutovacuumWorkMem,
  backtrace_functions: checkBacktraceFunctions,
  bonjour: checkBonjour,
  client_encoding: checkClientEncoding,
  cluster_name: checkAsciiName,
  commit_timestamp_buffers: checkCachePages,
  createrole_self_grant: checkCreateroleSelfGrant,
  DateStyle: checkDateStyle,
  debug_io_direct: checkDebugIoDirect,
  default_table_access_method: checkDefaultTableAccessMethod,
  default_with_oids: checkDefaultWithOids,
  external_pid_file: checkCanonicalPath,
  hba_file: checkCanonicalPath,
  hosts_file: checkCanonicalPath,
  ident_file: checkCanonicalPath,
  io_max_concurrency: checkIoMaxConcurrency,
  lc_messages: checkLocale,
  lc_monetary: checkLocale,
  lc_numeric: checkLocale,
  lc_time: checkLocale,
  log_connections: checkLogConnections,
  log_destination: checkLogDestination,
  log_directory: checkCanonicalPath,
  log_min_messages: checkLogMinMessages,
  log_timezone: checkTimeZone,
  max_stack_depth: checkMaxStackDepth,
  multixact_member_buffers: checkCachePages,
  multixact_offset_buffers: checkCachePages,
  notify_buffers: checkCachePages,
  output_plugin_libraries: checkOutputPluginLibraries,
  primary_slot_name: checkPrimarySlotName,
  recovery_target: checkRecoveryTarget,
  recovery_target_lsn: checkRecoveryTargetLsn,
  recovery_target_name: checkRecoveryTargetName,
  recovery_target_time: checkRecoveryTargetTime,
  recovery_target_timeline: checkRecoveryTargetTimeline,
  recovery_target_xid: checkRecoveryTargetXid,
  restrict_nonsystem_relation_kind: checkRestrictedRelationKinds,
  role: checkRole,
  search_path: checkIdentifierList,
  serializable_buffers: checkCachePages,
  session_authorization: checkSessionAuthorization,
  standard_conforming_strings: checkStandardConformingStrings,
  stats_temp_directory: checkCanonicalPath,
  subtransaction_buffers: checkCachePages,
  synchronized_standby_slots: checkSynchronizedStandbySlots,
  synchronous_standby_names: checkStandbyNames,
  temp_tablespaces: checkIdentifierList,
  TimeZone: checkTimeZone,
  timezone_abbreviations: checkTimeZoneAbbreviations,
  transaction_buffers: checkCachePages,
  transaction_deferrable: checkTransactionFlag,
  transaction_isolation: checkTransactionIsolation,
  transaction_read_only: checkTransactionFlag,
  vacuum_buffer_usage_limit: checkVacuumBufferUsageLimit,
  wal_buffers: checkWalBuffers,
  wal_consistency_checking: checkWalConsistencyChecking,
};
