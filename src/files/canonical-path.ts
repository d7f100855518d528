import type { Major } from '../catalog/majors.js';

/**
 * A path as the server keeps it on Unix (canonicalize_path of path.c): no trailing or doubled slashes;
 * from 15 on also no `.` and `..` in the middle, before that only at the end.
 *
 * @param path as written
 * @param major the server's major
 */
export function canonicalizePath(path: string, major: Major): string {
  // The last slash of "/" and of "///" stays.
  const single = path.replace(/(?<=.)\/+$/, '').replace(/\/+/g, '/');
  if (single === '') return single;
  return major >= 15 ? withoutDots(single) : withoutTrailingDots(single);
}

function withoutDots(path: string): string {
  const isAbsolute = path.startsWith('/');
  const kept: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') kept.push(part);
    else if (kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else if (!isAbsolute) kept.push('..');
  }
  if (isAbsolute) return `/${kept.join('/')}`;
  return kept.length === 0 ? '.' : kept.join('/');
}

function withoutTrailingDots(path: string): string {
  let rest = path;
  let strips = 0;
  for (;;) {
    if (rest.endsWith('/.')) rest = trimLast(rest);
    else if (rest === '.') {
      if (strips > 0) rest = '';
      break;
    } else if (rest === '..' || rest.endsWith('/..')) {
      rest = trimLast(rest);
      strips++;
    } else if (strips > 0 && rest !== '' && rest !== '/') {
      rest = trimLast(rest);
      strips--;
      if (rest === '') rest = '.';
    } else break;
  }
  if (strips === 0 || rest === '/') return rest;
  return `${rest}${'../'.repeat(strips - 1)}..`;
}

/** Without the last component and the slash before it. */
function trimLast(path: string): string {
  const slash = path.lastIndexOf('/');
  if (slash < 0) return '';
  return slash === 0 ? '/' : path.slice(0, slash);
}
