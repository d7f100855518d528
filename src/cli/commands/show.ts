import type { Major } from '../../catalog/majors.js';
import type { ClusterDefinition } from '../../cluster/find/definition.js';
import { loadCluster } from '../../cluster/load.js';
import type { Cluster, HbaReading, HostsReading, ReadingError } from '../../cluster/types.js';
import { showSettings } from '../../cluster/views/file-settings.js';
import { hbaRows, hostsRows, identRows } from '../../cluster/views/views.js';
import { isCarried, pathOfDocument } from '../../documents/document.js';
import { relativePath, resolvePath, toCorePath } from '../../files/paths.js';
import { createFileReader } from '../../formats/file-reader.js';
import type { AuthReading } from '../../formats/format.js';
import { servingEntry } from '../../formats/hosts/serving.js';
import { type ReadingOf, recordFormats } from '../../formats/index.js';
import { isOpenError } from '../../formats/open-error.js';
import { join, lineEnd, printableJson, say } from '../../report/printable.js';
import { formatTable } from '../../report/text/table.js';
import { authKinds } from '../../syntax/kinds.js';
import type { AuthKind } from '../../syntax/nodes.js';
import { readArguments } from '../arguments.js';
import { readChoice } from '../choices.js';
import { type Command, CommandError } from '../command.js';
import { type ChosenCluster, chooseCluster, clusterOptions, readClusterChoice } from '../one-cluster.js';
import type { Options } from '../options.js';

const usage = `pgconflint show hba|ident|hosts|settings PATH [options]

Prints what a server would see in the files, as its own views do: pg_hba_file_rules, pg_ident_file_mappings and
pg_file_settings; pg_hosts.conf, which has no view, in the same way. PATH is the file, or the folder of a cluster.
hosts --server-name NAME prints the one entry that a client meets which asks for NAME.`;

const options = {
  ...clusterOptions,
  'server-name': { value: 'NAME', text: 'with hosts: the host name that a client asks for (SNI); /no_sni/ for none' },
  format: { value: 'NAME', short: 'f', default: 'table', words: ['table', 'json'], text: 'table (default) or json' },
} as const satisfies Options;

const notes = `  An error is our own sentence. Exit codes: 0 done, whatever the rows say; 2 the work could not be done.`;

/** What is shown of each kind of file: the columns of the server's view, and its rows. */
const views: { readonly [Kind in AuthKind]: RecordView<ReadingOf<Kind>> } = {
  hba: {
    headings: [
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
    rows: (reading, target, folder) => hbaRows(reading, target, folder).map((row) => ({ ...row })),
  },
  ident: {
    headings: ['map_number', 'file_name', 'line_number', 'map_name', 'sys_name', 'pg_username', 'error'],
    rows: (reading, _, folder) => identRows(reading, folder).map((row) => ({ ...row })),
  },
  hosts: {
    headings: [
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
    rows: (reading, _, folder) => hostsRows(reading, folder).map((row) => ({ ...row })),
  },
};

const settingHeadings = ['sourcefile', 'sourceline', 'seqno', 'name', 'setting', 'applied', 'error'];

interface RecordView<Reading> {
  headings: readonly string[];
  rows(reading: Reading, target: Major, folder: string): readonly Row[];
}

const viewNames = [...authKinds, 'settings'] as const;

type View = AuthKind | 'settings';
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
  options,
  notes,
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, options);
    const [view, path, ...rest] = positionals;
    if (view === undefined || !isView(view)) {
      throw new CommandError(`Say what to show: ${viewNames.join(', ')}.`);
    }
    if (path === undefined || rest.length > 0) throw new CommandError(`Name one file or folder: show ${view} PATH.`);
    const asked = values['server-name'];
    if (asked !== undefined && view !== 'hosts') throw new CommandError('--server-name goes with show hosts.');
    const format = await readChoice('format', values.format, options.format.words);
    const chosen = await chooseCluster(path, terminal, {
      ...readClusterChoice(values),
      kind: view === 'settings' ? 'conf' : view,
    });
    const start = resolvePath(toCorePath(terminal.cwd), toCorePath(path));
    const shown = show(view, start, chosen, asked);
    terminal.write(
      format === 'json'
        ? join([printableJson(shown.rows, 2), lineEnd])
        : formatTable(view === 'settings' ? settingHeadings : views[view].headings, shown.rows, {
            width: terminal.columns,
            once: view === 'settings' ? 'sourcefile' : 'file_name',
            below: ['error', 'options', 'passphrase_command', 'netmask', 'ca', 'key'],
          }),
    );
    for (const remark of shown.remarks) terminal.writeError(say`pgconflint: ${remark}\n`);
    return 0;
  },
};

