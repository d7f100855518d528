import { createFileReader, isOpenError } from '../../cluster/file-reader.js';
import { loadCluster } from '../../cluster/load.js';
import { readHba } from '../../cluster/records/hba.js';
import { readHosts } from '../../cluster/records/hosts.js';
import { readIdent } from '../../cluster/records/ident.js';
import { showSettings } from '../../cluster/settings/file-settings.js';
import type { Cluster, HbaReading, HostsReading, IdentReading, ReadingError } from '../../cluster/types.js';
import { hbaRows, hostsRows, identRows } from '../../cluster/views/views.js';
import { relativePath, resolvePath, toCorePath } from '../../files/paths.js';
import { readArguments } from '../arguments.js';
import { type Command, CommandError } from '../command.js';
import {
  type ChosenCluster,
  chooseCluster,
  clusterArguments,
  clusterUsage,
  readClusterChoice,
} from '../one-cluster.js';
import { formatTable } from '../table.js';

const usage = `pgconflint show hba|ident|hosts|settings PATH [options]

Prints what a server would see in the files, as its own views do: pg_hba_file_rules, pg_ident_file_mappings and
pg_file_settings; pg_hosts.conf, which has no view, in the same way. PATH is the file, or the folder of a cluster.

${clusterUsage}      --format NAME       table (default) or json

  An error is our own sentence. Exit codes: 0 done, whatever the rows say; 2 the work could not be done.
`;

const headings = {
  hba: [
    'rule_number',
    'file_name',
    'line_number',
    'type',
    'database',
    'user_name',
    'address',
    'netmask',
    'auth_method',
    'options',
    'error',
  ],
  ident: ['map_number', 'file_name', 'line_number', 'map_name', 'sys_name', 'pg_username', 'error'],
  hosts: [
    'file_name',
    'line_number',
    'host_names',
    'certificate',
    'key',
    'ca',
    'passphrase_command',
    'passphrase_command_reload',
    'error',
  ],
  settings: ['sourcefile', 'sourceline', 'seqno', 'name', 'setting', 'applied', 'error'],
} as const;

type View = keyof typeof headings;
type Row = Readonly<Record<string, unknown>>;

/** What is printed, and what the rows do not say. */
interface Shown {
  rows: readonly Row[];
  remarks: string[];
}

export const command: Command = {
  name: 'show',
  summary: 'Print what a server would see: records, mappings, host entries or settings',
  usage,
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      ...clusterArguments,
      format: { type: 'string', default: 'table' },
    });
    const [view, path, ...rest] = positionals;
    if (view === undefined || !isView(view)) {
      throw new CommandError(`Say what to show: ${Object.keys(headings).join(', ')}.`);
    }
    if (path === undefined || rest.length > 0) throw new CommandError(`Name one file or folder: show ${view} PATH.`);
    const { format } = values;
    if (format !== 'table' && format !== 'json') {
      throw new CommandError(`There is no format ${format}; the formats are table and json.`);
    }
    const chosen = await chooseCluster(path, terminal, {
      ...readClusterChoice(values),
      kind: view === 'settings' ? 'conf' : view,
    });
    const start = resolvePath(toCorePath(terminal.cwd), toCorePath(path));
    const shown = show(view, start, chosen);
    terminal.write(
      format === 'json' ? `${JSON.stringify(shown.rows, null, 2)}\n` : formatTable(headings[view], shown.rows),
    );
    for (const remark of shown.remarks) terminal.writeError(`pgconflint: ${remark}\n`);
    return 0;
  },
};

function isView(word: string): word is View {
  return Object.hasOwn(headings, word);
}

function show(view: View, start: string, chosen: ChosenCluster): Shown {
  const isFile = chosen.fileSystem.kind(start) === 'file';
  if (view === 'settings') return { rows: settingRows(isFile ? start : undefined, chosen), remarks: [] };
  const { definition, fileSystem, target, options } = chosen;
  const cluster = loadCluster(definition, fileSystem, target, options);
  // A file of settings stands for its cluster.
  const isAsked = isFile && !cluster.configuration.files.some(({ path }) => path === start);
  const reading = isAsked ? readAsked(view, start, chosen, cluster) : cluster[view];
  if (reading === undefined) throw new CommandError(describeMissing(view, start, cluster));
  return { rows: rowsOf(reading, chosen), remarks: remarksOf(reading, chosen.folder) };
}

/** The rows of settings, with names relative to the folder. A file that is not the cluster's main one is read alone. */
function settingRows(
  file: string | undefined,
  { definition, fileSystem, target, options, folder }: ChosenCluster,
): Row[] {
  const isMain = file === undefined || definition.main === file || definition.auto === file;
  if (isMain && definition.main === undefined && definition.auto === undefined) {
    throw new CommandError(`${definition.folder} has no postgresql.conf.`);
  }
  const asked = isMain ? definition : { ...definition, path: file, main: file, auto: undefined, complete: false };
  const rows = showSettings(asked, fileSystem, target, options);
  return rows.map((row) => ({
    ...row,
    sourcefile: row.sourcefile === null ? null : relativePath(row.sourcefile, folder),
  }));
}

type Reading = HbaReading | IdentReading | HostsReading;

/** A file that was named is read itself, whatever the settings of its cluster name. */
function readAsked(view: Exclude<View, 'settings'>, path: string, chosen: ChosenCluster, cluster: Cluster): Reading {
  const reader = createFileReader(chosen.fileSystem, chosen.target, chosen.options);
  const reading =
    view === 'hba'
      ? readHba(path, reader, cluster.configuration, chosen.target)
      : view === 'ident'
        ? readIdent(path, reader, chosen.target)
        : readHosts(path, reader, chosen.target);
  if (isOpenError(reading)) throw new CommandError(`${reading.path} cannot be read: ${reading.explanation}.`);
  return reading;
}

function describeMissing(view: View, path: string, cluster: Cluster): string {
  const [failure] = cluster.unreadFiles ?? [];
  if (failure !== undefined) return `${failure.path} cannot be read: ${failure.explanation}.`;
  return `${path} has no pg_${view}.conf.`;
}

function rowsOf(reading: Reading, { target, folder }: ChosenCluster): readonly Row[] {
  if ('records' in reading) return hbaRows(reading, target, folder) as unknown as Row[];
  if ('mappings' in reading) return identRows(reading, folder) as unknown as Row[];
  return hostsRows(reading, folder) as unknown as Row[];
}

/** What the server's view has no row for, and what files alone do not tell. */
function remarksOf(reading: Reading, folder: string): string[] {
  const place = ({ file }: ReadingError) => relativePath(file.path, folder);
  const remarks = reading.errors
    .filter(({ code, severity }) => severity === 'warning' || code === 'no-entries')
    .map((error) => `${place(error)}: ${error.message}`);
  if (!('records' in reading)) return remarks;
  for (const record of reading.records) {
    const where = `${relativePath(record.file.path, folder)}:${record.line}`;
    for (const reason of record.undecidable ?? []) remarks.push(`${where}: files alone do not tell ${reason}.`);
    const assumed = record.error?.assumes;
    if (assumed !== undefined && assumed !== 'interfaces') {
      remarks.push(`${where}: no postgresql.conf was found, so ${assumed} counts as not set.`);
    }
  }
  return remarks;
}
