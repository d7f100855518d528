// Made by `npm run catalog` out of the servers themselves; not edited by hand.
export default `allow_alter_system	{"since":17,"type":"bool","context":"sighup","default":"on","category":"Compatibility: other systems and clients"}
allow_in_place_tablespaces	{"since":10,"minors":{"10":"10.22","11":"11.17","12":"12.12","13":"13.8","14":"14.5"},"type":"bool","context":"superuser","default":"off","category":"Developer options"}
allow_system_table_mods	{"since":10,"type":"bool","context":"postmaster","default":"off","category":"Developer options","changes":{"13":{"context":"superuser"}}}
application_name	{"since":10,"type":"string","context":"user","default":"","category":"Logging: what"}
archive_cleanup_command	{"since":12,"type":"string","context":"sighup","default":"","category":"WAL: recovery from an archive"}
archive_command	{"since":10,"type":"string","context":"sighup","default":"","category":"WAL: archiving"}
archive_library	{"since":15,"type":"string","context":"sighup","default":"","category":"WAL: archiving"}
archive_mode	{"since":10,"type":"enum","context":"postmaster","values":["always","on","off"],"hiddenValues":["true","false","yes","no","1","0"],"default":"off","category":"WAL: archiving"}
archive_timeout	{"since":10,"type":"integer","context":"sighup","unit":"s","min":0,"max":1073741823,"default":"0","category":"WAL: archiving"}
array_nulls	{"since":10,"type":"bool","context":"user","default":"on","category":"Compatibility: older PostgreSQL"}
authentication_timeout	{"since":10,"type":"integer","context":"sighup","unit":"s","min":1,"max":600,"default":"60","category":"Connections: authentication"}
autovacuum	{"since":10,"type":"bool","context":"sighup","default":"on","category":"Vacuum: autovacuum"}
autovacuum_analyze_scale_factor	{"since":10,"type":"real","context":"sighup","min":0,"max":100,"default":"0.1","category":"Vacuum: autovacuum"}
autovacuum_analyze_score_weight	{"since":19,"type":"real","context":"sighup","min":0,"max":10,"default":"1","category":"Vacuum: autovacuum"}
autovacuum_analyze_threshold	{"since":10,"type":"integer","context":"sighup","min":0,"max":2147483647,"default":"50","category":"Vacuum: autovacuum"}
autovacuum_freeze_max_age	{"since":10,"type":"integer","context":"postmaster","min":100000,"max":2000000000,"default":"200000000","category":"Vacuum: autovacuum"}
autovacuum_freeze_score_weight	{"since":19,"type":"real","context":"sighup","min":0,"max":10,"default":"1","category":"Vacuum: autovacuum"}
autovacuum_max_parallel_workers	{"since":19,"type":"integer","context":"sighup","min":0,"max":1024,"default":"0","category":"Vacuum: autovacuum"}
autovacuum_max_workers	{"since":10,"type":"integer","context":"postmaster","min":1,"max":262143,"default":"3","category":"Vacuum: autovacuum","changes":{"18":{"context":"sighup"}}}
autovacuum_multixact_freeze_max_age	{"since":10,"type":"integer","context":"postmaster","min":10000,"max":2000000000,"default":"400000000","category":"Vacuum: autovacuum"}
autovacuum_multixact_freeze_score_weight	{"since":19,"type":"real","context":"sighup","min":0,"max":10,"default":"1","category":"Vacuum: autovacuum"}
autovacuum_naptime	{"since":10,"type":"integer","context":"sighup","unit":"s","min":1,"max":2147483,"default":"60","category":"Vacuum: autovacuum"}
autovacuum_vacuum_cost_delay	{"since":10,"type":"integer","context":"sighup","unit":"ms","min":-1,"max":100,"default":"20","category":"Vacuum: autovacuum","changes":{"12":{"type":"real","default":"2"}}}
autovacuum_vacuum_cost_limit	{"since":10,"type":"integer","context":"sighup","min":-1,"max":10000,"default":"-1","category":"Vacuum: autovacuum"}
autovacuum_vacuum_insert_scale_factor	{"since":13,"type":"real","context":"sighup","min":0,"max":100,"default":"0.2","category":"Vacuum: autovacuum"}
autovacuum_vacuum_insert_score_weight	{"since":19,"type":"real","context":"sighup","min":0,"max":10,"default":"1","category":"Vacuum: autovacuum"}
autovacuum_vacuum_insert_threshold	{"since":13,"type":"integer","context":"sighup","min":-1,"max":2147483647,"default":"1000","category":"Vacuum: autovacuum"}
autovacuum_vacuum_max_threshold	{"since":18,"type":"integer","context":"sighup","min":-1,"max":2147483647,"default":"100000000","category":"Vacuum: autovacuum"}
autovacuum_vacuum_scale_factor	{"since":10,"type":"real","context":"sighup","min":0,"max":100,"default":"0.2","category":"Vacuum: autovacuum"}
autovacuum_vacuum_score_weight	{"since":19,"type":"real","context":"sighup","min":0,"max":10,"default":"1","category":"Vacuum: autovacuum"}
autovacuum_vacuum_threshold	{"since":10,"type":"integer","context":"sighup","min":0,"max":2147483647,"default":"50","category":"Vacuum: autovacuum"}
autovacuum_work_mem	{"since":10,"type":"integer","context":"sighup","unit":"kB","min":-1,"max":2147483647,"default":"-1","category":"Resources: memory"}
autovacuum_worker_slots	{"since":18,"type":"integer","context":"postmaster","min":1,"max":262143,"default":"16","category":"Vacuum: autovacuum"}
backend_flush_after	{"since":10,"type":"integer","context":"user","unit":"8kB","min":0,"max":256,"default":"0","category":"Resources: I/O and parallel work"}
backslash_quote	{"since":10,"type":"enum","context":"user","values":["safe_encoding","on","off"],"hiddenValues":["true","false","yes","no","1","0"],"default":"safe_encoding","category":"Compatibility: older PostgreSQL"}
backtrace_functions	{"since":13,"type":"string","context":"superuser","default":"","category":"Developer options"}
bgwriter_delay	{"since":10,"type":"integer","context":"sighup","unit":"ms","min":10,"max":10000,"default":"200","category":"Resources: background writer"}
bgwriter_flush_after	{"since":10,"type":"integer","context":"sighup","unit":"8kB","min":0,"max":256,"default":"64","category":"Resources: background writer"}
bgwriter_lru_maxpages	{"since":10,"type":"integer","context":"sighup","min":0,"max":1073741823,"default":"100","category":"Resources: background writer"}
bgwriter_lru_multiplier	{"since":10,"type":"real","context":"sighup","min":0,"max":10,"default":"2","category":"Resources: background writer"}
block_size	{"since":10,"type":"integer","context":"internal","default":"8192","category":"Fixed when built or initialised"}
bonjour	{"since":10,"type":"bool","context":"postmaster","default":"off","category":"Connections: addresses and limits"}
bonjour_name	{"since":10,"type":"string","context":"postmaster","default":"","category":"Connections: addresses and limits"}
bytea_output	{"since":10,"type":"enum","context":"user","values":["escape","hex"],"default":"hex","category":"Sessions: how statements run"}
check_function_bodies	{"since":10,"type":"bool","context":"user","default":"on","category":"Sessions: how statements run"}
checkpoint_completion_target	{"since":10,"type":"real","context":"sighup","min":0,"max":1,"default":"0.5","category":"WAL: checkpoints","changes":{"14":{"default":"0.9"}}}
checkpoint_flush_after	{"since":10,"type":"integer","context":"sighup","unit":"8kB","min":0,"max":256,"default":"32","category":"WAL: checkpoints"}
checkpoint_timeout	{"since":10,"type":"integer","context":"sighup","unit":"s","min":30,"max":86400,"default":"300","category":"WAL: checkpoints"}
checkpoint_warning	{"since":10,"type":"integer","context":"sighup","unit":"s","min":0,"max":2147483647,"default":"30","category":"WAL: checkpoints"}
client_connection_check_interval	{"since":14,"type":"integer","context":"user","unit":"ms","min":0,"max":2147483647,"default":"0","category":"Connections: addresses and limits","changes":{"16":{"category":"Connections: TCP keepalive"}}}
client_encoding	{"since":10,"type":"string","context":"user","default":"SQL_ASCII","category":"Sessions: language, time and formats"}
client_min_messages	{"since":10,"type":"enum","context":"user","values":["debug5","debug4","debug3","debug2","debug1","log","notice","warning","error"],"hiddenValues":["debug","info","fatal","panic"],"default":"notice","category":"Sessions: how statements run","changes":{"12":{"hiddenValues":["debug","info"]}}}
cluster_name	{"since":10,"type":"string","context":"postmaster","default":"","category":"Logging: process titles"}
commit_delay	{"since":10,"type":"integer","context":"superuser","min":0,"max":100000,"default":"0","category":"WAL: settings"}
commit_siblings	{"since":10,"type":"integer","context":"user","min":0,"max":1000,"default":"5","category":"WAL: settings"}
commit_timestamp_buffers	{"since":17,"type":"integer","context":"postmaster","unit":"8kB","min":0,"max":131072,"default":"0","category":"Resources: memory"}
composite_type_mismatch	{"since":14,"minors":{"14":"14.25","15":"15.20","16":"16.16","17":"17.12","18":"18.7","19":"19.0","20":"20.0"},"type":"enum","context":"superuser","values":["error","warn","disabled"],"default":"error","category":"Developer options"}
compute_query_id	{"since":14,"type":"enum","context":"superuser","values":["auto","regress","on","off"],"hiddenValues":["true","false","yes","no","1","0"],"default":"auto","category":"Statistics: per-statement reports"}
config_file	{"since":10,"type":"string","context":"postmaster","category":"File locations"}
constraint_exclusion	{"since":10,"type":"enum","context":"user","values":["partition","on","off"],"hiddenValues":["true","false","yes","no","1","0"],"default":"partition","category":"Planner: other options"}
cpu_index_tuple_cost	{"since":10,"type":"real","context":"user","min":0,"max":1.7976931348623157e+308,"default":"0.005","category":"Planner: costs"}
cpu_operator_cost	{"since":10,"type":"real","context":"user","min":0,"max":1.7976931348623157e+308,"default":"0.0025","category":"Planner: costs"}
cpu_tuple_cost	{"since":10,"type":"real","context":"user","min":0,"max":1.7976931348623157e+308,"default":"0.01","category":"Planner: costs"}
createrole_self_grant	{"since":16,"type":"string","context":"user","default":"","category":"Sessions: how statements run"}
cursor_tuple_fraction	{"since":10,"type":"real","context":"user","min":0,"max":1,"default":"0.1","category":"Planner: other options"}
data_checksums	{"since":10,"type":"bool","context":"internal","category":"Fixed when built or initialised"}
data_directory	{"since":10,"type":"string","context":"postmaster","category":"File locations"}
data_directory_mode	{"since":11,"type":"integer","context":"internal","category":"Fixed when built or initialised"}
data_sync_retry	{"since":10,"type":"bool","context":"postmaster","default":"off","category":"Error handling"}
DateStyle	{"since":10,"type":"string","context":"user","default":"ISO, MDY","category":"Sessions: language, time and formats"}
db_user_namespace	{"since":10,"until":16,"type":"bool","context":"sighup","default":"off","category":"Connections: authentication"}
deadlock_timeout	{"since":10,"type":"integer","context":"superuser","unit":"ms","min":1,"max":2147483647,"default":"1000","category":"Locks"}
debug_assertions	{"since":10,"type":"bool","context":"internal","category":"Fixed when built or initialised"}
debug_copy_parse_plan_trees	{"since":18,"needsBuild":"DEBUG_NODE_TESTS_ENABLED","type":"bool","context":"superuser","default":"off","category":"Developer options"}
debug_deadlocks	{"since":10,"needsBuild":"LOCK_DEBUG","type":"bool","context":"superuser","default":"off","category":"Developer options"}
debug_discard_caches	{"since":14,"type":"integer","context":"superuser","min":0,"max":0,"default":"0","category":"Developer options"}
debug_exec_backend	{"since":19,"type":"bool","context":"internal","category":"Fixed when built or initialised"}
debug_io_direct	{"since":16,"type":"string","context":"postmaster","default":"","category":"Developer options"}
debug_logical_replication_streaming	{"since":16,"type":"enum","context":"user","values":["buffered","immediate"],"default":"buffered","category":"Developer options"}
debug_parallel_query	{"since":16,"type":"enum","context":"user","values":["off","on","regress"],"hiddenValues":["true","false","yes","no","1","0"],"default":"off","category":"Developer options"}
debug_pretty_print	{"since":10,"type":"bool","context":"user","default":"on","category":"Logging: what"}
debug_print_parse	{"since":10,"type":"bool","context":"user","default":"off","category":"Logging: what"}
debug_print_plan	{"since":10,"type":"bool","context":"user","default":"off","category":"Logging: what"}
debug_print_raw_parse	{"since":19,"type":"bool","context":"user","default":"off","category":"Logging: what"}
debug_print_rewritten	{"since":10,"type":"bool","context":"user","default":"off","category":"Logging: what"}
debug_raw_expression_coverage_test	{"since":18,"needsBuild":"DEBUG_NODE_TESTS_ENABLED","type":"bool","context":"superuser","default":"off","category":"Developer options"}
debug_write_read_parse_plan_trees	{"since":18,"needsBuild":"DEBUG_NODE_TESTS_ENABLED","type":"bool","context":"superuser","default":"off","category":"Developer options"}
default_statistics_target	{"since":10,"type":"integer","context":"user","min":1,"max":10000,"default":"100","category":"Planner: other options"}
default_table_access_method	{"since":12,"type":"string","context":"user","default":"heap","category":"Sessions: how statements run"}
default_tablespace	{"since":10,"type":"string","context":"user","default":"","category":"Sessions: how statements run"}
default_text_search_config	{"since":10,"type":"string","context":"user","default":"pg_catalog.simple","category":"Sessions: language, time and formats"}
default_toast_compression	{"since":14,"type":"enum","context":"user","values":["pglz","lz4"],"buildValues":["lz4"],"default":"pglz","category":"Sessions: how statements run","changes":{"19":{"default":null}}}
default_transaction_deferrable	{"since":10,"type":"bool","context":"user","default":"off","category":"Sessions: how statements run"}
default_transaction_isolation	{"since":10,"type":"enum","context":"user","values":["serializable","repeatable read","read committed","read uncommitted"],"default":"read committed","category":"Sessions: how statements run"}
default_transaction_read_only	{"since":10,"type":"bool","context":"user","default":"off","category":"Sessions: how statements run"}
default_with_oids	{"since":10,"type":"bool","context":"user","default":"off","category":"Compatibility: older PostgreSQL","changes":{"12":{"hidden":true}}}
dynamic_library_path	{"since":10,"type":"string","context":"superuser","default":"$libdir","category":"Sessions: other defaults"}
dynamic_shared_memory_type	{"since":10,"type":"enum","context":"postmaster","values":["posix","sysv","mmap","none","windows"],"buildValues":["windows"],"default":"posix","category":"Resources: memory","changes":{"12":{"values":["posix","sysv","mmap","windows"]}}}
effective_cache_size	{"since":10,"type":"integer","context":"user","unit":"8kB","min":1,"max":2147483647,"default":"524288","category":"Planner: costs"}
effective_io_concurrency	{"since":10,"type":"integer","context":"user","min":0,"max":1000,"default":"1","category":"Resources: I/O and parallel work","changes":{"18":{"default":"16"}}}
effective_wal_level	{"since":19,"type":"enum","context":"internal","values":["minimal","replica","logical"],"category":"Fixed when built or initialised"}
enable_async_append	{"since":14,"type":"bool","context":"user","default":"on","category":"Planner: plan types"}
enable_bitmapscan	{"since":10,"type":"bool","context":"user","default":"on","category":"Planner: plan types"}
enable_distinct_reordering	{"since":18,"type":"bool","context":"user","default":"on","category":"Planner: plan types"}
enable_eager_aggregate	{"since":19,"type":"bool","context":"user","default":"on","category":"Planner: plan types"}
enable_gathermerge	{"since":10,"type":"bool","context":"user","default":"on","category":"Planner: plan types"}
enable_group_by_reordering	{"since":17,"type":"bool","context":"user","default":"on","category":"Planner: plan types"}
enable_groupagg	{"since":20,"type":"bool","context":"user","default":"on","category":"Planner: plan types"}
enable_hashagg	{"since":10,"type":"bool","context":"user","default":"on","category":"Planner: plan types"}
enable_hashjoin	{"since":10,"type":"bool","context":"user","default":"on","category":"Planner: plan types"}
enable_incremental_sort	{"since":13,"type":"bool","context":"user","default":"on","category":"Planner: plan types"}
enable_indexonlyscan	{"since":10,"type":"bool","context":"user","default":"on","category":"Planner: plan types"}
enable_indexscan	{"since":10,"type":"bool","context":"user","default":"on","category":"Planner: plan types"}
enable_material	{"since":10,"type":"bool","context":"user","default":"on","category":"Planner: plan types"}
enable_memoize	{"since":14,"type":"bool","context":"user","default":"on","category":"Planner: plan types"}
enable_mergejoin	{"since":10,"type":"bool","context":"user","default":"on","category":"Planner: plan types"}
enable_nestloop	{"since":10,"type":"bool","context":"user","default":"on","category":"Planner: plan types"}
enable_parallel_append	{"since":11,"type":"bool","context":"user","default":"on","category":"Planner: plan types"}
enable_parallel_hash	{"since":11,"type":"bool","context":"user","default":"on","category":"Planner: plan types"}
enable_partition_pruning	{"since":11,"type":"bool","context":"user","default":"on","category":"Planner: plan types"}
enable_partitionwise_aggregate	{"since":11,"type":"bool","context":"user","default":"off","category":"Planner: plan types"}
enable_partitionwise_join	{"since":11,"type":"bool","context":"user","default":"off","category":"Planner: plan types"}
enable_presorted_aggregate	{"since":16,"type":"bool","context":"user","default":"on","category":"Planner: plan types"}
enable_self_join_elimination	{"since":18,"type":"bool","context":"user","default":"on","category":"Planner: plan types"}
enable_seqscan	{"since":10,"type":"bool","context":"user","default":"on","category":"Planner: plan types"}
enable_sort	{"since":10,"type":"bool","context":"user","default":"on","category":"Planner: plan types"}
enable_tidscan	{"since":10,"type":"bool","context":"user","default":"on","category":"Planner: plan types"}
escape_string_warning	{"since":10,"until":18,"type":"bool","context":"user","default":"on","category":"Compatibility: older PostgreSQL"}
event_source	{"since":10,"type":"string","context":"postmaster","default":"PostgreSQL","category":"Logging: where"}
event_triggers	{"since":17,"type":"bool","context":"superuser","default":"on","category":"Sessions: how statements run"}
exit_on_error	{"since":10,"type":"bool","context":"user","default":"off","category":"Error handling"}
extension_control_path	{"since":18,"type":"string","context":"superuser","default":"$system","category":"Sessions: other defaults"}
extension_destdir	{"since":10,"until":17,"needsBuild":"Debian's patches","type":"string","context":"superuser","default":"","category":"Developer options"}
external_pid_file	{"since":10,"type":"string","context":"postmaster","category":"File locations"}
extra_float_digits	{"since":10,"type":"integer","context":"user","min":-15,"max":3,"default":"0","category":"Sessions: language, time and formats","changes":{"12":{"default":"1"}}}
file_copy_method	{"since":18,"type":"enum","context":"user","values":["copy","clone"],"default":"copy","category":"Resources: disk"}
file_extend_method	{"since":16,"minors":{"16":"16.12","17":"17.8","18":"18.2"},"type":"enum","context":"sighup","values":["posix_fallocate","write_zeros"],"default":"posix_fallocate","category":"Resources: disk"}
force_parallel_mode	{"since":10,"until":15,"type":"enum","context":"user","values":["off","on","regress"],"hiddenValues":["true","false","yes","no","1","0"],"default":"off","category":"Planner: other options","changes":{"14":{"category":"Developer options"}}}
from_collapse_limit	{"since":10,"type":"integer","context":"user","min":1,"max":2147483647,"default":"8","category":"Planner: other options"}
fsync	{"since":10,"type":"bool","context":"sighup","default":"on","category":"WAL: settings"}
full_page_writes	{"since":10,"type":"bool","context":"sighup","default":"on","category":"WAL: settings"}
geqo	{"since":10,"type":"bool","context":"user","default":"on","category":"Planner: genetic search"}
geqo_effort	{"since":10,"type":"integer","context":"user","min":1,"max":10,"default":"5","category":"Planner: genetic search"}
geqo_generations	{"since":10,"type":"integer","context":"user","min":0,"max":2147483647,"default":"0","category":"Planner: genetic search"}
geqo_pool_size	{"since":10,"type":"integer","context":"user","min":0,"max":2147483647,"default":"0","category":"Planner: genetic search"}
geqo_seed	{"since":10,"type":"real","context":"user","min":0,"max":1,"default":"0","category":"Planner: genetic search"}
geqo_selection_bias	{"since":10,"type":"real","context":"user","min":1.5,"max":2,"default":"2","category":"Planner: genetic search"}
geqo_threshold	{"since":10,"type":"integer","context":"user","min":2,"max":2147483647,"default":"12","category":"Planner: genetic search"}
gin_fuzzy_search_limit	{"since":10,"type":"integer","context":"user","min":0,"max":2147483647,"default":"0","category":"Sessions: other defaults"}
gin_pending_list_limit	{"since":10,"type":"integer","context":"user","unit":"kB","min":64,"max":2147483647,"default":"4096","category":"Sessions: how statements run"}
gss_accept_delegation	{"since":16,"type":"bool","context":"sighup","default":"off","category":"Connections: authentication"}
hash_mem_multiplier	{"since":13,"type":"real","context":"user","min":1,"max":1000,"default":"1","category":"Resources: memory","changes":{"15":{"default":"2"}}}
hba_file	{"since":10,"type":"string","context":"postmaster","category":"File locations"}
hosts_file	{"since":19,"type":"string","context":"postmaster","category":"File locations"}
hot_standby	{"since":10,"type":"bool","context":"postmaster","default":"on","category":"Replication: standbys"}
hot_standby_feedback	{"since":10,"type":"bool","context":"sighup","default":"off","category":"Replication: standbys"}
huge_page_size	{"since":14,"type":"integer","context":"postmaster","unit":"kB","min":0,"max":2147483647,"default":"0","category":"Resources: memory"}
huge_pages	{"since":10,"type":"enum","context":"postmaster","values":["off","on","try"],"hiddenValues":["true","false","yes","no","1","0"],"default":"try","category":"Resources: memory"}
huge_pages_status	{"since":17,"type":"enum","context":"internal","values":["off","on","unknown"],"category":"Fixed when built or initialised"}
icu_validation_level	{"since":16,"type":"enum","context":"user","values":["disabled","debug5","debug4","debug3","debug2","debug1","log","notice","warning","error"],"hiddenValues":["debug","info"],"default":"warning","category":"Sessions: language, time and formats"}
ident_file	{"since":10,"type":"string","context":"postmaster","category":"File locations"}
idle_in_transaction_session_timeout	{"since":10,"type":"integer","context":"user","unit":"ms","min":0,"max":2147483647,"default":"0","category":"Sessions: how statements run"}
idle_replication_slot_timeout	{"since":18,"type":"integer","context":"sighup","unit":"s","min":0,"max":2147483647,"default":"0","category":"Replication: senders"}
idle_session_timeout	{"since":14,"type":"integer","context":"user","unit":"ms","min":0,"max":2147483647,"default":"0","category":"Sessions: how statements run"}
ignore_checksum_failure	{"since":10,"type":"bool","context":"superuser","default":"off","category":"Developer options"}
ignore_invalid_pages	{"since":13,"type":"bool","context":"postmaster","default":"off","category":"Developer options"}
ignore_system_indexes	{"since":10,"type":"bool","context":"backend","default":"off","category":"Developer options"}
in_hot_standby	{"since":14,"type":"bool","context":"internal","category":"Fixed when built or initialised"}
integer_datetimes	{"since":10,"type":"bool","context":"internal","default":"on","category":"Fixed when built or initialised"}
IntervalStyle	{"since":10,"type":"enum","context":"user","values":["postgres","postgres_verbose","sql_standard","iso_8601"],"default":"postgres","category":"Sessions: language, time and formats"}
io_combine_limit	{"since":17,"type":"integer","context":"user","unit":"8kB","min":1,"max":32,"default":"16","category":"Resources: I/O and parallel work","changes":{"18":{"max":128}}}
io_max_combine_limit	{"since":18,"type":"integer","context":"postmaster","unit":"8kB","min":1,"max":128,"default":"16","category":"Resources: I/O and parallel work"}
io_max_concurrency	{"since":18,"type":"integer","context":"postmaster","min":-1,"max":1024,"default":"-1","category":"Resources: I/O and parallel work"}
io_max_workers	{"since":19,"type":"integer","context":"sighup","min":1,"max":32,"default":"8","category":"Resources: I/O and parallel work"}
io_method	{"since":18,"type":"enum","context":"postmaster","values":["sync","worker","io_uring"],"buildValues":["io_uring"],"default":"worker","category":"Resources: I/O and parallel work"}
io_min_workers	{"since":19,"type":"integer","context":"sighup","min":1,"max":32,"default":"2","category":"Resources: I/O and parallel work"}
io_worker_idle_timeout	{"since":19,"type":"integer","context":"sighup","unit":"ms","min":0,"max":2147483647,"default":"60000","category":"Resources: I/O and parallel work"}
io_worker_launch_interval	{"since":19,"type":"integer","context":"sighup","unit":"ms","min":0,"max":2147483647,"default":"100","category":"Resources: I/O and parallel work"}
io_workers	{"since":18,"until":18,"type":"integer","context":"sighup","min":1,"max":32,"default":"3","category":"Resources: I/O and parallel work"}
is_superuser	{"since":10,"type":"bool","context":"internal","category":"Sessions: other defaults","hidden":true}
jit	{"since":11,"type":"bool","context":"user","default":"off","category":"Planner: other options","changes":{"12":{"default":"on"},"19":{"default":"off"}}}
jit_above_cost	{"since":11,"type":"real","context":"user","min":-1,"max":1.7976931348623157e+308,"default":"100000","category":"Planner: costs"}
jit_debugging_support	{"since":11,"type":"bool","context":"superuser-backend","default":"off","category":"Developer options"}
jit_dump_bitcode	{"since":11,"type":"bool","context":"superuser","default":"off","category":"Developer options"}
jit_expressions	{"since":11,"type":"bool","context":"user","default":"on","category":"Developer options"}
jit_inline_above_cost	{"since":11,"type":"real","context":"user","min":-1,"max":1.7976931348623157e+308,"default":"500000","category":"Planner: costs"}
jit_optimize_above_cost	{"since":11,"type":"real","context":"user","min":-1,"max":1.7976931348623157e+308,"default":"500000","category":"Planner: costs"}
jit_profiling_support	{"since":11,"type":"bool","context":"superuser-backend","default":"off","category":"Developer options"}
jit_provider	{"since":11,"type":"string","context":"postmaster","default":"llvmjit","category":"Sessions: libraries loaded in advance"}
jit_tuple_deforming	{"since":11,"type":"bool","context":"user","default":"on","category":"Developer options"}
join_collapse_limit	{"since":10,"type":"integer","context":"user","min":1,"max":2147483647,"default":"8","category":"Planner: other options"}
krb_caseins_users	{"since":10,"type":"bool","context":"sighup","default":"off","category":"Connections: authentication"}
krb_server_keyfile	{"since":10,"type":"string","context":"sighup","category":"Connections: authentication"}
lc_collate	{"since":10,"until":15,"type":"string","context":"internal","category":"Sessions: language, time and formats","changes":{"14":{"category":"Fixed when built or initialised"}}}
lc_ctype	{"since":10,"until":15,"type":"string","context":"internal","category":"Sessions: language, time and formats","changes":{"14":{"category":"Fixed when built or initialised"}}}
lc_messages	{"since":10,"type":"string","context":"superuser","default":"","category":"Sessions: language, time and formats"}
lc_monetary	{"since":10,"type":"string","context":"user","default":"C","category":"Sessions: language, time and formats"}
lc_numeric	{"since":10,"type":"string","context":"user","default":"C","category":"Sessions: language, time and formats"}
lc_time	{"since":10,"type":"string","context":"user","default":"C","category":"Sessions: language, time and formats"}
listen_addresses	{"since":10,"type":"string","context":"postmaster","default":"localhost","category":"Connections: addresses and limits"}
lo_compat_privileges	{"since":10,"type":"bool","context":"superuser","default":"off","category":"Compatibility: older PostgreSQL"}
local_preload_libraries	{"since":10,"type":"string","context":"user","default":"","category":"Sessions: libraries loaded in advance"}
lock_timeout	{"since":10,"type":"integer","context":"user","unit":"ms","min":0,"max":2147483647,"default":"0","category":"Sessions: how statements run"}
log_autoanalyze_min_duration	{"since":19,"type":"integer","context":"sighup","unit":"ms","min":-1,"max":2147483647,"default":"600000","category":"Logging: what"}
log_autovacuum_min_duration	{"since":10,"type":"integer","context":"sighup","unit":"ms","min":-1,"max":2147483647,"default":"-1","category":"Logging: what","changes":{"15":{"default":"600000"}}}
log_btree_build_stats	{"since":10,"needsBuild":"BTREE_BUILD_STATS","type":"bool","context":"superuser","default":"off","category":"Developer options"}
log_checkpoints	{"since":10,"type":"bool","context":"sighup","default":"off","category":"Logging: what","changes":{"15":{"default":"on"}}}
log_connections	{"since":10,"type":"bool","context":"superuser-backend","default":"off","category":"Logging: what","changes":{"18":{"type":"string","default":""}}}
log_destination	{"since":10,"type":"string","context":"sighup","default":"stderr","category":"Logging: where"}
log_directory	{"since":10,"type":"string","context":"sighup","default":"log","category":"Logging: where"}
log_disconnections	{"since":10,"type":"bool","context":"superuser-backend","default":"off","category":"Logging: what"}
log_duration	{"since":10,"type":"bool","context":"superuser","default":"off","category":"Logging: what"}
log_error_verbosity	{"since":10,"type":"enum","context":"superuser","values":["terse","default","verbose"],"default":"default","category":"Logging: what"}
log_executor_stats	{"since":10,"type":"bool","context":"superuser","default":"off","category":"Statistics: per-statement reports"}
log_file_mode	{"since":10,"type":"integer","context":"sighup","min":0,"max":511,"default":"384","category":"Logging: where"}
log_filename	{"since":10,"type":"string","context":"sighup","default":"postgresql-%Y-%m-%d_%H%M%S.log","category":"Logging: where"}
log_hostname	{"since":10,"type":"bool","context":"sighup","default":"off","category":"Logging: what"}
log_line_prefix	{"since":10,"type":"string","context":"sighup","default":"%m [%p] ","category":"Logging: what"}
log_lock_failures	{"since":18,"type":"bool","context":"superuser","default":"off","category":"Logging: what"}
log_lock_waits	{"since":10,"type":"bool","context":"superuser","default":"off","category":"Logging: what","changes":{"19":{"default":"on"}}}
log_min_duration_sample	{"since":13,"type":"integer","context":"superuser","unit":"ms","min":-1,"max":2147483647,"default":"-1","category":"Logging: when"}
log_min_duration_statement	{"since":10,"type":"integer","context":"superuser","unit":"ms","min":-1,"max":2147483647,"default":"-1","category":"Logging: when"}
log_min_error_statement	{"since":10,"type":"enum","context":"superuser","values":["debug5","debug4","debug3","debug2","debug1","info","notice","warning","error","log","fatal","panic"],"hiddenValues":["debug"],"default":"error","category":"Logging: when"}
log_min_messages	{"since":10,"type":"enum","context":"superuser","values":["debug5","debug4","debug3","debug2","debug1","info","notice","warning","error","log","fatal","panic"],"hiddenValues":["debug"],"default":"warning","category":"Logging: when","changes":{"19":{"type":"string","values":null,"hiddenValues":null}}}
log_parameter_max_length	{"since":13,"type":"integer","context":"superuser","unit":"B","min":-1,"max":1073741823,"default":"-1","category":"Logging: what"}
log_parameter_max_length_on_error	{"since":13,"type":"integer","context":"user","unit":"B","min":-1,"max":1073741823,"default":"0","category":"Logging: what"}
log_parser_stats	{"since":10,"type":"bool","context":"superuser","default":"off","category":"Statistics: per-statement reports"}
log_planner_stats	{"since":10,"type":"bool","context":"superuser","default":"off","category":"Statistics: per-statement reports"}
log_recovery_conflict_waits	{"since":14,"type":"bool","context":"sighup","default":"off","category":"Logging: what"}
log_replication_commands	{"since":10,"type":"bool","context":"superuser","default":"off","category":"Logging: what"}
log_rotation_age	{"since":10,"type":"integer","context":"sighup","unit":"min","min":0,"max":35791394,"default":"1440","category":"Logging: where"}
log_rotation_size	{"since":10,"type":"integer","context":"sighup","unit":"kB","min":0,"max":2097151,"default":"10240","category":"Logging: where","changes":{"18":{"max":2147483647}}}
log_startup_progress_interval	{"since":15,"type":"integer","context":"sighup","unit":"ms","min":0,"max":2147483647,"default":"10000","category":"Logging: when"}
log_statement	{"since":10,"type":"enum","context":"superuser","values":["none","ddl","mod","all"],"default":"none","category":"Logging: what"}
log_statement_max_length	{"since":20,"type":"integer","context":"superuser","unit":"B","min":-1,"max":1073741823,"default":"-1","category":"Logging: what"}
log_statement_sample_rate	{"since":13,"type":"real","context":"superuser","min":0,"max":1,"default":"1","category":"Logging: when"}
log_statement_stats	{"since":10,"type":"bool","context":"superuser","default":"off","category":"Statistics: per-statement reports"}
log_temp_files	{"since":10,"type":"integer","context":"superuser","unit":"kB","min":-1,"max":2147483647,"default":"-1","category":"Logging: what"}
log_timezone	{"since":10,"type":"string","context":"sighup","default":"GMT","category":"Logging: what"}
log_transaction_sample_rate	{"since":12,"type":"real","context":"superuser","min":0,"max":1,"default":"0","category":"Logging: when"}
log_truncate_on_rotation	{"since":10,"type":"bool","context":"sighup","default":"off","category":"Logging: where"}
logging_collector	{"since":10,"type":"bool","context":"postmaster","default":"off","category":"Logging: where"}
logical_decoding_work_mem	{"since":13,"type":"integer","context":"user","unit":"kB","min":64,"max":2147483647,"default":"65536","category":"Resources: memory"}
maintenance_io_concurrency	{"since":13,"type":"integer","context":"user","min":0,"max":1000,"default":"10","category":"Resources: I/O and parallel work","changes":{"18":{"default":"16"}}}
maintenance_work_mem	{"since":10,"type":"integer","context":"user","unit":"kB","min":1024,"max":2147483647,"aliases":["vacuum_mem"],"default":"65536","category":"Resources: memory","changes":{"17":{"min":64}}}
max_active_replication_origins	{"since":18,"type":"integer","context":"postmaster","min":0,"max":262143,"default":"10","category":"Replication: subscribers"}
max_connections	{"since":10,"type":"integer","context":"postmaster","min":1,"max":262143,"default":"100","category":"Connections: addresses and limits"}
max_files_per_process	{"since":10,"type":"integer","context":"postmaster","min":25,"max":2147483647,"default":"1000","category":"Resources: operating system","changes":{"13":{"min":64}}}
max_function_args	{"since":10,"type":"integer","context":"internal","default":"100","category":"Fixed when built or initialised"}
max_identifier_length	{"since":10,"type":"integer","context":"internal","default":"63","category":"Fixed when built or initialised"}
max_index_keys	{"since":10,"type":"integer","context":"internal","default":"32","category":"Fixed when built or initialised"}
max_locks_per_transaction	{"since":10,"type":"integer","context":"postmaster","min":10,"max":2147483647,"default":"64","category":"Locks","changes":{"19":{"default":"128"}}}
max_logical_replication_workers	{"since":10,"type":"integer","context":"postmaster","min":0,"max":262143,"default":"4","category":"Replication: subscribers"}
max_notify_queue_pages	{"since":17,"type":"integer","context":"postmaster","min":64,"max":2147483647,"default":"1048576","category":"Resources: disk"}
max_parallel_apply_workers_per_subscription	{"since":16,"type":"integer","context":"sighup","min":0,"max":1024,"default":"2","category":"Replication: subscribers"}
max_parallel_maintenance_workers	{"since":11,"type":"integer","context":"user","min":0,"max":1024,"default":"2","category":"Resources: I/O and parallel work"}
max_parallel_workers	{"since":10,"type":"integer","context":"user","min":0,"max":1024,"default":"8","category":"Resources: I/O and parallel work"}
max_parallel_workers_per_gather	{"since":10,"type":"integer","context":"user","min":0,"max":1024,"default":"2","category":"Resources: I/O and parallel work"}
max_pred_locks_per_page	{"since":10,"type":"integer","context":"sighup","min":0,"max":2147483647,"default":"2","category":"Locks"}
max_pred_locks_per_relation	{"since":10,"type":"integer","context":"sighup","min":-2147483648,"max":2147483647,"default":"-2","category":"Locks"}
max_pred_locks_per_transaction	{"since":10,"type":"integer","context":"postmaster","min":10,"max":2147483647,"default":"64","category":"Locks"}
max_prepared_transactions	{"since":10,"type":"integer","context":"postmaster","min":0,"max":262143,"default":"0","category":"Resources: memory"}
max_repack_replication_slots	{"since":19,"type":"integer","context":"postmaster","min":0,"max":262143,"default":"5","category":"Replication: senders"}
max_replication_slots	{"since":10,"type":"integer","context":"postmaster","min":0,"max":262143,"default":"10","category":"Replication: senders"}
max_slot_wal_keep_size	{"since":13,"type":"integer","context":"sighup","unit":"MB","min":-1,"max":2147483647,"default":"-1","category":"Replication: senders"}
max_stack_depth	{"since":10,"type":"integer","context":"superuser","unit":"kB","min":100,"max":2147483647,"category":"Resources: memory"}
max_standby_archive_delay	{"since":10,"type":"integer","context":"sighup","unit":"ms","min":-1,"max":2147483647,"default":"30000","category":"Replication: standbys"}
max_standby_streaming_delay	{"since":10,"type":"integer","context":"sighup","unit":"ms","min":-1,"max":2147483647,"default":"30000","category":"Replication: standbys"}
max_sync_workers_per_subscription	{"since":10,"type":"integer","context":"sighup","min":0,"max":262143,"default":"2","category":"Replication: subscribers"}
max_wal_senders	{"since":10,"type":"integer","context":"postmaster","min":0,"max":262143,"default":"10","category":"Replication: senders"}
max_wal_size	{"since":10,"type":"integer","context":"sighup","unit":"MB","min":2,"max":2147483647,"default":"1024","category":"WAL: checkpoints"}
max_worker_processes	{"since":10,"type":"integer","context":"postmaster","min":0,"max":262143,"default":"8","category":"Resources: I/O and parallel work"}
md5_password_warnings	{"since":18,"type":"bool","context":"user","default":"on","category":"Connections: authentication"}
min_dynamic_shared_memory	{"since":14,"type":"integer","context":"postmaster","unit":"MB","min":0,"max":2147483647,"default":"0","category":"Resources: memory"}
min_eager_agg_group_size	{"since":19,"type":"real","context":"user","min":0,"max":1.7976931348623157e+308,"default":"8","category":"Planner: costs"}
min_parallel_index_scan_size	{"since":10,"type":"integer","context":"user","unit":"8kB","min":0,"max":715827882,"default":"64","category":"Planner: costs"}
min_parallel_table_scan_size	{"since":10,"type":"integer","context":"user","unit":"8kB","min":0,"max":715827882,"default":"1024","category":"Planner: costs"}
min_wal_size	{"since":10,"type":"integer","context":"sighup","unit":"MB","min":2,"max":2147483647,"default":"80","category":"WAL: checkpoints"}
multixact_member_buffers	{"since":17,"type":"integer","context":"postmaster","unit":"8kB","min":16,"max":131072,"default":"32","category":"Resources: memory"}
multixact_offset_buffers	{"since":17,"type":"integer","context":"postmaster","unit":"8kB","min":16,"max":131072,"default":"16","category":"Resources: memory"}
notify_buffers	{"since":17,"type":"integer","context":"postmaster","unit":"8kB","min":16,"max":131072,"default":"16","category":"Resources: memory"}
num_os_semaphores	{"since":18,"type":"integer","context":"internal","category":"Fixed when built or initialised"}
oauth_validator_libraries	{"since":18,"type":"string","context":"sighup","default":"","category":"Connections: authentication"}
old_snapshot_threshold	{"since":10,"until":16,"type":"integer","context":"postmaster","unit":"min","min":-1,"max":86400,"default":"-1","category":"Resources: I/O and parallel work"}
operator_precedence_warning	{"since":10,"until":13,"type":"bool","context":"user","default":"off","category":"Compatibility: older PostgreSQL"}
optimize_bounded_sort	{"since":10,"needsBuild":"DEBUG_BOUNDED_SORT","type":"bool","context":"user","default":"on","category":"Developer options"}
output_plugin_libraries	{"since":14,"minors":{"14":"14.24","15":"15.19","16":"16.15","17":"17.11","18":"18.6"},"type":"string","context":"superuser","default":"pgoutput, test_decoding","category":"Replication: senders"}
parallel_leader_participation	{"since":11,"type":"bool","context":"user","default":"on","category":"Resources: I/O and parallel work"}
parallel_setup_cost	{"since":10,"type":"real","context":"user","min":0,"max":1.7976931348623157e+308,"default":"1000","category":"Planner: costs"}
parallel_tuple_cost	{"since":10,"type":"real","context":"user","min":0,"max":1.7976931348623157e+308,"default":"0.1","category":"Planner: costs"}
password_encryption	{"since":10,"type":"enum","context":"user","values":["md5","scram-sha-256"],"hiddenValues":["true","yes","on","1"],"default":"md5","category":"Connections: authentication","changes":{"14":{"hiddenValues":null,"default":"scram-sha-256"}}}
password_expiration_warning_threshold	{"since":19,"type":"integer","context":"sighup","unit":"s","min":0,"max":2147483647,"default":"604800","category":"Connections: authentication"}
plan_cache_mode	{"since":12,"type":"enum","context":"user","values":["auto","force_generic_plan","force_custom_plan"],"default":"auto","category":"Planner: other options"}
port	{"since":10,"type":"integer","context":"postmaster","min":1,"max":65535,"default":"5432","category":"Connections: addresses and limits"}
post_auth_delay	{"since":10,"type":"integer","context":"backend","unit":"s","min":0,"max":2147,"default":"0","category":"Developer options"}
pre_auth_delay	{"since":10,"type":"integer","context":"sighup","unit":"s","min":0,"max":60,"default":"0","category":"Developer options"}
primary_conninfo	{"since":12,"type":"string","context":"postmaster","default":"","category":"Replication: standbys","changes":{"13":{"context":"sighup"}}}
primary_slot_name	{"since":12,"type":"string","context":"postmaster","default":"","category":"Replication: standbys","changes":{"13":{"context":"sighup"}}}
promote_trigger_file	{"since":12,"until":15,"type":"string","context":"sighup","default":"","category":"Replication: standbys"}
quote_all_identifiers	{"since":10,"type":"bool","context":"user","default":"off","category":"Compatibility: older PostgreSQL"}
random_page_cost	{"since":10,"type":"real","context":"user","min":0,"max":1.7976931348623157e+308,"default":"4","category":"Planner: costs"}
recovery_end_command	{"since":12,"type":"string","context":"sighup","default":"","category":"WAL: recovery from an archive"}
recovery_init_sync_method	{"since":14,"type":"enum","context":"sighup","values":["fsync","syncfs"],"default":"fsync","category":"Error handling"}
recovery_min_apply_delay	{"since":12,"type":"integer","context":"sighup","unit":"ms","min":0,"max":2147483647,"default":"0","category":"Replication: standbys"}
recovery_prefetch	{"since":15,"type":"enum","context":"sighup","values":["off","on","try"],"hiddenValues":["true","false","yes","no","1","0"],"default":"try","category":"WAL: recovery"}
recovery_target	{"since":12,"type":"string","context":"postmaster","default":"","category":"WAL: recovery target"}
recovery_target_action	{"since":12,"type":"enum","context":"postmaster","values":["pause","promote","shutdown"],"default":"pause","category":"WAL: recovery target"}
recovery_target_inclusive	{"since":12,"type":"bool","context":"postmaster","default":"on","category":"WAL: recovery target"}
recovery_target_lsn	{"since":12,"type":"string","context":"postmaster","default":"","category":"WAL: recovery target"}
recovery_target_name	{"since":12,"type":"string","context":"postmaster","default":"","category":"WAL: recovery target"}
recovery_target_time	{"since":12,"type":"string","context":"postmaster","default":"","category":"WAL: recovery target"}
recovery_target_timeline	{"since":12,"type":"string","context":"postmaster","default":"latest","category":"WAL: recovery target"}
recovery_target_xid	{"since":12,"type":"string","context":"postmaster","default":"","category":"WAL: recovery target"}
recursive_worktable_factor	{"since":15,"type":"real","context":"user","min":0.001,"max":1000000,"default":"10","category":"Planner: other options"}
remove_temp_files_after_crash	{"since":14,"type":"bool","context":"sighup","default":"on","category":"Developer options"}
replacement_sort_tuples	{"since":10,"until":10,"type":"integer","context":"user","min":0,"max":2147483647,"default":"150000","category":"Resources: memory"}
reserved_connections	{"since":16,"type":"integer","context":"postmaster","min":0,"max":262143,"default":"0","category":"Connections: addresses and limits"}
restart_after_crash	{"since":10,"type":"bool","context":"sighup","default":"on","category":"Error handling"}
restore_command	{"since":12,"type":"string","context":"postmaster","default":"","category":"WAL: recovery from an archive","changes":{"14":{"context":"sighup"}}}
restrict_nonsystem_relation_kind	{"since":12,"minors":{"12":"12.20","13":"13.16","14":"14.13","15":"15.8","16":"16.4"},"type":"string","context":"user","default":"","category":"Sessions: how statements run"}
role	{"since":10,"type":"string","context":"user","default":"none","category":"Sessions: other defaults","hidden":true}
row_security	{"since":10,"type":"bool","context":"user","default":"on","category":"Connections: authentication","changes":{"11":{"category":"Sessions: how statements run"}}}
scram_iterations	{"since":16,"type":"integer","context":"user","min":1,"max":2147483647,"default":"4096","category":"Connections: authentication"}
search_path	{"since":10,"type":"string","context":"user","default":"\\"$user\\", public","category":"Sessions: how statements run"}
seed	{"since":10,"type":"real","context":"user","min":-1,"max":1,"default":"0","category":"Sessions: other defaults","hidden":true}
segment_size	{"since":10,"type":"integer","context":"internal","unit":"8kB","default":"131072","category":"Fixed when built or initialised"}
send_abort_for_crash	{"since":16,"type":"bool","context":"sighup","default":"off","category":"Developer options"}
send_abort_for_kill	{"since":16,"type":"bool","context":"sighup","default":"off","category":"Developer options"}
seq_page_cost	{"since":10,"type":"real","context":"user","min":0,"max":1.7976931348623157e+308,"default":"1","category":"Planner: costs"}
serializable_buffers	{"since":17,"type":"integer","context":"postmaster","unit":"8kB","min":16,"max":131072,"default":"32","category":"Resources: memory"}
server_encoding	{"since":10,"type":"string","context":"internal","category":"Sessions: language, time and formats","changes":{"14":{"category":"Fixed when built or initialised"}}}
server_version	{"since":10,"type":"string","context":"internal","category":"Fixed when built or initialised"}
server_version_num	{"since":10,"type":"integer","context":"internal","category":"Fixed when built or initialised"}
session_authorization	{"since":10,"type":"string","context":"user","category":"Sessions: other defaults","hidden":true}
session_preload_libraries	{"since":10,"type":"string","context":"superuser","default":"","category":"Sessions: libraries loaded in advance"}
session_replication_role	{"since":10,"type":"enum","context":"superuser","values":["origin","replica","local"],"default":"origin","category":"Sessions: how statements run"}
shared_buffers	{"since":10,"type":"integer","context":"postmaster","unit":"8kB","min":16,"max":1073741823,"default":"1024","category":"Resources: memory","changes":{"15":{"default":"16384"}}}
shared_memory_size	{"since":15,"type":"integer","context":"internal","unit":"MB","category":"Fixed when built or initialised"}
shared_memory_size_in_huge_pages	{"since":15,"type":"integer","context":"internal","category":"Fixed when built or initialised"}
shared_memory_type	{"since":12,"type":"enum","context":"postmaster","values":["sysv","mmap","windows"],"buildValues":["windows"],"default":"mmap","category":"Resources: memory"}
shared_preload_libraries	{"since":10,"type":"string","context":"postmaster","default":"","category":"Sessions: libraries loaded in advance"}
ssl	{"since":10,"type":"bool","context":"sighup","default":"off","category":"Connections: authentication","changes":{"11":{"category":"Connections: TLS"}}}
ssl_ca_file	{"since":10,"type":"string","context":"sighup","default":"","category":"Connections: authentication","changes":{"11":{"category":"Connections: TLS"}}}
ssl_cert_file	{"since":10,"type":"string","context":"sighup","default":"server.crt","category":"Connections: authentication","changes":{"11":{"category":"Connections: TLS"}}}
ssl_ciphers	{"since":10,"type":"string","context":"sighup","default":"HIGH:MEDIUM:+3DES:!aNULL","category":"Connections: authentication","changes":{"11":{"category":"Connections: TLS"}}}
ssl_crl_dir	{"since":14,"type":"string","context":"sighup","default":"","category":"Connections: TLS"}
ssl_crl_file	{"since":10,"type":"string","context":"sighup","default":"","category":"Connections: authentication","changes":{"11":{"category":"Connections: TLS"}}}
ssl_dh_params_file	{"since":10,"type":"string","context":"sighup","default":"","category":"Connections: authentication","changes":{"11":{"category":"Connections: TLS"}}}
ssl_ecdh_curve	{"since":10,"until":17,"type":"string","context":"sighup","default":"prime256v1","category":"Connections: authentication","changes":{"11":{"category":"Connections: TLS"}}}
ssl_groups	{"since":18,"type":"string","context":"sighup","aliases":["ssl_ecdh_curve"],"default":"X25519:prime256v1","category":"Connections: TLS"}
ssl_key_file	{"since":10,"type":"string","context":"sighup","default":"server.key","category":"Connections: authentication","changes":{"11":{"category":"Connections: TLS"}}}
ssl_library	{"since":12,"type":"string","context":"internal","category":"Fixed when built or initialised"}
ssl_max_protocol_version	{"since":12,"type":"enum","context":"sighup","values":["","TLSv1","TLSv1.1","TLSv1.2","TLSv1.3"],"default":"","category":"Connections: TLS"}
ssl_min_protocol_version	{"since":12,"type":"enum","context":"sighup","values":["TLSv1","TLSv1.1","TLSv1.2","TLSv1.3"],"default":"TLSv1","category":"Connections: TLS","changes":{"13":{"default":"TLSv1.2"}}}
ssl_passphrase_command	{"since":11,"type":"string","context":"sighup","default":"","category":"Connections: TLS"}
ssl_passphrase_command_supports_reload	{"since":11,"type":"bool","context":"sighup","default":"off","category":"Connections: TLS"}
ssl_prefer_server_ciphers	{"since":10,"type":"bool","context":"sighup","default":"on","category":"Connections: authentication","changes":{"11":{"category":"Connections: TLS"}}}
ssl_renegotiation_limit	{"since":10,"type":"integer","context":"user","min":0,"max":0,"default":"0","category":"Connections: TLS","hidden":true}
ssl_sni	{"since":19,"type":"bool","context":"sighup","default":"off","category":"Connections: TLS"}
ssl_tls13_ciphers	{"since":18,"type":"string","context":"sighup","default":"","category":"Connections: TLS"}
standard_conforming_strings	{"since":10,"type":"bool","context":"user","default":"on","category":"Compatibility: older PostgreSQL"}
statement_timeout	{"since":10,"type":"integer","context":"user","unit":"ms","min":0,"max":2147483647,"default":"0","category":"Sessions: how statements run"}
stats_fetch_consistency	{"since":15,"type":"enum","context":"user","values":["none","cache","snapshot"],"default":"cache","category":"Statistics: activity"}
stats_temp_directory	{"since":10,"until":14,"type":"string","context":"sighup","default":"pg_stat_tmp","category":"Statistics: activity"}
subtransaction_buffers	{"since":17,"type":"integer","context":"postmaster","unit":"8kB","min":0,"max":131072,"default":"0","category":"Resources: memory"}
summarize_wal	{"since":17,"type":"bool","context":"sighup","default":"off","category":"WAL: summaries"}
superuser_reserved_connections	{"since":10,"type":"integer","context":"postmaster","min":0,"max":262143,"default":"3","category":"Connections: addresses and limits"}
sync_replication_slots	{"since":17,"type":"bool","context":"sighup","default":"off","category":"Replication: standbys"}
synchronize_seqscans	{"since":10,"type":"bool","context":"user","default":"on","category":"Compatibility: older PostgreSQL"}
synchronized_standby_slots	{"since":17,"type":"string","context":"sighup","default":"","category":"Replication: primary"}
synchronous_commit	{"since":10,"type":"enum","context":"user","values":["local","remote_write","remote_apply","on","off"],"hiddenValues":["true","false","yes","no","1","0"],"default":"on","category":"WAL: settings"}
synchronous_standby_names	{"since":10,"type":"string","context":"sighup","default":"","category":"Replication: primary"}
syslog_facility	{"since":10,"type":"enum","context":"sighup","values":["local0","local1","local2","local3","local4","local5","local6","local7"],"default":"local0","category":"Logging: where"}
syslog_ident	{"since":10,"type":"string","context":"sighup","default":"postgres","category":"Logging: where"}
syslog_sequence_numbers	{"since":10,"type":"bool","context":"sighup","default":"on","category":"Logging: where"}
syslog_split_messages	{"since":10,"type":"bool","context":"sighup","default":"on","category":"Logging: where"}
tcp_keepalives_count	{"since":10,"type":"integer","context":"user","min":0,"max":2147483647,"default":"0","category":"Sessions: other defaults","changes":{"14":{"category":"Connections: addresses and limits"},"16":{"category":"Connections: TCP keepalive"}}}
tcp_keepalives_idle	{"since":10,"type":"integer","context":"user","unit":"s","min":0,"max":2147483647,"default":"0","category":"Sessions: other defaults","changes":{"14":{"category":"Connections: addresses and limits"},"16":{"category":"Connections: TCP keepalive"}}}
tcp_keepalives_interval	{"since":10,"type":"integer","context":"user","unit":"s","min":0,"max":2147483647,"default":"0","category":"Sessions: other defaults","changes":{"14":{"category":"Connections: addresses and limits"},"16":{"category":"Connections: TCP keepalive"}}}
tcp_user_timeout	{"since":12,"type":"integer","context":"user","unit":"ms","min":0,"max":2147483647,"default":"0","category":"Sessions: other defaults","changes":{"14":{"category":"Connections: addresses and limits"},"16":{"category":"Connections: TCP keepalive"}}}
temp_buffers	{"since":10,"type":"integer","context":"user","unit":"8kB","min":100,"max":1073741823,"default":"1024","category":"Resources: memory"}
temp_file_limit	{"since":10,"type":"integer","context":"superuser","unit":"kB","min":-1,"max":2147483647,"default":"-1","category":"Resources: disk"}
temp_tablespaces	{"since":10,"type":"string","context":"user","default":"","category":"Sessions: how statements run"}
TimeZone	{"since":10,"type":"string","context":"user","default":"GMT","category":"Sessions: language, time and formats"}
timezone_abbreviations	{"since":10,"type":"string","context":"user","category":"Sessions: language, time and formats"}
timing_clock_source	{"since":19,"type":"enum","context":"superuser","values":["auto","system","tsc"],"default":"auto","category":"Resources: clock"}
trace_connection_negotiation	{"since":17,"type":"bool","context":"postmaster","default":"off","category":"Developer options"}
trace_lock_oidmin	{"since":10,"needsBuild":"LOCK_DEBUG","type":"integer","context":"superuser","min":0,"max":2147483647,"default":"16384","category":"Developer options"}
trace_lock_table	{"since":10,"needsBuild":"LOCK_DEBUG","type":"integer","context":"superuser","min":0,"max":2147483647,"default":"0","category":"Developer options"}
trace_locks	{"since":10,"needsBuild":"LOCK_DEBUG","type":"bool","context":"superuser","default":"off","category":"Developer options"}
trace_lwlocks	{"since":10,"needsBuild":"LOCK_DEBUG","type":"bool","context":"superuser","default":"off","category":"Developer options"}
trace_notify	{"since":10,"type":"bool","context":"user","default":"off","category":"Developer options"}
trace_recovery_messages	{"since":10,"until":16,"type":"enum","context":"sighup","values":["debug5","debug4","debug3","debug2","debug1","log","notice","warning","error"],"hiddenValues":["debug","info","fatal","panic"],"default":"log","category":"Developer options","changes":{"12":{"hiddenValues":["debug","info"]}}}
trace_sort	{"since":10,"type":"bool","context":"user","default":"off","category":"Developer options"}
trace_syncscan	{"since":10,"needsBuild":"TRACE_SYNCSCAN","type":"bool","context":"user","default":"off","category":"Developer options"}
trace_userlocks	{"since":10,"needsBuild":"LOCK_DEBUG","type":"bool","context":"superuser","default":"off","category":"Developer options"}
track_activities	{"since":10,"type":"bool","context":"superuser","default":"on","category":"Statistics: activity"}
track_activity_query_size	{"since":10,"type":"integer","context":"postmaster","min":100,"max":102400,"default":"1024","category":"Resources: memory","changes":{"11":{"unit":"B"},"13":{"max":1048576},"14":{"category":"Statistics: activity"}}}
track_commit_timestamp	{"since":10,"type":"bool","context":"postmaster","default":"off","category":"Replication","changes":{"14":{"category":"Replication: senders"}}}
track_cost_delay_timing	{"since":18,"type":"bool","context":"superuser","default":"off","category":"Statistics: activity"}
track_counts	{"since":10,"type":"bool","context":"superuser","default":"on","category":"Statistics: activity"}
track_functions	{"since":10,"type":"enum","context":"superuser","values":["none","pl","all"],"default":"none","category":"Statistics: activity"}
track_io_timing	{"since":10,"type":"bool","context":"superuser","default":"off","category":"Statistics: activity"}
track_wal_io_timing	{"since":14,"type":"bool","context":"superuser","default":"off","category":"Statistics: activity"}
transaction_buffers	{"since":17,"type":"integer","context":"postmaster","unit":"8kB","min":0,"max":131072,"default":"0","category":"Resources: memory"}
transaction_deferrable	{"since":10,"type":"bool","context":"user","default":"off","category":"Sessions: how statements run"}
transaction_isolation	{"since":10,"type":"string","context":"user","default":"default","category":"Sessions: how statements run","changes":{"12":{"type":"enum","default":"read committed","values":["serializable","repeatable read","read committed","read uncommitted"]}}}
transaction_read_only	{"since":10,"type":"bool","context":"user","default":"off","category":"Sessions: how statements run"}
transaction_timeout	{"since":17,"type":"integer","context":"user","unit":"ms","min":0,"max":2147483647,"default":"0","category":"Sessions: how statements run"}
transform_null_equals	{"since":10,"type":"bool","context":"user","default":"off","category":"Compatibility: other systems and clients"}
unix_socket_directories	{"since":10,"type":"string","context":"postmaster","category":"Connections: addresses and limits"}
unix_socket_group	{"since":10,"type":"string","context":"postmaster","default":"","category":"Connections: addresses and limits"}
unix_socket_permissions	{"since":10,"type":"integer","context":"postmaster","min":0,"max":511,"default":"511","category":"Connections: addresses and limits"}
update_process_title	{"since":10,"type":"bool","context":"superuser","default":"on","category":"Logging: process titles"}
vacuum_buffer_usage_limit	{"since":16,"type":"integer","context":"user","unit":"kB","min":0,"max":16777216,"default":"256","category":"Resources: memory","changes":{"17":{"default":"2048"}}}
vacuum_cleanup_index_scale_factor	{"since":11,"until":13,"type":"real","context":"user","min":0,"max":10000000000,"default":"0.1","category":"Sessions: how statements run"}
vacuum_cost_delay	{"since":10,"type":"integer","context":"user","unit":"ms","min":0,"max":100,"default":"0","category":"Vacuum: throttling","changes":{"12":{"type":"real"}}}
vacuum_cost_limit	{"since":10,"type":"integer","context":"user","min":1,"max":10000,"default":"200","category":"Vacuum: throttling"}
vacuum_cost_page_dirty	{"since":10,"type":"integer","context":"user","min":0,"max":10000,"default":"20","category":"Vacuum: throttling"}
vacuum_cost_page_hit	{"since":10,"type":"integer","context":"user","min":0,"max":10000,"default":"1","category":"Vacuum: throttling"}
vacuum_cost_page_miss	{"since":10,"type":"integer","context":"user","min":0,"max":10000,"default":"10","category":"Vacuum: throttling","changes":{"14":{"default":"2"}}}
vacuum_defer_cleanup_age	{"since":10,"until":15,"type":"integer","context":"sighup","min":0,"max":1000000,"default":"0","category":"Replication: primary"}
vacuum_failsafe_age	{"since":14,"type":"integer","context":"user","min":0,"max":2100000000,"default":"1600000000","category":"Sessions: how statements run","changes":{"18":{"category":"Vacuum: freezing"}}}
vacuum_freeze_min_age	{"since":10,"type":"integer","context":"user","min":0,"max":1000000000,"default":"50000000","category":"Sessions: how statements run","changes":{"18":{"category":"Vacuum: freezing"}}}
vacuum_freeze_table_age	{"since":10,"type":"integer","context":"user","min":0,"max":2000000000,"default":"150000000","category":"Sessions: how statements run","changes":{"18":{"category":"Vacuum: freezing"}}}
vacuum_max_eager_freeze_failure_rate	{"since":18,"type":"real","context":"user","min":0,"max":1,"default":"0.03","category":"Vacuum: freezing"}
vacuum_multixact_failsafe_age	{"since":14,"type":"integer","context":"user","min":0,"max":2100000000,"default":"1600000000","category":"Sessions: how statements run","changes":{"18":{"category":"Vacuum: freezing"}}}
vacuum_multixact_freeze_min_age	{"since":10,"type":"integer","context":"user","min":0,"max":1000000000,"default":"5000000","category":"Sessions: how statements run","changes":{"18":{"category":"Vacuum: freezing"}}}
vacuum_multixact_freeze_table_age	{"since":10,"type":"integer","context":"user","min":0,"max":2000000000,"default":"150000000","category":"Sessions: how statements run","changes":{"18":{"category":"Vacuum: freezing"}}}
vacuum_truncate	{"since":18,"type":"bool","context":"user","default":"on","category":"Vacuum: behaviour"}
wal_block_size	{"since":10,"type":"integer","context":"internal","default":"8192","category":"Fixed when built or initialised"}
wal_buffers	{"since":10,"type":"integer","context":"postmaster","unit":"8kB","min":-1,"max":262143,"default":"-1","category":"WAL: settings"}
wal_compression	{"since":10,"type":"bool","context":"superuser","default":"off","category":"WAL: settings","changes":{"15":{"type":"enum","values":["pglz","on","off","lz4","zstd"],"hiddenValues":["true","false","yes","no","1","0"],"buildValues":["lz4","zstd"]},"19":{"values":["pglz","lz4","zstd","on","off"]}}}
wal_consistency_checking	{"since":10,"type":"string","context":"superuser","default":"","category":"Developer options"}
wal_debug	{"since":10,"needsBuild":"WAL_DEBUG","type":"bool","context":"superuser","default":"off","category":"Developer options"}
wal_decode_buffer_size	{"since":15,"type":"integer","context":"postmaster","unit":"B","min":65536,"max":1073741823,"default":"524288","category":"WAL: recovery"}
wal_init_zero	{"since":12,"type":"bool","context":"superuser","default":"on","category":"WAL: settings"}
wal_keep_segments	{"since":10,"until":12,"type":"integer","context":"sighup","min":0,"max":2147483647,"default":"0","category":"Replication: senders"}
wal_keep_size	{"since":13,"type":"integer","context":"sighup","unit":"MB","min":0,"max":2147483647,"default":"0","category":"Replication: senders"}
wal_level	{"since":10,"type":"enum","context":"postmaster","values":["minimal","replica","logical"],"hiddenValues":["archive","hot_standby"],"default":"replica","category":"WAL: settings"}
wal_log_hints	{"since":10,"type":"bool","context":"postmaster","default":"off","category":"WAL: settings"}
wal_receiver_create_temp_slot	{"since":13,"type":"bool","context":"sighup","default":"off","category":"Replication: standbys"}
wal_receiver_status_interval	{"since":10,"type":"integer","context":"sighup","unit":"s","min":0,"max":2147483,"default":"10","category":"Replication: standbys"}
wal_receiver_timeout	{"since":10,"type":"integer","context":"sighup","unit":"ms","min":0,"max":2147483647,"default":"60000","category":"Replication: standbys","changes":{"19":{"context":"user"}}}
wal_recycle	{"since":12,"type":"bool","context":"superuser","default":"on","category":"WAL: settings"}
wal_retrieve_retry_interval	{"since":10,"type":"integer","context":"sighup","unit":"ms","min":1,"max":2147483647,"default":"5000","category":"Replication: standbys"}
wal_segment_size	{"since":10,"type":"integer","context":"internal","unit":"8kB","category":"Fixed when built or initialised","changes":{"11":{"unit":"B"}}}
wal_sender_shutdown_timeout	{"since":19,"type":"integer","context":"user","unit":"ms","min":-1,"max":2147483647,"default":"-1","category":"Replication: senders"}
wal_sender_timeout	{"since":10,"type":"integer","context":"sighup","unit":"ms","min":0,"max":2147483647,"default":"60000","category":"Replication: senders","changes":{"12":{"context":"user"}}}
wal_skip_threshold	{"since":13,"type":"integer","context":"user","unit":"kB","min":0,"max":2147483647,"default":"2048","category":"WAL: settings"}
wal_summary_keep_time	{"since":17,"type":"integer","context":"sighup","unit":"min","min":0,"max":35791394,"default":"14400","category":"WAL: summaries"}
wal_sync_method	{"since":10,"type":"enum","context":"sighup","values":["fsync","fdatasync","open_sync","open_datasync","fsync_writethrough"],"buildValues":["fsync_writethrough"],"default":"fdatasync","category":"WAL: settings"}
wal_writer_delay	{"since":10,"type":"integer","context":"sighup","unit":"ms","min":1,"max":10000,"default":"200","category":"WAL: settings"}
wal_writer_flush_after	{"since":10,"type":"integer","context":"sighup","unit":"8kB","min":0,"max":2147483647,"default":"128","category":"WAL: settings"}
work_mem	{"since":10,"type":"integer","context":"user","unit":"kB","min":64,"max":2147483647,"aliases":["sort_mem"],"default":"4096","category":"Resources: memory"}
xmlbinary	{"since":10,"type":"enum","context":"user","values":["base64","hex"],"default":"base64","category":"Sessions: how statements run"}
xmloption	{"since":10,"type":"enum","context":"user","values":["content","document"],"default":"content","category":"Sessions: how statements run"}
zero_damaged_pages	{"since":10,"type":"bool","context":"superuser","default":"off","category":"Developer options"}`;
