import type { Mount } from '../../../documents/carrier.js';
import type { StartedServer } from './command.js';

/** The images of which the entrypoint is known, by their repositories. */
const known =
  /^(?:docker\.io\/)?(?:(?:library\/)?postgres|postgis\/postgis|timescale\/timescaledb|(?:pgvector|ankane)\/pgvector)(?::|@|$)/;

/**
 * Whether a server reads no file but those at its own places and those that parameters name: nothing that runs before it
 * may copy or link files (docker-library/postgres, docker-entrypoint.sh).
 */
export function readsNamedFilesOnly(
  image: string,
  started: StartedServer | undefined,
  mounts: readonly Pick<Mount, 'target'>[],
): boolean {
  return (
    known.test(image) &&
    started?.isPlain === true &&
    !mounts.some(({ target }) => /^\/docker-entrypoint|\.sh$/.test(target))
  );
}
