/**
 * How long YAML files take: 1,000 manifests that carry PostgreSQL's files, and 10,000 that do not, beside a program that reads
 * the same files and does nothing with them.
 *
 * npm run build && npx tsx benchmark/carriers.ts
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alternate, bareNode, node, pgconflint } from './measure.js';
import { printAlone, type Row, rowsOf } from './row.js';
import { hbaText } from './texts.js';

/** Measures both folders. */
export async function run(): Promise<Row[]> {
  const base = mkdtempSync(join(tmpdir(), 'pgconflint-'));
  try {
    const carrying = join(base, 'carrying');
    const other = join(base, 'other');
    for (let index = 0; index < 1_000; index++) write(carrying, index, manifests[index % manifests.length]!(index));
    write(other, 10_000, manifests[0]!(0));
    for (let index = 0; index < 10_000; index++) write(other, index, service(index));
    const rows: Row[] = [];
    for (const [work, folder] of [
      ['1000 manifests with configuration', carrying],
      ['10000 other YAML files', other],
    ] as const) {
      const lint = pgconflint('pgconflint, 1 thread', ['lint', '--format', 'json', '--jobs', '1', folder]);
      rows.push(...rowsOf(work, await alternate([bareNode, reader(folder), lint], 3)));
    }
    return rows;
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

/** So many files a folder as repositories have. */
function write(folder: string, index: number, text: string): void {
  const inner = join(folder, `part${Math.floor(index / 50)}`);
  mkdirSync(inner, { recursive: true });
  writeFileSync(join(inner, `file${index}.yaml`), text);
}

const indented = (text: string, by: string) => text.trimEnd().replaceAll(/^/gm, by);
const settings = "listen_addresses = '*'\nshared_buffers = 2GB\nwork_mem = 16MB\nssl = on\n";

const manifests: readonly ((index: number) => string)[] = [
  (index) =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: db${index}\ndata:\n  postgresql.conf: |\n${indented(settings, '    ')}\n  pg_hba.conf: |\n${indented(hbaText(20), '    ')}\n`,
  (index) =>
    `apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata:\n  name: db${index}\nspec:\n  instances: 3\n  storage:\n    size: 100Gi\n  postgresql:\n    parameters:\n      shared_buffers: "2GB"\n      work_mem: "16MB"\n    pg_hba:\n${indented(hbaText(20), '      - ')}\n`,
  (index) =>
    `services:\n  db${index}:\n    image: postgres:17\n    mem_limit: 8g\n    environment:\n      POSTGRES_PASSWORD: secret\n    command: postgres -c shared_buffers=2GB -c work_mem=16MB -c ssl=on\n`,
  (index) =>
    `scope: db${index}\nrestapi:\n  listen: 0.0.0.0:8008\npostgresql:\n  listen: 0.0.0.0:5432\n  parameters:\n    shared_buffers: 2GB\n  pg_hba:\n${indented(hbaText(20), '  - ')}\n`,
];

const service = (index: number) =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web${index}\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.27\n          ports:\n            - containerPort: 80\n          env:\n${'            - name: A\n              value: b\n'.repeat(20)}`;

function reader(folder: string) {
  const script = `const fs = require('fs'), path = require('path'); for (const entry of fs.readdirSync(process.argv[1], { recursive: true, withFileTypes: true })) if (entry.isFile()) fs.readFileSync(path.join(entry.parentPath ?? entry.path, entry.name), 'utf8');`;
  return node('node that reads the files', ['-e', script, folder]);
}

await printAlone(import.meta.url, run);
