import { fileURLToPath, pathToFileURL } from 'node:url';
import { toCorePath } from '../../files/paths.js';

/** Where buffers stand that are no files: a folder that no disk has. */
const elsewhere = '/\0';

/**
 * The core's path of a buffer. One that is no file (`untitled:…`) gets a folder of its own, so that nothing on the disk
 * belongs to it.
 *
 * @param uri as the client writes it
 */
export function pathOfUri(uri: string): string {
  if (uri.startsWith('file:')) {
    try {
      return toCorePath(fileURLToPath(uri));
    } catch {
      // A host name or a sequence that does not decode: no file of this machine.
    }
  }
  return `${elsewhere}${encodeURIComponent(uri)}/${lastName(uri)}`;
}

/** The URI of a path that no buffer holds. */
export function uriOfPath(path: string): string {
  return pathToFileURL(path).href;
}

/** Whether a path stands for a buffer that is no file. */
export function isElsewhere(path: string): boolean {
  return path.startsWith(elsewhere);
}

function lastName(uri: string): string {
  const name = /[^/\\:?#]*$/.exec(uri.replace(/[?#].*$/s, ''))?.[0] ?? '';
  try {
    return decodeURIComponent(name) || 'untitled';
  } catch {
    return name;
  }
}
