// Written by hand: what each parameter does and when to change it, a name, a tab and a text a line, sorted by name.
export default `allow_alter_system	Off makes ALTER SYSTEM fail, for set-ups where a tool owns the configuration files. It guards against mistakes, not against a determined superuser, who has other ways to write the files.
allow_in_place_tablespaces	Lets a tablespace live as a plain directory inside the data directory. A testing aid that confuses backup tools; keep it off in production.
allow_system_table_mods	Lets superusers alter system catalogs. One wrong step can ruin the database for good, so use it only in a test or when somebody who knows the internals tells you to.
application_name	How a session calls itself in the log and in pg_stat_activity. Clients set it; in a file it only names those that do not.
archive_cleanup_command	A shell command that a standby runs at each restartpoint, usually pg_archivecleanup to drop archived WAL that is no longer needed. Not where others still need that archive.
archive_command	The shell command that saves a finished WAL file; %p is its path, %f its name. It must succeed only when the copy is safe and must never overwrite a file; a tool such as pgBackRest or WAL-G does it right.
archive_library	A module that saves finished WAL files instead of a command. Only one of the two may be set.
archive_mode	Turns archiving of WAL on, the base of point-in-time recovery. Needs wal_level replica or logical and a restart; always archives on standbys too.
archive_timeout	Closes a WAL file after this time even when it is not full, so that a quiet server's last changes reach the archive. Each such file takes its full size; a minute or more is sensible.
array_nulls	Lets the bare word NULL inside an array literal mean a null element. Turn it off only for an application from before 8.2 that stores the text 'NULL' in arrays.
auth_delay.milliseconds	How long a failed login waits for its answer. Slows down password guessing; the waiting connections count against max_connections, so keep it short.
authentication_timeout	How long a client may take to log in before the server hangs up. Raise it for slow LDAP or RADIUS servers, lower it against clients that sit on open sockets.
auto_explain.log_analyze	Logs what really happened beside the estimates. It measures every statement, not only the slow ones, which can cost a good deal; log_timing off makes it cheaper.
auto_explain.log_buffers	Adds buffer use to the logged plans. Works with log_analyze only.
auto_explain.log_extension_options	Further EXPLAIN options, of extensions such as pg_overexplain, for the logged plans. The extension must be loaded as well.
auto_explain.log_format	The format of logged plans. json suits tools, text suits people.
auto_explain.log_io	Adds statistics of asynchronous I/O to the logged plans. Works with log_analyze only.
auto_explain.log_level	The level at which plans are logged.
auto_explain.log_min_duration	Logs the plan of each statement that took this long; 0 all, -1 none. The setting that turns the module on.
auto_explain.log_nested_statements	Logs plans of statements inside functions too.
auto_explain.log_parameter_max_length	How many bytes of each query parameter are logged with a plan; -1 all, 0 none.
auto_explain.log_settings	Adds the planner settings that differ from their defaults.
auto_explain.log_timing	Measures each plan node with log_analyze. Turn it off if reading the clock is slow; row counts stay.
auto_explain.log_triggers	Adds the time spent in triggers. Works with log_analyze only.
auto_explain.log_verbose	Logs plans in the form of EXPLAIN VERBOSE.
auto_explain.log_wal	Adds how much WAL the statement wrote. Works with log_analyze only.
auto_explain.sample_rate	The share of statements that the module looks at, from 0 to 1. Keeps log_analyze affordable.
autovacuum	Cleans up dead rows and refreshes statistics by itself. Never turn it off: tables bloat, plans go bad, and in the end the server must stop to prevent wraparound.
autovacuum_analyze_scale_factor	Which share of a table must have changed before autovacuum analyzes it. Lower it, per table at best, for very large ones.
autovacuum_analyze_score_weight	How much a table's need for ANALYZE counts when autovacuum decides what comes first.
autovacuum_analyze_threshold	How many rows must have changed, on top of the share, before autovacuum analyzes a table.
autovacuum_freeze_max_age	When a table has not been frozen for this many transactions, a vacuum is forced, even with autovacuum off. Raising it makes such runs rarer and longer; a change needs a restart.
autovacuum_freeze_score_weight	How much a table's age in transactions counts when autovacuum decides what comes first.
autovacuum_max_parallel_workers	How many parallel workers one autovacuum run may use on a table's indexes; 0 none.
autovacuum_max_workers	How many tables autovacuum works on at once. More workers share the same cost limit, so raise that too or nothing gets faster.
autovacuum_multixact_freeze_max_age	When a table's shared row locks get this old, a vacuum is forced, even with autovacuum off. A change needs a restart.
autovacuum_multixact_freeze_score_weight	How much the age of a table's shared row locks counts when autovacuum decides what comes first.
autovacuum_naptime	How often autovacuum looks into each database. Shorter for small tables that change all the time.
autovacuum_vacuum_cost_delay	How long an autovacuum worker sleeps when it has used up its cost limit. Shorter, or 0 for full speed, if vacuum cannot keep up.
autovacuum_vacuum_cost_limit	How much work autovacuum does between sleeps, shared by all workers; -1 takes vacuum_cost_limit. Raise it on fast storage: this is the main knob for vacuum that falls behind.
autovacuum_vacuum_insert_scale_factor	Which share of new rows makes autovacuum visit a table that only grows. Keeps index-only scans fast and spreads the freezing.
autovacuum_vacuum_insert_score_weight	How much a table's new rows count when autovacuum decides what comes first.
autovacuum_vacuum_insert_threshold	How many new rows, on top of the share, make autovacuum visit a table; -1 never for this reason.
autovacuum_vacuum_max_threshold	The most dead rows that a table may gather before autovacuum comes, however large it is; -1 no such bound. Saves you settings for huge tables.
autovacuum_vacuum_scale_factor	Which share of a table must be dead before autovacuum cleans it. 0.2 is late for large tables; lower it, per table at best.
autovacuum_vacuum_score_weight	How much a table's dead rows count when autovacuum decides what comes first.
autovacuum_vacuum_threshold	How many dead rows, on top of the share, make autovacuum clean a table.
autovacuum_work_mem	How much each autovacuum worker may take for its list of dead rows; -1 takes maintenance_work_mem. Set it when that is large, for it counts once per worker.
autovacuum_worker_slots	How many autovacuum workers the server leaves room for at start; autovacuum_max_workers can then change up to this without a restart.
backend_flush_after	After how much written data a session asks the system to flush it, against sudden I/O jams; 0 leaves it to the system.
backslash_quote	Decides whether \\' may stand for a quote inside a string. The default refuses it in the client encodings where it opens a hole for SQL injection; leave it alone.
backtrace_functions	Names of C functions of the server; an error raised in one of them is logged with a stack trace. For chasing a bug together with developers.
basebackup_to_shell.command	What runs for every file that a base backup sends to the shell target, with the data on its standard input; %f is the file name, %d the target's detail.
basebackup_to_shell.required_role	Only members of this role may send a base backup to the shell target. Set it, or anyone with replication rights may run the command.
basic_archive.archive_directory	The directory into which the example archive module copies WAL files. Fine for trying out; real archives need a real tool.
bgwriter_delay	How long the background writer sleeps between rounds. Shorter for heavy write loads.
bgwriter_flush_after	After how much written data the background writer asks the system to flush it, against I/O jams at checkpoints; 0 leaves it to the system.
bgwriter_lru_maxpages	How many pages the background writer may write a round; 0 stops it. Raise it when sessions must write pages themselves.
bgwriter_lru_multiplier	How many pages the background writer cleans ahead, as a multiple of recent demand. Higher for bursts.
block_size	The size of a data page in bytes, chosen when the server was compiled: 8192 nearly everywhere. Files cannot change it.
bonjour	Announces the server on the local network through Bonjour. Needs a build with Bonjour, in practice macOS.
bonjour_name	The name under which Bonjour announces the server; empty uses the computer's own.
bytea_output	How binary data is written out. Only very old drivers need escape.
check_function_bodies	Checks function bodies when they are created. pg_dump turns it off while restoring; otherwise leave it on.
checkpoint_completion_target	Over which share of the time between checkpoints the writing is spread. 0.9 evens out the load.
checkpoint_flush_after	After how much written data a checkpoint asks the system to flush it; 0 leaves it to the system.
checkpoint_timeout	How long at most between checkpoints. 15 to 30 minutes save WAL and writes; recovery after a crash takes longer.
checkpoint_warning	Logs a hint when checkpoints forced by WAL come closer together than this; 0 never. The hint means: raise max_wal_size.
client_connection_check_interval	How often a running query looks whether its client is still there, so that a query nobody waits for ends early. 0 never looks; 10 s or so helps where clients vanish during long queries.
client_encoding	Which encoding clients speak. They tell the server themselves; in a file it only reaches those that do not.
client_min_messages	How severe a message must be to be sent to the client. warning makes scripts quieter.
cluster_name	A name for this server that shows in process titles, and as the application name of a standby. Give every cluster of a machine its own.
commit_delay	How many microseconds a commit waits so that others can share its flush. Only for slow disks with many writers; measure first.
commit_siblings	How many other transactions must be open before commit_delay waits at all.
commit_timestamp_buffers	Memory for caching commit timestamps; 0 derives it from shared_buffers.
composite_type_mismatch	What happens when a stored row value no longer fits its composite type, because somebody altered the type meanwhile. warn and disabled only help with extensions that are not yet rebuilt; both let old values be read in the wrong layout, a security risk.
compute_query_id	Gives each query an identifier that is the same for all its constants. auto turns it on when something such as pg_stat_statements needs it.
config_file	Where the main configuration file is. It only means something on the command line; inside the file itself it has no effect.
constraint_exclusion	Lets the planner skip tables whose check constraints contradict the query: for old-style inheritance partitions by default. Declarative partitions do not need it.
cpu_index_tuple_cost	What the planner counts for handling one index entry, relative to a page read in sequence. Rarely worth changing.
cpu_operator_cost	What the planner counts for one operator or function call. Rarely worth changing.
cpu_tuple_cost	What the planner counts for handling one row. Rarely worth changing.
createrole_self_grant	What a role with CREATEROLE grants itself on roles that it makes: set, inherit, both or nothing.
credcheck.auth_delay_ms	How long a failed login waits for its answer, against guessing.
credcheck.auth_failure_cache_size	For how many users failed logins are counted.
credcheck.disallow_change_password	Takes away users' right to change their own password.
credcheck.encrypted_password_allowed	Takes passwords that arrive already hashed. Their quality cannot be checked, so off is stricter.
credcheck.history_max_size	How many old passwords are remembered in all.
credcheck.lastlog	Keeps a record of who logged in last and when.
credcheck.lastlog_flush_interval	How often the login record is written to disk; 0 only when the server stops.
credcheck.lastlog_max	How many logins the record holds.
credcheck.lastlog_query_size	How much of the last statement the login record keeps.
credcheck.lastlog_track_query	Puts each session's last statement into the login record.
credcheck.max_auth_failure	After how many failed logins in a row a user is locked out; 0 never. Anyone can lock out others this way.
credcheck.no_password_logging	Hides passwords in logged statements.
credcheck.password_change_first_login	Makes users choose a new password when they log in for the first time.
credcheck.password_contain	Characters of which a password must have at least one.
credcheck.password_contain_username	Refuses passwords with the user's name in them.
credcheck.password_ignore_case	Makes no difference between capital and small letters in these checks.
credcheck.password_min_digit	How many digits a password needs.
credcheck.password_min_length	How long a password must be.
credcheck.password_min_lower	How many small letters a password needs.
credcheck.password_min_repeat	How often the same character may follow itself in a password.
credcheck.password_min_special	How many characters other than letters and digits a password needs.
credcheck.password_min_upper	How many capitals a password needs.
credcheck.password_not_contain	Characters that a password must not have.
credcheck.password_reuse_history	How many other passwords must come before an old one may return.
credcheck.password_reuse_interval	How many days must pass before an old password may return.
credcheck.password_valid_max	For how many days at most a password may be valid; 0 no limit.
credcheck.password_valid_min	For how many days at least a new role's password must be valid; 0 no limit.
credcheck.password_valid_until	The number of days a password stays valid, demanded or filled in with VALID UNTIL; 0 does neither.
credcheck.password_valid_warning	How many days ahead users hear that their password runs out; 0 not at all.
credcheck.reset_superuser	Lets a superuser back in who was locked out. Turn it on, reload, log in, turn it off.
credcheck.superuser_nocheck	Spares superusers the checks.
credcheck.username_contain	Characters of which a user name must have at least one.
credcheck.username_contain_password	Refuses user names with the password in them.
credcheck.username_ignore_case	Makes no difference between capital and small letters when user names are checked.
credcheck.username_min_digit	How many digits a user name needs.
credcheck.username_min_length	How long a user name must be.
credcheck.username_min_lower	How many small letters a user name needs.
credcheck.username_min_repeat	How often the same character may follow itself in a user name.
credcheck.username_min_special	How many characters other than letters and digits a user name needs.
credcheck.username_min_upper	How many capitals a user name needs.
credcheck.username_not_contain	Characters that a user name must not have.
credcheck.whitelist	Users whose passwords go unchecked, with commas.
credcheck.whitelist_auth_failure	Users who are never locked out, with commas. Service accounts belong here.
credcheck_internal.force_change_password	The module's own mark that a user must change the password. Not for files.
cron.database_name	The one database in which pg_cron keeps its jobs; the extension can only be created there.
cron.enable_superuser_jobs	Allows jobs that run as superuser. Off closes a way up for whoever may change the job table.
cron.host	How pg_cron connects for its jobs: a host name, or a socket directory. Jobs need a pg_hba.conf record that lets them in without a prompt.
cron.launch_active_jobs	Off keeps all jobs from starting without changing them.
cron.log_min_messages	How severe a message of the job launcher must be to reach the log.
cron.log_run	Writes each run of a job into cron.job_run_details. That table grows: purge it with a job.
cron.log_statement	Logs each job's command before it runs.
cron.match_dom_and_dow	Makes a day match only if both the day of the month and the weekday fit, where cron takes either.
cron.max_running_jobs	How many jobs can run at once. Needs as many connections, or background workers, to be free.
cron.timezone	The time zone in which schedules are read.
cron.use_background_workers	Runs jobs in background workers instead of connections, which needs no pg_hba.conf record. Raise max_worker_processes accordingly.
cursor_tuple_fraction	Which share of its rows a cursor will be asked for, as far as the planner assumes. Smaller prefers plans that start fast.
data_checksums	Tells if pages on disk are protected by a checksum. initdb chooses it, pg_checksums changes it while the server is down; a file cannot.
data_directory	Where the cluster's tables and WAL live. Set it in postgresql.conf when configuration and data live apart, as Debian does it; tools must then be pointed to the configuration's place.
data_directory_mode	Shows the permissions that the data directory had at start, 0700 or 0750. A file cannot change it.
data_sync_retry	On goes on after a failed flush to disk and hopes that a retry tells the truth; off stops with a panic and recovers from WAL. Keep it off: on most systems the retry loses data silently.
DateStyle	How dates are written, and in which order day, month and year are read. ISO avoids misunderstandings; initdb takes the order from the locale.
db_user_namespace	Made user names count per database by adding @database to them. It never got past being a stopgap and is gone since 17.
deadlock_timeout	How long a session waits for a lock before it looks for a deadlock, and before log_lock_waits speaks. Raise it on a busy server where checks cost too much, lower it briefly to study lock waits.
debug_assertions	Shows whether the server was compiled with assertion checks, which cost a lot of speed. Released packages have none.
debug_copy_parse_plan_trees	Sends every parse and plan tree through the copy routines to test them. Only servers built for node tests have it, and it slows down everything.
debug_deadlocks	Dumps all current locks to the log when a deadlock timeout happens. Only in servers built with LOCK_DEBUG.
debug_discard_caches	Throws away the catalog caches at every chance, to find bugs in their handling. Makes the server slower by orders of magnitude; 0 in production.
debug_exec_backend	Shows whether the server starts its processes the Windows way, through a fresh program, on a system that could fork. A developer's build option.
debug_io_direct	Bypasses the operating system's cache for data, WAL or both. Experimental: without that cache today's servers read far slower.
debug_logical_replication_streaming	Immediate sends every change of a large transaction at once instead of buffering it. Made for tests of logical replication.
debug_parallel_query	Forces parallel plans even where they bring nothing, to test that functions are marked parallel-safe correctly. Never a way to make queries faster.
debug_pretty_print	Indents the trees that the debug_print settings log. They get readable and long.
debug_print_parse	Logs what the parser made of each query, as an internal tree. For people who work on the planner; it floods the log.
debug_print_plan	Logs every finished plan in its internal form. EXPLAIN or auto_explain is what you want in practice.
debug_print_raw_parse	Logs each query's tree straight from the parser, before names are looked up. For developers.
debug_print_rewritten	Logs each query after views and rules were worked in. For developers.
debug_raw_expression_coverage_test	Walks over every raw parse tree to test the walker. Only servers built for node tests have it.
debug_write_read_parse_plan_trees	Writes every tree out as text and reads it back, to test those routines. Only servers built for node tests have it.
default_statistics_target	How detailed ANALYZE's statistics are, for columns without a target of their own. Raise it for skewed data, or better only for the columns in question.
default_table_access_method	Which storage new tables use. heap is the only one that PostgreSQL brings.
default_tablespace	Where new tables and indexes go when none is named; empty for the database's own tablespace.
default_text_search_config	Which dictionary set text search uses when none is named. initdb picks the locale's language.
default_toast_compression	How large values are compressed in new rows. lz4 is faster than pglz at a similar size, if the build has it.
default_transaction_deferrable	Makes serializable read-only transactions wait for a moment in which they cannot fail. For long reports and backups at that level.
default_transaction_isolation	The isolation level of new transactions. Change it only together with applications that repeat transactions after serialization failures.
default_transaction_read_only	Starts transactions read-only. A guard against mistakes only: any user can switch it off.
default_with_oids	Once made new tables carry an OID column. Since 12 there are no such tables, so only off is accepted and the line can go.
dynamic_library_path	Where libraries without a directory in their name are looked for, with colons between. Add a folder only if you install extensions outside the usual place.
dynamic_shared_memory_type	How memory for parallel queries is obtained. posix is right on Linux; in containers make sure that /dev/shm is large enough.
effective_cache_size	How much memory the planner may assume for caching, the system's cache included. It reserves nothing; half to three quarters of the machine's memory makes index scans look as cheap as they are.
effective_io_concurrency	How many reads are asked for ahead of time. Raise it for SSDs and network storage that serve many requests at once; 18 uses it far more than earlier versions.
effective_wal_level	Shows how much the server really writes to WAL at the moment, which logical slots can raise above wal_level. A file cannot set it.
enable_async_append	Allows foreign partitions to be read at the same time. A switch for finding faults and testing plans, not for tuning.
enable_bitmapscan	Allows bitmap scans. Turn it off in a session to see what the planner would do otherwise, not in a file.
enable_distinct_reordering	Allows the columns of DISTINCT to be reordered to match an existing sort order. A switch for testing plans.
enable_eager_aggregate	Allows aggregation before a join where that shrinks the data. A switch for testing plans.
enable_gathermerge	Allows parallel plans that merge sorted results of workers. A switch for testing plans.
enable_group_by_reordering	Allows the columns of GROUP BY to be reordered to match an existing sort order. A switch for testing plans.
enable_groupagg	Lets the planner group and aggregate sorted rows. Off only to find out why a plan is as it is.
enable_hashagg	Allows grouping by hashing. Off prefers sorting; a switch for testing plans.
enable_hashjoin	Allows hash joins. Off in a session shows the next best plan; in a file it hurts everybody.
enable_incremental_sort	Allows sorts that build on an order already there. Some turn it off when the planner misjudges a LIMIT query.
enable_indexonlyscan	Allows scans that read only the index. A switch for testing plans.
enable_indexscan	Allows index scans. A switch for testing plans; off in a file ruins most applications.
enable_material	Allows intermediate results to be kept for rereading. A switch for testing plans.
enable_memoize	Allows nested loops to remember inner results for repeated keys. Some turn it off where estimates are far off.
enable_mergejoin	Allows merge joins. A switch for testing plans.
enable_nestloop	Discourages nested loops when off; they cannot be ruled out. A tempting cure for bad estimates that makes every small lookup slow.
enable_parallel_append	Allows workers to spread over the parts of an append. A switch for testing plans.
enable_parallel_hash	Allows workers to build one hash table together. A switch for testing plans.
enable_partition_pruning	Allows partitions that cannot match to be skipped, when planning and when running. Keep it on.
enable_partitionwise_aggregate	Lets each partition be aggregated on its own. Off by default because planning needs more time and memory; on helps reports over big partitioned tables.
enable_partitionwise_join	Lets matching partitions of two tables be joined pair by pair. Off by default because planning needs more time and memory; on helps reports over big partitioned tables.
enable_presorted_aggregate	Allows input to be sorted once for aggregates with ORDER BY or DISTINCT. A switch for testing plans.
enable_self_join_elimination	Allows joins of a table with itself to be dropped where they add nothing. A switch for testing plans.
enable_seqscan	Discourages sequential scans when off; they cannot be ruled out. For experiments in a session only; in a file it hides missing statistics or indexes.
enable_sort	Discourages explicit sorts when off. A switch for testing plans.
enable_tidscan	Allows rows to be fetched by their physical address (ctid). A switch for testing plans.
escape_string_warning	Warns when a plain string holds a backslash. Useful while porting very old code that relied on backslash escapes; switch it off once the warnings are only noise.
event_source	The name under which messages appear in the Windows event log.
event_triggers	Off stops all event triggers from firing. For superusers who must get past one that locks everybody out.
exit_on_error	Ends the session at any error instead of only the transaction. Hardly ever what an application wants.
extension_control_path	Where CREATE EXTENSION looks for extensions, with colons between. Add a folder for extensions outside the usual place, in read-only images for instance.
extension_destdir	Debian's own addition: a second root under which extension files are looked for. Used by package tests and container layouts; 18 has extension_control_path instead.
external_pid_file	One more file with the server's process id, for monitoring or service scripts. If it cannot be written the server only complains and starts.
extra_float_digits	How many digits floats are written with. From 12 on any positive number gives the shortest exact text, and lower ones round.
extwlist.custom_path	A folder with scripts that run before or after extensions are created or updated.
extwlist.extensions	Which extensions ordinary users may create as if they were superusers, with commas.
extwlist.restrict_to_database_owner	Gives that right to the owner of the database only.
file_copy_method	How files are copied when a database is created with the file_copy strategy or moved: clone shares blocks on file systems such as XFS, Btrfs and APFS and is nearly instant.
file_extend_method	How table files grow: by reserving space or by writing zeros. Switch to write_zeros where reserved space causes trouble, with compression of Btrfs for instance.
force_parallel_mode	Forced parallel plans even where they bring nothing, for tests. From 16 on it is called debug_parallel_query.
from_collapse_limit	Up to how many FROM items a subquery is merged into the query around it. More finds better plans and plans longer.
fsync	Makes sure that data really reaches the disk. Off is faster and ruins the whole cluster at the next power or system failure; only for data that you can throw away.
full_page_writes	Puts the whole page into WAL the first time that a checkpoint cycle touches it. Off saves WAL and leaves torn pages after a crash, unless the file system rules those out, as ZFS does.
geqo	Uses a genetic search for joins of many tables instead of trying every order. Off makes planning of such queries slow.
geqo_effort	How hard the genetic search tries, 1 to 10; it sets the defaults of pool size and generations.
geqo_generations	How many rounds the genetic search takes; 0 lets it choose.
geqo_pool_size	How many candidate plans the genetic search keeps; 0 lets it choose.
geqo_seed	The start of the genetic search's random choices. Another value finds other plans; the same one repeats them.
geqo_selection_bias	How strongly the genetic search prefers good candidates, 1.5 to 2.
geqo_threshold	From how many tables on the genetic search takes over. Raise it for better plans when long planning does not matter.
gin_fuzzy_search_limit	Caps how many rows a GIN index search returns, at random; 0 returns all. Only for searches that may be vague.
gin_pending_list_limit	How long a GIN index's list of unsorted entries may get before it is worked in. Larger makes writing faster and the occasional clean-up slower.
gss_accept_delegation	Takes over the Kerberos credentials that a client hands on, so that postgres_fdw or dblink can log in elsewhere in that client's name. Leave it off unless you need exactly this.
hash_mem_multiplier	How many times work_mem a hash table may use. Raise it before work_mem when hash joins and aggregates spill to disk.
hba_file	Where pg_hba.conf is. Set it when the file does not lie beside postgresql.conf's data.
hosts_file	Where pg_hosts.conf is, the file that gives each host name its certificate. It is only read when ssl_sni is on.
hot_standby	Lets a standby answer queries while it recovers. On a primary it changes nothing.
hot_standby_feedback	Tells the primary which rows the standby's queries still need, so that vacuum leaves them. Fewer cancelled queries on the standby against more bloat on the primary.
huge_page_size	Which size of huge pages to ask for, 0 for the system's default. Only if the system offers several.
huge_pages	Uses huge pages for shared memory, which saves page tables with large shared_buffers. try falls back silently, on refuses to start without; the kernel must have reserved enough.
huge_pages_status	Shows whether the running server got huge pages. A file cannot set it; huge_pages is what you set.
hypopg.enabled	Lets the planner see hypothetical indexes in EXPLAIN.
hypopg.use_real_oids	Gives hypothetical indexes OIDs from the ordinary range. Only when the reserved range does not suffice.
icu_validation_level	How loudly the server complains about an unknown ICU locale: error refuses it, disabled says nothing.
ident_file	Where pg_ident.conf is, the file with the user name maps.
idle_in_transaction_session_timeout	Ends sessions that sit idle inside a transaction for this long; 0 never. Forgotten transactions hold locks and block vacuum, so a limit of minutes is a good idea.
idle_replication_slot_timeout	Invalidates slots that nobody has used for this long, so that a forgotten one cannot fill the disk with WAL. 0 never does; a standby whose slot is gone may have to be built again.
idle_session_timeout	Ends sessions that sit idle outside a transaction for this long; 0 never. Poolers keep idle connections on purpose and get upset, so set it per role.
ignore_checksum_failure	Lets reads go on over pages whose checksum is wrong, with a warning. A last resort to save data from a damaged disk: it can spread the damage, so switch it back off afterwards.
ignore_invalid_pages	Lets recovery go on when WAL refers to pages that are missing or broken. May lose or corrupt data for good; only to rescue what is left when there is no backup.
ignore_system_indexes	Reads system tables without their indexes, which are still kept up to date. Use it to get into a database whose system indexes are damaged, then reindex.
in_hot_standby	Shows whether the server is a standby that serves reads right now. A file cannot set it; drivers use it to find the primary.
integer_datetimes	Always on: times are stored as integers. It is kept for drivers that ask.
IntervalStyle	How intervals are written: in PostgreSQL's own way, as SQL wants it, or as ISO 8601.
io_combine_limit	How large a single read or write of neighbouring pages may be. Larger suits storage with high latency.
io_max_combine_limit	The upper bound for io_combine_limit that a restart fixes, on behalf of all sessions.
io_max_concurrency	How many I/Os one process may have under way; -1 works it out from memory and connections. Rarely worth setting.
io_max_workers	The most I/O workers that may run when io_method is worker. Raise it on machines with many cores and fast storage.
io_method	How reads are done in the background: by worker processes, by the kernel's io_uring, or not at all (sync). io_uring needs a build and a kernel that have it, and many containers forbid it.
io_min_workers	How many I/O workers are always kept running when io_method is worker.
io_worker_idle_timeout	After how much idleness an I/O worker beyond the minimum ends.
io_worker_launch_interval	How long the server waits between starting one more I/O worker and the next.
io_workers	How many I/O workers run when io_method is worker. Raise it if they are busy all the time; 19 has a minimum and a maximum instead.
is_superuser	Shows whether the session's role is a superuser. A file cannot set it.
isn.weak	Accepts ISBNs and the like with wrong check digits, marking them as such. For importing old data.
jit	Compiles parts of costly queries to machine code. It helps long analytical queries and hurts many short ones, so 19 turned it off by default.
jit_above_cost	From which estimated cost on a query is compiled with JIT; -1 never. Raise it if short queries lose time to compiling.
jit_debugging_support	Registers compiled functions with GDB. For developers of the JIT compiler.
jit_dump_bitcode	Writes the LLVM code of compiled queries into the data directory. For developers; it fills the disk.
jit_expressions	Allows expressions to be compiled when JIT is on. A switch for finding faults.
jit_inline_above_cost	From which estimated cost on JIT also inlines functions, which takes longer to compile; -1 never.
jit_optimize_above_cost	From which estimated cost on JIT uses costly optimisations; -1 never. Below jit_above_cost it makes no sense.
jit_profiling_support	Writes what perf needs to name compiled functions, into ~/.debug/jit. The files pile up; on only while profiling.
jit_provider	The library that does JIT compiling. Leave it at llvmjit.
jit_tuple_deforming	Allows the unpacking of rows to be compiled when JIT is on. A switch for finding faults.
join_collapse_limit	Up to how many tables explicit JOINs may be reordered. 1 keeps them as written; higher finds better plans and plans longer.
krb_caseins_users	Compares Kerberos and SSPI user names without regard to letter case. Needed with Active Directory where names come in mixed case; otherwise keep it off.
krb_server_keyfile	The Kerberos keytab of the server. Set it when the keytab is not where your build or system expects it, and keep the file readable to the server's account only.
lc_collate	Showed the sort order that initdb had chosen. A file could never set it; from 16 on ask pg_database.
lc_ctype	Showed the character classes that initdb had chosen. A file could never set it; from 16 on ask pg_database.
lc_messages	The language of the server's messages. English (C or en_US) in the log makes tools and searches work.
lc_monetary	The locale for the money type and currency patterns.
lc_numeric	The locale for to_char's number patterns.
lc_time	The locale for names of days and months in to_char.
listen_addresses	The network addresses on which the server accepts TCP connections: a list with commas, * for all, empty for Unix sockets only. Name the interfaces that clients really use; pg_hba.conf then decides who gets in.
lo_compat_privileges	Switches off permission checks on large objects, as servers before 9.0 had none. It lets every role read and change every large object, so use it only during a migration.
local_preload_libraries	Libraries from the plugins folder that each session loads; unprivileged users may set it. Mostly for debugging.
lock_timeout	How long a statement waits for a single lock; 0 forever. Set it in migration scripts, so that ALTER TABLE does not queue up everybody else.
log_autoanalyze_min_duration	Logs each automatic ANALYZE that took this long; 0 logs all, -1 none. Before 19 log_autovacuum_min_duration covered both.
log_autovacuum_min_duration	Logs each run of autovacuum that took this long; 0 logs all, -1 none. A cheap and good source on bloat and on vacuum falling behind; some seconds or minutes is a fair start.
log_btree_build_stats	Logs resource use of B-tree index builds. Only in servers built with BTREE_BUILD_STATS.
log_checkpoints	Logs each checkpoint with what it wrote and how long it took. On since 15 by default and worth having everywhere.
log_connections	Logs connections as they come in and log in. Auditors ask for it; with many short connections it is better to pool than to do without. 18 lets you choose single stages.
log_destination	Where the log goes: stderr, csvlog, jsonlog (15 and up), syslog or, on Windows, eventlog; a list takes several. csvlog and jsonlog need logging_collector.
log_directory	Where the collector puts its files; a relative path starts at the data directory. A place outside keeps logs out of backups and lets others read them.
log_disconnections	Logs the end of each session with its length. Goes together with log_connections.
log_duration	Logs how long each statement took, without its text unless log_statement prints it. log_min_duration_statement usually says more with less.
log_error_verbosity	How much comes with each message: terse leaves out detail and hint, verbose adds the error code and the place in the source. default fits most.
log_executor_stats	Logs resource use of the executor for each query. A crude profiling aid; pg_stat_statements serves better.
log_file_mode	The file mode of log files, in octal with a leading 0. 0600 keeps them private; 0640 lets a log shipper's group read.
log_filename	The pattern of log file names, with the escapes of strftime. Names that repeat, by weekday say, go with log_truncate_on_rotation.
log_hostname	Looks up and logs the client's host name instead of only its address. Each connection then waits for DNS.
log_line_prefix	What stands in front of each log line. %m (time) and %p (process) are the minimum; add %u, %d, %a and %h to tell who did what, %c to follow a session.
log_lock_failures	Logs when a statement with NOWAIT did not get its lock. Helps to find out who stood in the way.
log_lock_waits	Logs when a session waits for a lock longer than deadlock_timeout. A cheap hint at blocking; on by default from 19.
log_min_duration_sample	Logs a share of the statements that took this long, as log_statement_sample_rate says. For busy servers where logging them all would be too much.
log_min_duration_statement	Logs each statement that took this long, with its text; 0 logs all, -1 none. The first tool for slow queries: start with a second or so.
log_min_error_statement	From which level on a message also logs the statement that caused it. error shows the text of every failed query.
log_min_messages	How severe a message must be to reach the log. warning is the usual choice; debug levels are for short hunts. 19 takes a level per kind of process too.
log_parameter_max_length	How many bytes of each bind parameter go into the log with a logged statement; -1 all, 0 none. Set 0 where parameters hold personal data.
log_parameter_max_length_on_error	How many bytes of each bind parameter go into the log with an error; 0 none. Handy for debugging, risky where parameters are secret.
log_parser_stats	Logs resource use of the parser for each query. A crude profiling aid.
log_planner_stats	Logs resource use of the planner for each query. A crude profiling aid.
log_recovery_conflict_waits	Logs when replay on a standby waits for a query longer than deadlock_timeout. Turn it on for standbys that lag or cancel queries.
log_replication_commands	Logs what replication clients ask for, base backups and slots included. Rare lines and a useful trail; turn it on.
log_rotation_age	After how much time a new log file begins; 0 never for this reason.
log_rotation_size	At what size a new log file begins; 0 never for this reason.
log_startup_progress_interval	How often a long start-up tells the log what it is doing. 0 says nothing.
log_statement	Logs every statement of a kind: ddl for changes of the schema, mod with writes too, all with reads. ddl is a good audit minimum; mod and all can hold passwords and cost much.
log_statement_max_length	Cuts the text of statements in the log to so many bytes. It keeps long statements, and part of what they hold, out of the log; -1 logs them whole.
log_statement_sample_rate	The share of statements over log_min_duration_sample that is logged, from 0 to 1.
log_statement_stats	Logs resource use of each whole statement. Cannot be on together with the three that log single stages.
log_temp_files	Logs each temporary file of this size or more when it is removed; 0 logs all, -1 none. Shows which queries outgrow work_mem.
log_timezone	The time zone of the log's times. UTC spares you the gaps and doubles of daylight saving.
log_transaction_sample_rate	The share of transactions of which every statement is logged, whatever its length. Even small rates cost on a busy server.
log_truncate_on_rotation	Empties a file of the same name when rotation by time comes round to it, instead of adding to it. Gives a log of, say, seven days that cleans itself up.
logging_collector	Starts a process that writes what goes to stderr into files of its own. Leave it off where systemd, Docker or syslog already takes the output.
logical_decoding_work_mem	How much memory one decoding connection uses before it spills or streams changes. Raise it when spill files show up in pg_stat_replication_slots.
maintenance_io_concurrency	The same as effective_io_concurrency for maintenance and recovery, where it also steers how far prefetching looks ahead.
maintenance_work_mem	Memory for VACUUM, CREATE INDEX and adding foreign keys. A few hundred megabytes up to 1 or 2 GB speed these up a lot, as few of them run at once.
max_active_replication_origins	How many sources a subscriber can follow at once. Raise it with the number of subscriptions; before 18 max_replication_slots set this too.
max_connections	How many clients can be connected at once. Each slot costs shared memory and each session its own, so a pooler in front usually beats a bigger number; a standby needs at least the primary's value.
max_files_per_process	How many files one process keeps open. Lower it if the system complains about too many open files.
max_function_args	How many arguments a function may have, fixed when the server was compiled.
max_identifier_length	How many bytes a name may have before it is cut off, fixed when the server was compiled: 63.
max_index_keys	How many columns an index may have, fixed when the server was compiled: 32.
max_locks_per_transaction	How big the shared lock table is, per possible session. Raise it when transactions touch thousands of tables or partitions and fail with "out of shared memory"; a standby needs at least the primary's value.
max_logical_replication_workers	How many workers logical replication may use on the subscriber, out of max_worker_processes. At least one a subscription, and more for first copies and parallel apply.
max_notify_queue_pages	How much room there is for notifications that some listener has not read yet. Raise it if NOTIFY fails because the queue is full, and look for the idle transaction that holds it up.
max_parallel_apply_workers_per_subscription	How many workers may apply one subscription's large streamed transactions side by side.
max_parallel_maintenance_workers	How many parallel workers one CREATE INDEX or VACUUM may use. More speeds up big index builds; all share one maintenance_work_mem.
max_parallel_workers	How many parallel workers may run at once in the whole server, out of max_worker_processes. About the number of cores.
max_parallel_workers_per_gather	How many workers one step of a query may use; 0 turns parallel queries off. Raise it for reports, keep it low for many short queries.
max_pred_locks_per_page	How many rows of one page a serializable transaction may lock before it locks the whole page.
max_pred_locks_per_relation	How many pages or rows of one table a serializable transaction may lock before it locks the table. A negative number is a fraction of max_pred_locks_per_transaction.
max_pred_locks_per_transaction	How big the table of serializable transactions' locks is, per possible session. Raise it when many serializable transactions read many tables.
max_prepared_transactions	How many two-phase transactions may be prepared at once; 0 turns them off. Leave it at 0 unless a transaction manager needs them: forgotten ones block vacuum.
max_repack_replication_slots	Slots set aside for REPACK with the concurrent option, beyond those for replication. Raise it to run more of them at once.
max_replication_slots	How many replication slots can exist. One each for standbys, subscribers and consumers of changes, and some to spare; a change needs a restart.
max_slot_wal_keep_size	How much WAL slots may hold back before they are given up; -1 any amount. A limit keeps a dead consumer from filling the disk, which would stop the whole server.
max_stack_depth	How deep the server's stack may get before a query fails in order. Must stay about a megabyte below the kernel's limit (ulimit -s), or a deep recursion crashes the server.
max_standby_archive_delay	How long replay from the archive waits for queries in its way before it cancels them; -1 forever. Raise it on a standby for long reports.
max_standby_streaming_delay	How long replay of streamed WAL waits for queries in its way before it cancels them; -1 forever. Raise it on a standby for long reports, keep it small on one that must take over.
max_sync_workers_per_subscription	How many tables of one subscription are copied at once at the beginning. More shortens the first copy and loads the publisher.
max_wal_senders	How many standbys, subscribers and backups can stream at once. Leave room for reconnects and base backups; a standby needs at least the primary's value.
max_wal_size	How much WAL may gather before a checkpoint is forced; a soft limit. Raise it, to several gigabytes or tens of them, until checkpoints come by time alone.
max_worker_processes	How many background workers there can be for everything: parallel queries, replication, extensions. Add up what you use; a standby needs at least the primary's value.
md5_password_warnings	Warns whoever stores a password as an MD5 hash, and in 19 whoever logs in with one, that this is on its way out. Better move the roles to SCRAM than switch the warning off.
min_dynamic_shared_memory	Memory for parallel queries that is set aside at start; 0 gets all of it when needed. With huge pages it can speed up parallel queries.
min_eager_agg_group_size	How large groups must be on average before the planner aggregates below a join. Lower it to try the step more often.
min_parallel_index_scan_size	How much of an index must be scanned before parallel workers come into question.
min_parallel_table_scan_size	How big a table must be before parallel workers come into question. Lower it to let smaller tables be scanned in parallel.
min_wal_size	Up to this amount old WAL files are renamed for reuse instead of removed. Raise it for bursts such as nightly loads.
multixact_member_buffers	Memory for caching which transactions share a row lock. Raise it if pg_stat_slru shows many reads for multixact_member.
multixact_offset_buffers	Memory for finding the members of shared row locks. Raise it if pg_stat_slru shows many reads for multixact_offset.
notify_buffers	Memory for caching notifications. Rarely worth changing.
num_os_semaphores	Shows how many semaphores the server needs from the operating system, useful for sizing kernel limits. A file cannot set it.
oauth_validator_libraries	The modules that check OAuth tokens, a list with commas. Records with the oauth method need at least one, and must name which if there are several.
old_snapshot_threshold	Allowed old rows to be removed although a long transaction could still want them, which then failed. Gone in 17.
operator_precedence_warning	Pointed out queries whose meaning changed with the new operator precedence of 9.5. It has no other effect and is gone since 14.
optimize_bounded_sort	Allows top-N sorts with a heap. Only in servers built with DEBUG_BOUNDED_SORT.
output_plugin_libraries	The plugins that logical decoding may load. Add the one of your change capture tool, wal2json for instance, or it will be refused.
parallel_leader_participation	Lets the leading process do part of the work itself. Off keeps it free to collect results when workers deliver fast.
parallel_setup_cost	What the planner counts for starting parallel workers. Lower it to get parallel plans earlier.
parallel_tuple_cost	What the planner counts for handing one row from a worker to the leader.
password_encryption	How a new password is hashed when a role gets one in clear text. Use scram-sha-256; stored passwords keep their old form until they are set again.
password_expiration_warning_threshold	Tells users at login that their password runs out within this time. 0 says nothing.
passwordcheck.min_password_length	The shortest password that the module accepts. It cannot look into passwords that arrive already hashed.
pg_background.default_queue_size	How much memory carries results from a background worker.
pg_background.max_workers	How many background workers one session may have.
pg_background.worker_timeout	How long a background worker may run; 0 without limit.
pg_failover_slots.drop_extra_slots	Removes slots on the standby that are not among those to be copied. Off if the standby has logical slots of its own.
pg_failover_slots.maintenance_db	The database for the connection to the primary when primary_conninfo is used.
pg_failover_slots.primary_dsn	How to reach the primary for copying slots; empty takes primary_conninfo.
pg_failover_slots.standby_slot_names	Standbys' slots that must have the data before logical subscribers get it.
pg_failover_slots.standby_slots_min_confirmed	How many of those slots must have the data; -1 all.
pg_failover_slots.synchronize_slot_names	Which slots are copied to the standby, by name or by pattern.
pg_failover_slots.version	Shows the module's version. A file cannot set it.
pg_failover_slots.worker_nap_time	How long between two rounds of copying slots.
pg_hint_plan.debug_print	Logs how hints were understood. Turn it on when a hint seems to be ignored.
pg_hint_plan.enable_hint	Obeys hints in comments.
pg_hint_plan.enable_hint_table	Looks for hints in the table hint_plan.hints, for queries that cannot be edited.
pg_hint_plan.message_level	The level at which debug_print logs.
pg_hint_plan.parse_messages	The level at which mistakes in hints are reported.
pg_partman_bgw.analyze	Analyzes a partitioned table whenever maintenance gives it a new partition.
pg_partman_bgw.dbname	The databases in which maintenance runs, with commas. Without it the worker does nothing.
pg_partman_bgw.interval	How many seconds between runs of the maintenance.
pg_partman_bgw.jobmon	Reports maintenance runs to pg_jobmon where that is present.
pg_partman_bgw.maintenance_wait	How many seconds maintenance pauses between two partitioned tables.
pg_partman_bgw.role	The role that runs the maintenance. It must be able to log in and own, or be granted, what it maintains.
pg_plan_advice.advice	Advice to the planner that holds for every query of the session. Meant for a test in one session; in a file it would bend every plan.
pg_plan_advice.always_explain_supplied_advice	Shows in EXPLAIN the advice that was supplied, and whether it could be followed, without being asked to.
pg_plan_advice.always_store_advice_details	Works out advice for every plan, also where nobody asks for it. Costs planning time; for tools that collect advice.
pg_plan_advice.feedback_warnings	Warns in the session when advice could not be followed. Noisy outside of tests.
pg_plan_advice.trace_mask	Prints how advice narrows what the planner may do. For those who develop the module.
pg_prewarm.autoprewarm	Remembers what was cached and loads it again after a restart.
pg_prewarm.autoprewarm_interval	How often the list of cached pages is saved; 0 only at shutdown.
pg_qualstats.enabled	Turns the collecting of predicates on or off.
pg_qualstats.max	How many different predicates and statements are kept.
pg_qualstats.min_err_estimate_num	Keeps only predicates whose row estimate was off by this many rows.
pg_qualstats.min_err_estimate_ratio	Keeps only predicates whose row estimate was off by this factor.
pg_qualstats.resolve_oids	Keeps names beside the numbers of tables and columns, at a high price in memory.
pg_qualstats.sample_rate	Which share of queries is looked at; -1 derives it from max_connections.
pg_qualstats.track_constants	Tells predicates apart by their constants. Off saves much memory.
pg_qualstats.track_pg_catalog	Looks at predicates on system tables too.
pg_show_plans.is_enabled	Shows plans of running queries from the start.
pg_show_plans.max_plan_length	How long a shown plan may be. The memory is taken for every possible connection.
pg_show_plans.plan_format	The format in which plans are shown.
pg_stash_advice.persist	Keeps stashed advice over a restart, in a file of the data directory.
pg_stash_advice.persist_interval	How often changed advice is written to disk; 0 writes it at shutdown only, and a crash then loses what is new.
pg_stash_advice.stash_name	The stash of advice that queries of the session are looked up in. Empty turns the look-up off.
pg_stat_kcache.linux_hz	The kernel's clock rate, for exact CPU times; -1 finds it out.
pg_stat_kcache.track	Which statements count: those that clients send, nested ones too, or none.
pg_stat_kcache.track_planning	Measures planning as well.
pg_stat_log.compute_query_id	Counts messages for each kind of query separately.
pg_stat_log.enabled	Turns the counting of messages on or off.
pg_stat_log.max_entries	How many different kinds of messages are counted.
pg_stat_log.min_error_level	From which level on messages are counted.
pg_stat_statements.max	How many different statements are kept. Raise it if pg_stat_statements_info counts many deallocations; a change needs a restart.
pg_stat_statements.save	Keeps the collected numbers over a restart.
pg_stat_statements.track	Which statements count: those that clients send (top), those inside functions too (all), or none.
pg_stat_statements.track_planning	Measures planning as well. Can cost throughput when many sessions run the same few statements.
pg_stat_statements.track_utility	Counts commands other than queries and changes of data too.
pg_trgm.similarity_threshold	How alike two texts must be for the % operator, from 0 to 1.
pg_trgm.strict_word_similarity_threshold	How alike a text and whole words of another must be for the <<% operator, from 0 to 1.
pg_trgm.word_similarity_threshold	How alike a text and part of another must be for the <% operator, from 0 to 1.
pg_wait_sampling.history_period	How many milliseconds between samples for the history.
pg_wait_sampling.history_size	How many samples the history holds.
pg_wait_sampling.profile_period	How many milliseconds between samples for the profile.
pg_wait_sampling.profile_pid	Keeps the profile per process. Off saves memory where connections come and go.
pg_wait_sampling.profile_queries	Keeps the profile per query: none, those that clients send, or nested ones too.
pg_wait_sampling.sample_cpu	Counts sessions that work without waiting too.
pgaudit.log	Which kinds of statements are audited for everybody: read, write, function, role, ddl, misc, all, with a minus to leave one out. ddl, role and write are a common minimum.
pgaudit.log_autoclose_minutes	After how many idle minutes a session closes its audit file; 0 never.
pgaudit.log_catalog	Audits statements that touch only system catalogs too. Off spares the log the queries of psql and GUI tools.
pgaudit.log_client	Sends audit lines to the client as well. Keep it off, for users need not see what is recorded.
pgaudit.log_compression	How audit files are compressed.
pgaudit.log_compression_level	How hard audit files are compressed; 0 takes the method's default.
pgaudit.log_connections	Moves the connection messages of log_connections into the audit file.
pgaudit.log_directory	Where the audit files go; a relative path starts at the data directory.
pgaudit.log_disconnections	Moves the messages of log_disconnections into the audit file.
pgaudit.log_execution_memory	Adds each statement's memory use to the audit file.
pgaudit.log_execution_time	Adds each statement's run time to the audit file.
pgaudit.log_file_mode	The file mode of audit files, in octal with a leading 0.
pgaudit.log_filename	The pattern of audit file names, with strftime escapes down to minutes.
pgaudit.log_format	Whether audit files are CSV or JSON.
pgaudit.log_level	The level of audit lines. Leave it at log so that log_min_messages cannot hide them.
pgaudit.log_parameter	Adds bind parameters to audit lines. Auditors like it; mind personal data in the log.
pgaudit.log_parameter_max_size	Leaves out parameters longer than this many bytes; 0 leaves out none.
pgaudit.log_relation	Writes one audit line for each table of a statement instead of one for all.
pgaudit.log_rotation_age	After how much time a new audit file begins.
pgaudit.log_rows	Adds how many rows a statement returned or changed.
pgaudit.log_statement	Adds the statement's text to audit lines.
pgaudit.log_statement_once	Adds text and parameters only to the first of a statement's audit lines. Smaller logs that are harder to search.
pgaudit.role	The role whose grants decide what object auditing records: what it may do to a table is logged when others do it.
pgautofailover.enable_sync_wal_log_threshold	How close a standby must be, in bytes of WAL, before commits wait for it.
pgautofailover.health_check_max_retries	How many further failed checks declare a node dead.
pgautofailover.health_check_period	How often the monitor checks each node.
pgautofailover.health_check_retry_delay	How long the monitor waits before it checks a silent node again.
pgautofailover.health_check_timeout	How long one check may take to connect.
pgautofailover.node_considered_unhealthy_timeout	After how much silence a node counts as unhealthy.
pgautofailover.primary_demote_timeout	How long an old primary gets to finish before the standby takes over.
pgautofailover.promote_wal_log_threshold	How close a standby must be, in bytes of WAL, to be promoted.
pgautofailover.startup_grace_period	How long after its own start the monitor orders no failover.
pgcrypto.builtin_crypto_enabled	Allows the module's own old ciphers, crypt() and gen_salt() with them. Off, or fips, for systems under FIPS rules.
pglogical.batch_inserts	Applies inserts in batches where nothing stands against it.
pglogical.conflict_log_level	The level at which resolved conflicts are logged.
pglogical.conflict_resolution	What happens when a change collides with local data: stop, take the remote row, keep the local one, or let the earliest or latest win. The last two need track_commit_timestamp.
pglogical.extra_connection_options	Options added to all connections to other nodes, keepalives for instance.
pglogical.subscription_owner	The account in whose name subscriptions run and changes are applied.
pglogical.synchronous_commit	Whether applied changes wait for the disk. Off is faster, and safe because lost changes are sent again.
pglogical.temp_directory	Where schema dumps for the first copy are put.
pglogical.use_spi	Applies changes as SQL statements instead of directly. Slower; for triggers or rewriting that need it.
pgnodemx.cgroup_enabled	Reads limits and use of memory and processors from the control groups.
pgnodemx.cgrouproot	Where the control groups are mounted.
pgnodemx.containerized	Says that the server runs in a container, where control groups look different.
pgnodemx.databases_with_subtrees	Databases whose sessions get control groups of their own.
pgnodemx.default_subtree	The control group of sessions without one of their own.
pgnodemx.default_subtree_views_parent_path	Shows sessions of the default group the numbers of the group above.
pgnodemx.delegated_controllers	Which controllers are handed down to the sessions' control groups.
pgnodemx.kdapi_enabled	Reads what Kubernetes tells about the pod.
pgnodemx.kdapi_path	Where Kubernetes puts its files about the pod.
pgnodemx.roles_with_subtrees	Roles whose sessions get control groups of their own.
pgnodemx.subtree_enabled	Manages control groups for sessions.
pgsentinel.db_name	The database to which the sampling worker connects.
pgsentinel_ash.max_entries	How many samples of active sessions are kept.
pgsentinel_ash.sampling_period	How many seconds between two samples.
pgsentinel_ash.track_idle_trans	Samples sessions that idle inside a transaction too.
pgsentinel_pgssh.enable	Keeps a history of pg_stat_statements as well.
pgsentinel_pgssh.max_entries	How many rows of that history are kept.
plan_cache_mode	Whether prepared statements use one plan for all parameters or one for each call. auto decides after five calls; force_custom_plan helps where values differ widely.
plperl.on_init	Perl code that runs when an interpreter starts, in shared_preload_libraries before any session.
plperl.on_plperl_init	Perl code that runs when a session first uses trusted PL/Perl.
plperl.on_plperlu_init	Perl code that runs when a session first uses untrusted PL/Perl.
plperl.use_strict	Compiles PL/Perl functions under "use strict".
plpgsql.check_asserts	Lets ASSERT in PL/pgSQL check its condition. Off saves the time and hides the mistakes.
plpgsql.extra_errors	Which additional checks of PL/pgSQL refuse a function: all or a list. Good in development.
plpgsql.extra_warnings	Which additional checks of PL/pgSQL warn: all or a list. Good in development.
plpgsql.print_strict_params	Names the parameters in the error when a STRICT query finds no row or several.
plpgsql.variable_conflict	What an ambiguous name in PL/pgSQL means: an error, the variable, or the column. error is the safe choice.
plpgsql_check.compatibility_warnings	Warns about code that works differently in other versions.
plpgsql_check.constants_tracing	Follows the content of constant variables to check dynamic SQL.
plpgsql_check.cursors_leaks	Reports cursors that a function leaves open.
plpgsql_check.cursors_leaks_errlevel	How loudly open cursors are reported.
plpgsql_check.enable_tracer	Allows tracing at all. Tracing can show what functions hide, so superusers decide.
plpgsql_check.fatal_errors	Stops a function at the first mistake that a passive check finds.
plpgsql_check.max_stats_size	How much memory profiles may take.
plpgsql_check.mode	When functions are checked by themselves: at each start, at the first, only when asked to, or never.
plpgsql_check.profiler	Measures PL/pgSQL functions line by line. For a session, not for good.
plpgsql_check.profiler_show_dynquery_query_id	Shows the query identifiers of dynamic SQL in profiles.
plpgsql_check.regress_test_mode	Leaves out of messages what changes from run to run. For the module's own tests.
plpgsql_check.show_nonperformance_extra_warnings	Shows further warnings, such as unused parameters.
plpgsql_check.show_nonperformance_warnings	Shows ordinary warnings in passive checks.
plpgsql_check.show_performance_warnings	Shows warnings about slow code, casts that keep an index from being used for instance.
plpgsql_check.strict_cursors_leaks	Looks for open cursors at the end of each function instead of the transaction.
plpgsql_check.trace_assert	Traces ASSERT.
plpgsql_check.trace_assert_verbosity	How much the trace of ASSERT shows.
plpgsql_check.tracer	Traces the running of functions. For a session, not for good.
plpgsql_check.tracer_errlevel	The level at which the trace is written.
plpgsql_check.tracer_show_nsubxids	Adds to the trace how many subtransactions there are.
plpgsql_check.tracer_test_mode	Leaves out of the trace what changes from run to run. For the module's own tests.
plpgsql_check.tracer_variable_max_length	How much of a variable's content the trace shows.
plpgsql_check.tracer_verbosity	How much the trace shows.
plpgsql_check.use_lxcache	Gathers profiles in the session and shares them when the transaction ends.
plpgsql_check.use_shared_stats_when_it_possible	Keeps profiles in shared memory for all sessions if the module is preloaded.
plprofiler.max_callgraphs	How many call paths fit into shared memory.
plprofiler.max_functions	How many functions fit into shared memory.
plprofiler.max_lines	How many source lines fit into shared memory.
pltcl.start_proc	A PL/Tcl function that runs when a session first uses PL/Tcl.
pltclu.start_proc	A PL/TclU function that runs when a session first uses PL/TclU.
port	The TCP port, also part of the Unix socket's file name. Change it when several clusters share a machine; moving it does not protect.
post_auth_delay	Pauses each new server process after login so that a debugger can be attached. 0 in production, or every connection waits.
postgres_fdw.application_name	How connections of postgres_fdw call themselves on the remote server. With escapes such as %d and %p you can find out there who asked.
powa.coalesce	How many samples PoWA packs into one row.
powa.database	The database in which PoWA keeps its history.
powa.debug	Logs more about what PoWA does.
powa.frequency	How often PoWA takes a snapshot; -1 never.
powa.ignored_users	Users whose activity PoWA leaves out, with commas.
powa.retention	How long PoWA keeps its history.
pre_auth_delay	Pauses each new server process before login so that a debugger can be attached. 0 in production: it also makes it easier to block the server with half-open connections.
primary_conninfo	How the standby reaches its primary, as a libpq connection string. Use a replication role with TLS, and keep the password in a passfile rather than here.
primary_slot_name	The slot on the primary that keeps WAL for this standby. It must exist there, and each standby needs its own.
promote_trigger_file	A file whose appearance promoted the standby. Gone in 16; use pg_ctl promote or pg_promote().
quote_all_identifiers	Makes the server put double quotes around every name in the SQL that it generates, in pg_dump's output for instance. Handy when the dump goes to a version with more reserved words.
random_page_cost	What the planner counts for a page read out of order, compared with seq_page_cost. 4 suits spinning disks; 1.1 is common for SSDs and makes index scans more likely.
recovery_end_command	A shell command that runs once when recovery ends, to clean up or to move an address.
recovery_init_sync_method	How files are flushed before crash recovery: one by one, or with one syncfs per file system, which is much faster with many files but also flushes others' data. Linux only.
recovery_min_apply_delay	Lets a standby replay commits only after this time. A delayed standby is a way back from a mistake such as a dropped table; do not combine it with remote_apply.
recovery_prefetch	Reads pages ahead that recovery will need. Speeds up replay on standbys and after a crash; try uses it where the system can.
recovery_target	Ends recovery as soon as the data is consistent; immediate is the only value. Only one kind of recovery target may be set.
recovery_target_action	What happens when the target is reached: wait for your inspection (pause), become a primary (promote), or stop (shutdown).
recovery_target_inclusive	Whether the target's own transaction is still replayed. Off stops just before it: for going back to right before a mistake.
recovery_target_lsn	Ends recovery at this position in the WAL. Only one kind of recovery target may be set.
recovery_target_name	Ends recovery at a point that pg_create_restore_point() marked. Only one kind of recovery target may be set.
recovery_target_time	Ends recovery at this time; write the time zone with it. Only one kind of recovery target may be set.
recovery_target_timeline	Which history recovery follows after earlier promotions: latest, current or a number. latest is what standbys need.
recovery_target_xid	Ends recovery at this transaction, counted by when transactions committed. Only one kind of recovery target may be set.
recursive_worktable_factor	How large the planner expects the working table of a recursive query to be, as a multiple of the first step.
remove_temp_files_after_crash	Deletes the temporary files that crashed processes left behind. Off keeps them for an investigation, at the price of disk space after every crash.
replacement_sort_tuples	Once limited a way of sorting that helped with nearly sorted input. Gone in 11.
reserved_connections	Slots kept back for roles that hold pg_use_reserved_connections, so that monitoring gets in when ordinary clients have used up the rest.
restart_after_crash	Restarts the server's processes by itself after one of them crashed. Turn it off when a cluster manager should decide what happens next.
restore_command	The shell command that fetches a WAL file from the archive; %f is its name, %p where to put it. It must fail, without fuss, for files that are not there.
restrict_nonsystem_relation_kind	Forbids the use of views or foreign tables that are not the system's own. pg_dump uses it against hostile objects.
role	The role that a session acts as, what SET ROLE changes. A server takes it from a file, but it does not belong there; use ALTER ROLE … SET role.
row_security	Off makes a query fail where a row security policy would have filtered it, instead of quietly returning fewer rows. Meant for backups; it does not bypass policies.
scram_iterations	How many hash rounds go into a new SCRAM password. More makes a stolen hash harder to crack and each login slower; 4096 suits most.
search_path	Where names without a schema are looked up. Keep schemas in which others may create objects out of it.
seed	The start of random() for a session, what setseed() sets. Nothing for a file.
segment_size	The size at which table files are split, fixed when the server was compiled: 1 GB.
send_abort_for_crash	After one process crashes, stops the others in a way that makes each write a core dump. For developers; make sure there is room for the dumps.
send_abort_for_kill	Lets processes that ignore an orderly stop die with a core dump instead of silently. For developers hunting hangs.
sepgsql.debug_audit	Logs every SELinux decision, the granted ones too. For writing policies.
sepgsql.permissive	Logs SELinux violations instead of refusing them. For writing policies.
seq_page_cost	What the planner counts for a page read in order: the yardstick for all other costs. Leave it at 1 and change the others.
serializable_buffers	Memory for caching old serializable transactions. Rarely worth changing.
server_encoding	Shows the database's encoding, chosen when it was created. A file cannot set it.
server_version	The server's version as text. A file cannot set it.
server_version_num	The server's version as one number that compares well, such as 170004. A file cannot set it.
session_authorization	The user that a session counts as. Only SET SESSION AUTHORIZATION changes it; in a file the server does not accept it.
session_preload_libraries	Libraries that each session loads at its start. For auto_explain and the like, per role or database, without a restart.
session_replication_role	replica skips ordinary triggers and foreign keys, as replication tools need it. In a file it would quietly drop integrity for everybody.
set_user.block_alter_system	Refuses ALTER SYSTEM to whoever switched role with set_user.
set_user.block_copy_program	Refuses COPY … PROGRAM to whoever switched role with set_user.
set_user.block_log_statement	Keeps whoever switched role with set_user from changing log_statement.
set_user.exit_on_error	Ends the session if switching the session user fails halfway.
set_user.nosuperuser_target_allowlist	Which roles may be switched to with set_user, apart from superusers; * any.
set_user.superuser_allowlist	Who may become superuser with set_user_u; * anyone with the right to call it. Name the people.
set_user.superuser_audit_tag	The word that marks log lines of superusers by set_user.
shared_buffers	Memory for PostgreSQL's own page cache. About a quarter of the machine's memory is the usual start; it takes a restart and counts from the very beginning.
shared_memory_size	Shows how much shared memory the server takes in all. Read it with postgres -C before a start, to plan memory; a file cannot set it.
shared_memory_size_in_huge_pages	Shows how many huge pages the shared memory needs, the number for vm.nr_hugepages. A file cannot set it.
shared_memory_type	How the main shared memory is obtained. mmap is right nearly everywhere.
shared_preload_libraries	Libraries loaded once at server start, which extensions such as pg_stat_statements, pgaudit and timescaledb need. A name that cannot be found stops the start; a change needs a restart.
squeeze.max_xlock_time	How long pg_squeeze may lock a table exclusively at the end; 0 without limit. Past it the attempt is given up and tried again.
squeeze.worker_autostart	The databases in which pg_squeeze starts its workers by itself.
squeeze.worker_role	The role as which pg_squeeze's workers connect.
squeeze.workers_per_database	How many tables of one database pg_squeeze may work on at once.
ssl	Offers TLS to clients. Needs a certificate and a key; it forces nobody, so use hostssl records in pg_hba.conf to refuse connections in clear.
ssl_ca_file	The certificates of the authorities that may sign client certificates. Needed for the cert method and for clientcert; empty checks no client certificates.
ssl_cert_file	The server's certificate, with intermediate ones after it in the same file. A relative path starts at the data directory.
ssl_ciphers	The cipher suites allowed for TLS up to 1.2, as an OpenSSL cipher list. Narrow it to follow a policy, and try it out: a list that OpenSSL cannot read stops the server from starting.
ssl_crl_dir	A directory of revocation lists, one file each, named by hash as openssl rehash does it. Unlike the single file it is consulted at connection time, so new lists need no reload.
ssl_crl_file	A file of revoked client certificates. It is read at start and reload, so refresh it with a reload.
ssl_dh_params_file	Your own Diffie-Hellman parameters, for ciphers that use finite-field DH. With elliptic curves, today's normal case, it plays no part.
ssl_ecdh_curve	The elliptic curve for the TLS key exchange. 18 calls it ssl_groups and takes a list.
ssl_groups	The key exchange groups, curves above all, that the server offers for TLS, best first, with colons between. Change it to follow a crypto policy or to add post-quantum groups that your OpenSSL has.
ssl_key_file	The private key of the server's certificate. The server refuses a key that others can read: mode 0600, or 0640 when root owns it.
ssl_library	Names the TLS library that the server was built with, empty for none. A file cannot set it.
ssl_max_protocol_version	The newest TLS version that clients may use; empty means no limit. Only worth setting to test something or to work around a broken client.
ssl_min_protocol_version	The oldest TLS version that clients may use. TLSv1.2 is a sound floor; go to TLSv1.3 when every client can.
ssl_passphrase_command	A shell command that prints the passphrase of the private key, so that an encrypted key does not stop an unattended start. %p in it stands for the prompt.
ssl_passphrase_command_supports_reload	Runs the passphrase command on a reload too. Turn it on only if that command needs nobody at a keyboard; otherwise a reload keeps the old key.
ssl_prefer_server_ciphers	Lets the server's order of ciphers win over the client's. On is right unless an old client forces you otherwise.
ssl_renegotiation_limit	A leftover: TLS renegotiation is gone since 9.5, and 0 is the only value that loads. Delete the line.
ssl_sni	Lets the server choose certificate and key by the host name that a client asks for, out of pg_hosts.conf. Turn it on when one server answers under several names.
ssl_tls13_ciphers	The cipher suites for TLS 1.3, with colons between; empty leaves the choice to OpenSSL. Older TLS versions follow ssl_ciphers instead.
standard_conforming_strings	Treats a backslash in an ordinary string as a plain character, as the SQL standard wants. Off brings back backslash escapes and with them injection risks; 19 takes only on.
statement_timeout	Cancels statements that run this long; 0 never. Better per role than in the file, where it also hits dumps and maintenance.
stats_fetch_consistency	Whether statistics read several times in a transaction stay the same: not at all, for each object, or as one snapshot. snapshot costs memory.
stats_temp_directory	Where statistics files were kept while running, often on a RAM disk. Gone in 15, which keeps them in shared memory.
subtransaction_buffers	Memory for caching which subtransaction belongs to which; 0 derives it from shared_buffers. Raise it if savepoints are heavily used and pg_stat_slru shows many reads.
summarize_wal	Keeps summaries of which blocks WAL changed. Incremental base backups need it; wal_level minimal rules it out.
superuser_reserved_connections	Slots that only superusers may take, so that you can log in and repair a server that ran out of connections. Keep at least the default of 3.
sync_replication_slots	Lets a standby copy the primary's failover slots by itself, so that subscribers can go on after a promotion. Needs hot_standby_feedback, a slot of its own and a database name in primary_conninfo.
synchronize_seqscans	Lets several sequential scans of one big table share their reading by joining in the middle. Turn it off where an application counts on rows coming in the same order without ORDER BY.
synchronized_standby_slots	Physical slots whose standbys must have the data before logical subscribers get it, so that a failover loses nothing that a subscriber already saw. Name the failover candidates' slots on the primary.
synchronous_commit	How far a commit must have got before the client hears of it: flushed here, received or applied on a standby. off risks the last moments' commits but never consistency, and can be set per transaction.
synchronous_standby_names	Which standbys a commit waits for: a list, FIRST n (…) or ANY n (…). Without enough of them connected commits hang, so name one more than you require.
syslog_facility	The facility under which messages go to syslog. Pick a local one that your syslog sends to a file of its own.
syslog_ident	The program name on syslog lines. Give each cluster its own when several log to one syslog.
syslog_sequence_numbers	Numbers the syslog lines, so that syslog does not swallow repeated ones. Off only if your syslog keeps repeats.
syslog_split_messages	Sends long messages to syslog in pieces by line and length. Turn it off if your syslog takes long messages whole.
tcp_keepalives_count	How many keepalive probes may stay unanswered before a connection counts as lost; 0 leaves it to the system.
tcp_keepalives_idle	After how much silence keepalive probes begin; 0 leaves it to the system, often two hours. Lower it where firewalls drop quiet connections.
tcp_keepalives_interval	How long after an unanswered keepalive probe the next one goes out; 0 leaves it to the system.
tcp_user_timeout	How long sent data may stay unacknowledged before the connection is cut; 0 leaves it to the system. Finds dead clients in the middle of a transfer, where keepalives do not help.
temp_buffers	Memory in which one session keeps its temporary tables. It can only change before the session's first temporary table.
temp_file_limit	How much temporary disk space one process may use; -1 any amount. A limit stops a runaway query before the disk is full.
temp_tablespaces	Where temporary tables and files go, a list with commas. A fast disk of their own keeps big sorts from filling the data disk.
timescaledb.bgw_launcher_poll_time	How often TimescaleDB's launcher looks for new databases and versions, in milliseconds.
timescaledb.bgw_scheduler_restart_time	How long TimescaleDB waits before it restarts a job scheduler that failed.
timescaledb.disable_load	Keeps TimescaleDB out of a database although its library is preloaded.
timescaledb.max_background_workers	How many background workers TimescaleDB may use for its jobs, out of max_worker_processes. At least the number of databases plus concurrent jobs.
timescaledb_lake.disable_load	Keeps the lake part of TimescaleDB's library out of a database.
timescaledb_osm.disable_load	Keeps the object store part of TimescaleDB's library out of a database.
TimeZone	The time zone in which sessions read and write times. UTC on servers, or a region such as Europe/Paris; plain abbreviations do not know daylight saving.
timezone_abbreviations	Which set of short time zone names is understood in input: Default, Australia, India or a file of your own.
timing_clock_source	Which clock measures times for EXPLAIN ANALYZE and track_io_timing: the processor's counter (tsc) is cheapest where it can be trusted. auto decides that itself.
trace_connection_negotiation	Logs how clients ask for TLS or GSS encryption before they log in. Helps when a driver cannot agree with the server about encryption.
trace_lock_oidmin	Leaves tables below this OID, system tables that is, out of lock traces. Only in servers built with LOCK_DEBUG.
trace_lock_table	Traces locks on the table with this OID whatever else is set. Only in servers built with LOCK_DEBUG.
trace_locks	Logs each step of taking and releasing locks. Only in servers built with LOCK_DEBUG.
trace_lwlocks	Logs the use of the server's internal light-weight locks. Only in servers built with LOCK_DEBUG.
trace_notify	Logs what LISTEN and NOTIFY do inside, at a debug level that client_min_messages or log_min_messages must let through.
trace_recovery_messages	Chose a more talkative log level for recovery alone. Gone since 17; log_min_messages does the same for everything.
trace_sort	Logs memory, disk and time of every sort. Useful for a while when you tune sorts or index builds.
trace_syncscan	Logs how concurrent scans find a common start. Only in servers built with TRACE_SYNCSCAN.
trace_userlocks	Logs the use of advisory locks. Only in servers built with LOCK_DEBUG.
track_activities	Shows in pg_stat_activity what each session is doing. Keep it on.
track_activity_query_size	How many bytes of a query pg_stat_activity shows. Raise it to 4 kB or more for generated SQL; it takes a restart.
track_commit_timestamp	Remembers when each transaction committed. Needed by conflict handling of logical replication; costs a little with every commit.
track_cost_delay_timing	Measures how long vacuum sleeps for its cost limits. Good for tuning vacuum; costs a clock reading for each sleep.
track_counts	Counts accesses to tables and indexes. Autovacuum is blind without it, so never turn it off.
track_functions	Counts calls of functions: pl for procedural ones, all for SQL and C too.
track_io_timing	Measures how long reads and writes take, for EXPLAIN and the statistics views. Worth having where the clock is cheap; pg_test_timing tells.
track_wal_io_timing	Measures how long WAL writes and flushes take. Worth having where the clock is cheap; pg_test_timing tells.
transaction_buffers	Memory for caching which transactions committed; 0 derives it from shared_buffers.
transaction_deferrable	Belongs to one running transaction: whether it may wait for a safe snapshot. In a file set default_transaction_deferrable.
transaction_isolation	Belongs to one running transaction: how far it is shielded from others. In a file set default_transaction_isolation.
transaction_read_only	Belongs to one running transaction: whether it may write. In a file set default_transaction_read_only.
transaction_timeout	Ends sessions whose transaction takes this long altogether; 0 never. Better per role than in the file, where it also hits dumps.
transform_null_equals	Reads "x = NULL" as "x IS NULL". Made for filters of old Microsoft Access; it hides real mistakes everywhere else.
unix_socket_directories	Where the Unix sockets are made, a list with commas; empty means none. Clients and poolers on the machine must look in the same place, and packagers often move it from /tmp to /run or /var/run.
unix_socket_group	The group that owns the Unix socket. Together with unix_socket_permissions it limits who on the machine can reach the server.
unix_socket_permissions	The file mode of the Unix socket, in octal with a leading 0 such as 0770. The default lets every local account try to connect; pg_hba.conf then decides.
update_process_title	Shows what each process is doing in ps and top. Costs a little; off is the usual choice on Windows only.
vacuum_buffer_usage_limit	How much of shared_buffers VACUUM and ANALYZE may occupy; 0 any amount. More makes vacuum faster and pushes others' pages out.
vacuum_cleanup_index_scale_factor	How many inserts, as a share of the table, made VACUUM go through indexes that had nothing to delete. Gone in 14.
vacuum_cost_delay	How long a vacuum started by hand sleeps when it has used up its cost limit; 0 does not slow it down.
vacuum_cost_limit	How much work vacuum does between sleeps.
vacuum_cost_page_dirty	What it costs vacuum to change a clean page, against the cost limit.
vacuum_cost_page_hit	What it costs vacuum to look at a page in shared buffers, against the cost limit.
vacuum_cost_page_miss	What it costs vacuum to read a page from the system, against the cost limit.
vacuum_defer_cleanup_age	Put off the clean-up of dead rows by a number of transactions for the sake of standbys' queries. Gone in 16; hot_standby_feedback does it better.
vacuum_failsafe_age	At this transaction age of a table vacuum drops its delays and index work to ward off wraparound. Leave it; if it ever acts, find out why vacuum was so late.
vacuum_freeze_min_age	How many transactions old a row must be before vacuum freezes it. Lower it for data that is written once.
vacuum_freeze_table_age	At this transaction age of a table a vacuum looks at all pages that are not frozen yet.
vacuum_max_eager_freeze_failure_rate	Which share of pages an ordinary vacuum may try in vain to freeze ahead of time; 0 does not try. Spreads the work of later wraparound vacuums.
vacuum_multixact_failsafe_age	The same as vacuum_failsafe_age, for shared row locks.
vacuum_multixact_freeze_min_age	How old a shared row lock must be before vacuum freezes it.
vacuum_multixact_freeze_table_age	At this age of a table's shared row locks a vacuum looks at all pages that are not frozen yet.
vacuum_truncate	Lets vacuum shorten a table's file when its last pages are empty. That needs a short exclusive lock which also cancels queries on standbys; off avoids it.
wal_block_size	The size of a WAL page in bytes, chosen when the server was compiled. Files cannot change it.
wal_buffers	Memory for WAL that is not written yet; -1 takes a share of shared_buffers up to one segment. 16 to 64 MB can help with many writers.
wal_compression	Makes the page images in WAL smaller, which are most of it after a checkpoint. Costs some processor time; lz4 or zstd, if the build has them, cost less than pglz.
wal_consistency_checking	Adds full page images to WAL for the listed resource managers and lets a standby compare them with its own pages. Multiplies WAL; made for testing replay code.
wal_debug	Logs WAL activity in detail. Only in servers built with WAL_DEBUG.
wal_decode_buffer_size	How far recovery looks ahead in WAL for pages to prefetch.
wal_init_zero	Fills new WAL files with zeros. Turn it off on copy-on-write file systems such as ZFS or Btrfs, where it brings nothing.
wal_keep_segments	How many old WAL files stay for standbys without a slot. 13 replaced it by wal_keep_size; one segment is 16 MB unless initdb chose otherwise.
wal_keep_size	How much old WAL stays for standbys without a slot. A slot together with max_slot_wal_keep_size is the surer way.
wal_level	How much goes into WAL: minimal for a lone server, replica for standbys and archiving, logical for logical replication. Less than replica rules out standbys and point-in-time recovery; a change needs a restart.
wal_log_hints	Writes pages to WAL in full even for mere hint bits. pg_rewind needs it on clusters without checksums.
wal_receiver_create_temp_slot	Lets a standby without primary_slot_name make a temporary slot on the primary. It is gone with the connection and so no help over outages.
wal_receiver_status_interval	How often at most a standby tells the primary how far it is. 0 turns this off, and feedback and monitoring with it.
wal_receiver_timeout	After how much silence a standby takes the connection to its primary for dead; 0 never.
wal_recycle	Renames old WAL files for reuse. Turn it off on copy-on-write file systems such as ZFS or Btrfs, where new files are quicker.
wal_retrieve_retry_interval	How long a standby waits before it asks again for WAL that was nowhere to be found. Lower it for faster recovery from an archive, raise it to spare a paid one.
wal_segment_size	The size of a WAL file, 16 MB unless initdb was told otherwise. Files cannot change it.
wal_sender_shutdown_timeout	How long a stopping server waits for its standbys to receive the rest of the WAL; -1 as long as it takes.
wal_sender_timeout	After how much silence a standby's connection counts as dead; 0 never. Raise it over bad links, or when a slow subscriber gets disconnected.
wal_skip_threshold	With wal_level minimal: new tables larger than this are flushed to disk at commit, smaller ones go to WAL.
wal_summary_keep_time	After how much time WAL summaries are removed; 0 never. Longer than the time between two backups.
wal_sync_method	Which system call flushes WAL. The platform's default is right nearly always; pg_test_fsync compares them, and some only look fast because they flush nothing.
wal_writer_delay	How long the WAL writer sleeps between rounds. With synchronous_commit off, up to three times this much can be lost in a crash.
wal_writer_flush_after	After how much WAL the WAL writer flushes even within its delay.
work_mem	Memory for one sort or hash step before it goes to disk. A query may use it several times over, and so may every connection: keep it modest here and raise it per role or session for reports.
xmlbinary	How binary data is put into XML: base64 or hex.
xmloption	Whether text that becomes XML must be a whole document or may be a fragment.
zero_damaged_pages	Turns a page with a broken header into an empty page in memory, losing its rows, instead of failing. Only to save the rest of a table when no backup exists; off again right after.`;
