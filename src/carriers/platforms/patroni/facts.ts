/** What Patroni makes of parameters, from its source at 4.1.4 (patroni/postgresql/config.py, patroni/config.py). */

/** A parameter that Patroni gives the server on its command line. */
export interface CommandLineParameter {
  /** In force where the cluster’s configuration sets nothing, or nothing that is valid. */
  value: string;
  /** The least that is valid, in the unit of the parameter; undefined where no number is asked for. */
  least?: number;
  /** Whether no configuration sets it. */
  isFixed?: true;
}

/**
 * ConfigHandler.CMDLINE_OPTIONS: local settings of them count for nothing. wal_level is written as servers from 9.6 on
 * call it (get_server_parameters), and wal_keep_size as those from 13 on.
 */
export const onCommandLine: Readonly<Record<string, CommandLineParameter>> = {
  listen_addresses: { value: '', isFixed: true },
  port: { value: '', isFixed: true },
  cluster_name: { value: '', isFixed: true },
  wal_level: { value: 'replica' },
  hot_standby: { value: 'on' },
  max_connections: { value: '100', least: 25 },
  max_wal_senders: { value: '10', least: 3 },
  wal_keep_segments: { value: '8', least: 1 },
  wal_keep_size: { value: '128MB', least: 16 },
  max_prepared_transactions: { value: '0', least: 0 },
  max_locks_per_transaction: { value: '64', least: 32 },
  track_commit_timestamp: { value: 'off' },
  max_replication_slots: { value: '10', least: 4 },
  max_worker_processes: { value: '8', least: 2 },
  wal_log_hints: { value: 'on' },
};

/** Given by Patroni itself where nothing is set; of wal_keep_segments and wal_keep_size, the major decides which. */
export const defaultSettings: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(onCommandLine)
    .filter(([name, { isFixed }]) => isFixed !== true && !name.startsWith('wal_keep_'))
    .map(([name, { value }]) => [name, value]),
);
