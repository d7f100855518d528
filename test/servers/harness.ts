/** Starts every server that is installed, lends them out, and ends them whatever happens. */
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findInstallations, type Installation, serverAccount } from './installations.js';
import { Server } from './server.js';

/**
 * Runs work on all installed servers and ends them afterwards, also when the work fails or the process is interrupted.
 *
 * @param wanted which installations to use; all where it is left out
 * @param work gets the running servers by rising major, Debian's behind the npm package of the same major
 * @throws where nothing is installed, where a server does not start, and whatever the work throws
 */
export async function withServers<T>(
  work: (servers: Server[]) => Promise<T>,
  wanted: (installation: Installation) => boolean = () => true,
): Promise<T> {
  const account = serverAccount();
  const base = mkdtempSync(join(tmpdir(), 'pgconflint-'));
  if (account) chownSync(base, account.uid, account.gid);
  const servers: Server[] = [];
  const abandon = () => {
    for (const server of servers) server.kill();
  };
  const interrupt = () => process.exit(130);
  process.on('exit', abandon);
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  try {
    const installations = findInstallations(account, base).filter(wanted);
    if (installations.length === 0) throw new Error('No PostgreSQL server is installed: run npm ci in test/servers.');
    for (const installation of installations) servers.push(await Server.start(installation, base, account));
    return await work(servers);
  } finally {
    await Promise.allSettled(servers.map((server) => server.stop()));
    process.off('exit', abandon);
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
    rmSync(base, { recursive: true, force: true });
  }
}
