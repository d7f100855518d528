// The types of the library, without those of everything else.
import { readdir, readFile, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/**
 * Removes the declarations that no entry leads to.
 *
 * @param {string} folder where the compiler wrote them
 * @param {readonly string[]} entries the declarations that people import
 */
export async function keepReachable(folder, entries) {
  const kept = new Set();
  const visit = async (path) => {
    if (kept.has(path)) return;
    kept.add(path);
    const text = await readFile(path, 'utf8');
    const imported = [...text.matchAll(/(?:from|import\()\s*["'](\.[^"']+)\.js["']/g)].map(([, name]) => name);
    for (const name of imported) await visit(resolve(dirname(path), `${name}.d.ts`));
  };
  for (const entry of entries) await visit(entry);
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  const folders = [];
  for (const entry of all) {
    const path = resolve(entry.parentPath ?? entry.path, entry.name);
    if (entry.isDirectory()) folders.push(path);
    else if (!kept.has(path)) await rm(path);
  }
  // The deepest come first, so that a folder that is left empty goes as well.
  for (const path of folders.sort().reverse())
    if ((await readdir(path)).length === 0) await rm(path, { recursive: true });
}
