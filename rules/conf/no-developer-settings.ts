import { cis } from '../../src/rule-kit/controls.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { reportUnwanted, type UnwantedSetting } from '../../src/rule-kit/settings/unwanted-settings.js';

/** Settings for people who work on PostgreSQL itself or rescue a broken cluster. */
const settings: readonly UnwantedSetting[] = [
  {
    name: 'allow_system_table_mods',
    good: [false],
    effect: 'lets superusers change the system catalogs, which can make the cluster unusable',
  },
  {
    name: 'ignore_system_indexes',
    good: [false],
    effect: 'reads the system catalogs without their indexes, so that everything is slow',
  },
  {
    name: 'zero_damaged_pages',
    good: [false],
    effect: 'empties damaged pages with a warning only, and their rows are gone for good',
  },
  {
    name: 'ignore_checksum_failure',
    good: [false],
    effect: 'goes on with pages whose checksum is wrong, and may spread the damage',
  },
  {
    name: 'ignore_invalid_pages',
    good: [false],
    effect: 'lets recovery skip changes to pages that are missing, which loses data',
  },
  { name: 'jit_debugging_support', good: [false], effect: 'registers compiled functions with a debugger' },
  { name: 'jit_profiling_support', good: [false], effect: 'writes files for a profiler with each compiled function' },
  { name: 'jit_dump_bitcode', good: [false], effect: 'writes the code of each compiled query into the data directory' },
  {
    name: 'debug_discard_caches',
    good: [0],
    effect: 'throws caches away all the time, so that everything is very slow',
  },
  {
    name: 'allow_in_place_tablespaces',
    good: [false],
    effect: 'lets tablespaces stand inside the data directory, which backup tools do not expect',
  },
  { name: 'trace_notify', good: [false], effect: 'fills the log with the inner steps of LISTEN and NOTIFY' },
  { name: 'trace_sort', good: [false], effect: 'fills the log with the inner steps of sorts' },
  {
    name: 'wal_consistency_checking',
    good: [''],
    effect:
      'writes whole pages into the WAL to compare them, which slows every change, and a difference stops a standby',
  },
  { name: 'post_auth_delay', good: [0], effect: 'makes each session wait after its login, for a debugger' },
  { name: 'pre_auth_delay', good: [0], effect: 'makes each connection wait before its login, for a debugger' },
  {
    name: 'remove_temp_files_after_crash',
    good: [true],
    effect: 'keeps the temporary files after each crash, until the disk is full',
  },
  {
    name: 'debug_io_direct',
    good: [''],
    effect: 'bypasses the kernel’s cache before PostgreSQL can do without it, so that reading is slow',
  },
  { name: 'send_abort_for_crash', good: [false], effect: 'has every process write a core file when one crashes' },
  { name: 'send_abort_for_kill', good: [false], effect: 'has every process write a core file when one must be killed' },
  {
    name: 'force_parallel_mode',
    good: ['off'],
    effect: 'runs queries in a parallel worker without need, which slows them',
  },
  {
    name: 'debug_parallel_query',
    good: ['off'],
    effect: 'runs queries in a parallel worker without need, which slows them',
  },
  {
    name: 'debug_logical_replication_streaming',
    good: ['buffered'],
    effect: 'streams or writes each logical change at once, which slows replication',
  },
];

export default defineRule({
  id: 'conf/no-developer-settings',
  meta: {
    type: 'problem',
    summary: 'Disallow settings that are for work on PostgreSQL itself or for the rescue of a broken cluster',
    category: 'durability',
    presets: ['recommended'],
    controls: [...cis('6.2', '6.5')],
    messages: {
      unwanted: {
        headline: '{name} = {value} is for developers',
        why: 'It {effect}. It belongs in a single session, if anywhere.',
        help: 'Remove the line ({name} = {good}).',
      },
    },
    fix: 'safe',
  },
  create(context) {
    return {
      Cluster: () => reportUnwanted(context, settings),
    };
  },
});
