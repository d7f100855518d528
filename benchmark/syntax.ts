/**
 * How fast texts become trees: npx tsx --expose-gc benchmark/syntax.ts [records]
 *
 * "first" is the first parse of a 30 KB file in this process, with nothing compiled yet; the others are the best of nine.
 */
import { parse } from '../src/formats/parse.js';

const records = Number(process.argv[2] ?? 100_000);
const numbered = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('');

const networks = ['127.0.0.1/32', '::1/128', '10.0.0.0/8', '192.168.1.0/24'];
const hba = (count: number) =>
  numbered(count, (index) =>
    index % 7 === 0
      ? `local   db${index},"other db"   user${index}   peer map=m${index}\n`
      : `hostssl    db${index}    +group${index % 100}    ${networks[index % 4]}    scram-sha-256\n`,
  );
const conf = (count: number) =>
  numbered(count, (index) => {
    if (index % 3 === 0) return `#max_connections = ${index}\t\t# (change requires restart)\n`;
    return index % 3 === 1 ? `shared_buffers = ${index}MB\t\t# min 128kB\n` : `log_line_prefix = '%m [%p] '\n`;
  });
const ident = (count: number) => numbered(count, (index) => `map${index % 10} /^(.*)@example${index}$ \\1 # who\n`);

function milliseconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function heapBytes(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

interface Row {
  text: string;
  'size (MB)': string;
  'time (ms)': string;
  'MB/s': string;
  'tree (MB)': string;
}

function row(name: string, text: string, time: number, treeBytes: number | undefined): Row {
  const size = text.length / 1e6;
  return {
    text: name,
    'size (MB)': size.toFixed(2),
    'time (ms)': time.toFixed(1),
    'MB/s': (size / (time / 1000)).toFixed(1),
    'tree (MB)': treeBytes === undefined ? '' : (treeBytes / 1e6).toFixed(0),
  };
}

const rows: Row[] = [];
const small = { 'pg_hba.conf': hba(450), 'postgresql.conf': conf(800) };
for (const [name, text] of Object.entries(small)) {
  const kind = name === 'pg_hba.conf' ? 'hba' : 'conf';
  rows.push(
    row(
      `${name}, first`,
      text,
      milliseconds(() => parse(text, kind, 18)),
      undefined,
    ),
  );
}

const large = [
  ['pg_hba.conf', 'hba', hba(records)],
  ['pg_hba.conf, CRLF', 'hba', hba(records).replaceAll('\n', '\r\n')],
  ['pg_hba.conf, continued lines', 'hba', hba(records).replaceAll('    +', ' \\\n +')],
  ['pg_ident.conf', 'ident', ident(records)],
  ['postgresql.conf', 'conf', conf(records)],
  ['postgresql.conf, all broken', 'conf', numbered(records, (index) => `broken-${index} = 'x' y # z\n`)],
] as const;
for (const [name, kind, text] of large) {
  const before = heapBytes();
  let tree: unknown = parse(text, kind, 18);
  const bytes = globalThis.gc === undefined || tree === undefined ? undefined : heapBytes() - before;
  tree = undefined;
  const times = Array.from({ length: 9 }, () => milliseconds(() => parse(text, kind, 18)));
  rows.push(row(`${name}, ${records} lines`, text, Math.min(...times), bytes));
}
console.table(rows);
