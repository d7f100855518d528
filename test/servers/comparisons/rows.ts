/** Rows of the server's views, and where two readings of the same files differ. */
import { dirname } from 'node:path';
import type { Files } from '../generators/conf-trees.js';
import type { Server } from '../server.js';

/** A row of a view: its columns by name, as JSON. */
export type Row = Readonly<Record<string, unknown>>;

/** Lines as `file:line`. */
export type LineKey = string;

/**
 * The rows of one of the server's views, file names relative to the data folder.
 *
 * @param view the name of a view without parameters
 */
export async function viewRows(server: Server, view: string): Promise<Row[]> {
  const { rows } = await server.query(`SELECT row_to_json(v) FROM ${view} v`);
  return rows.map(([json]) => relativeNames(JSON.parse(json!) as Row, server.folder));
}

function relativeNames(row: Row, folder: string): Row {
  for (const column of ['file_name', 'sourcefile']) {
    const name = row[column];
    if (typeof name === 'string' && name.startsWith(`${folder}/`)) {
      return { ...row, [column]: name.slice(folder.length + 1) };
    }
  }
  return row;
}

/** Whether a row of the authentication views tells of a line that does not load: some such rows carry no text. */
export function isBroken(row: Row): boolean {
  return row['error'] !== null || (row['type'] ?? row['map_name'] ?? null) === null;
}

/**
 * A row in a form to compare: only the columns that the server has, every error just an error, also where the server
 * shows an empty row without a text.
 *
 * @param columns the columns that count
 */
export function comparable(row: Row, columns: readonly string[]): string {
  return JSON.stringify(columns.map((column) => (column === 'error' ? isBroken(row) : (row[column] ?? null))));
}

/** Writes files into the data folder, and takes away what an earlier input left there. */
export class Workspace {
  readonly #server: Server;
  #written: Files = {};

  constructor(server: Server) {
    this.#server = server;
  }

  put(files: Files): void {
    for (const path of Object.keys(this.#written)) {
      if (!(path in files)) this.#server.remove(path.includes('/') ? path.slice(0, path.indexOf('/')) : path);
    }
    for (const [path, text] of Object.entries(files)) {
      if (this.#written[path] !== text || dirname(path) !== '.') this.#server.write(path, text);
    }
    this.#written = files;
  }

  /** Takes away all that was written, and puts the server's own files back. */
  clear(): void {
    this.put({});
    this.#server.restore();
  }
}
