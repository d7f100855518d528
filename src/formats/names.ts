/** What the names of files of settings tell, beyond their kind. */
import { baseNameOf, folderOf } from '../files/paths.js';
import { authKinds } from '../syntax/kinds.js';
import { exampleEnding } from './endings.js';
import { recordFormats } from './index.js';

const mainName = new RegExp(`(?:^|[-_.])postgres(?:ql)?(?:[-_.][\\w.-]*)?\\.conf(?:${exampleEnding})?$`, 'i');

const exampleName = new RegExp(`\\.conf(${exampleEnding})$`);

/** The server's own names for the files of records. */
export const recordFileNames: readonly string[] = authKinds.map((kind) => recordFormats[kind].fileName);

/** A file of records that is named after a project with `postgres` in its name. */
const authName = new RegExp(recordFileNames.map((name) => name.replace(/\.conf$/, '')).join('|'), 'i');

/** Tells by its name whether a file of settings is a whole postgresql.conf; `conf.d/…` and postgresql.auto.conf are not. */
export function isMainName(path: string): boolean {
  const name = baseNameOf(path);
  if (name === 'postgresql.conf') return !folderOf(path).endsWith('.d');
  return mainName.test(name) && !authName.test(name) && !isAutoName(path) && !folderOf(path).endsWith('.d');
}

/** Tells whether a file is postgresql.auto.conf, which ALTER SYSTEM writes. */
export function isAutoName(path: string): boolean {
  return baseNameOf(path) === 'postgresql.auto.conf';
}

/** `.sample` and the like after `.conf`, which mark files that no server reads where they stand. */
export function suffixOf(path: string): string {
  return exampleName.exec(path)?.[1] ?? '';
}

/** The parameters that name the files of records. */
export const recordFileParameters: readonly string[] = authKinds.map((kind) => recordFormats[kind].parameter);

/** Tells whether a file is recovery.conf, which servers before 12 read beside postgresql.conf. */
export function isRecoveryName(path: string): boolean {
  return /^recovery\.conf(?:\.[a-z]\w*)?$/.test(baseNameOf(path));
}