function isView(word: string): word is View {
  return viewNames.some((name) => name === word);
}

function show(view: View, start: string, chosen: ChosenCluster, serverName: string | undefined): Shown {
  const isFile = chosen.fileSystem.kind(start) === 'file';
  if (view === 'settings') return { rows: settingRows(isFile ? start : undefined, chosen), remarks: [] };
  const { definition, fileSystem, target, options } = chosen;
  const cluster = loadCluster(definition, fileSystem, target, options);
  // A file of settings stands for its cluster.
  const isAsked = isFile && !cluster.configuration.files.some(({ path }) => path === start);
  const reading = isAsked ? readAsked(view, start, chosen, cluster) : cluster[view];
  if (serverName === undefined || reading === undefined || !('entries' in reading))
    return showRecords(view, reading, start, chosen, cluster);
  return showServing(reading, serverName, chosen, cluster);
}

/** The entry that a client meets, or why it meets none. */
function showServing(
  reading: HostsReading,
  name: string,
  { folder }: ChosenCluster,
  { configuration }: Cluster,
): Shown {
  const none = (remark: string) => ({ rows: [], remarks: [remark] });
  if (!reading.loads)
    return none('The file has errors: a server does not start with it, and a reload changes nothing.');
  const { reading: sni } = configuration.get('ssl_sni');
  if (configuration.main !== undefined && sni?.ok === true && sni.value !== true)
    return none('ssl_sni is off: every client meets the certificate of ssl_cert_file.');
  const entry = servingEntry(reading.entries, name === '/no_sni/' ? undefined : name);
  const who = name === '/no_sni/' ? 'A client that asks for no name' : `A client that asks for ${name}`;
  if (entry === undefined) return none(`${who} is refused: no entry is for it, and none is for *.`);
  return { rows: hostsRows({ ...reading, rows: [entry] }, folder).map((row) => ({ ...row })), remarks: [] };
}

function showRecords<Kind extends AuthKind>(
  kind: Kind,
  reading: ReadingOf<Kind> | undefined,
  start: string,
  { target, folder }: ChosenCluster,
  cluster: Cluster,
): Shown {
  if (reading === undefined) throw new CommandError(describeMissing(kind, start, cluster));
  const view: RecordView<ReadingOf<Kind>> = views[kind];
  return { rows: view.rows(reading, target, folder), remarks: remarksOf(reading, folder) };
}

/** The rows of settings, with names relative to the folder. A file that is not the cluster's main one is read alone. */
function settingRows(
  file: string | undefined,
  { definition, fileSystem, target, options, folder }: ChosenCluster,
): Row[] {
  const { id, main, auto } = definition;
  const isMain = file === undefined || isCarried(id) || main === file || auto === file;
  if (isMain && main === undefined && auto === undefined) {
    throw new CommandError(`${definition.folder} has no postgresql.conf.`);
  }
  const asked: ClusterDefinition = isMain
    ? definition
    : { ...definition, id: file, path: file, main: file, auto: undefined, extent: 'snippet' };
  const rows = showSettings(asked, fileSystem, target, options);
  return rows.map((row) => ({
    ...row,
    sourcefile: row.sourcefile === null ? null : relativePath(pathOfDocument(row.sourcefile), folder),
  }));
}

/** A file that was named is read itself, whatever the settings of its cluster name. */
function readAsked<Kind extends AuthKind>(
  kind: Kind,
  path: string,
  chosen: ChosenCluster,
  cluster: Cluster,
): ReadingOf<Kind> {
  const reader = createFileReader(chosen.fileSystem, chosen.target, chosen.options);
  const reading = recordFormats[kind].read(path, reader, cluster.configuration, chosen.target);
  if (isOpenError(reading)) throw new CommandError(`${reading.path} cannot be read: ${reading.explanation}.`);
  return reading as ReadingOf<Kind>;
}

function describeMissing(kind: AuthKind, path: string, cluster: Cluster): string {
  const [failure] = cluster.unreadFiles ?? [];
  if (failure !== undefined) return `${failure.path} cannot be read: ${failure.explanation}.`;
  return `${path} has no ${recordFormats[kind].fileName}.`;
}

/** What the server's view has no row for, and what files alone do not tell. */
function remarksOf(reading: AuthReading | HbaReading, folder: string): string[] {
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
