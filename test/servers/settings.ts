/** Settings that let a server read more of pg_hba.conf than an ordinary one does. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Server } from './server.js';

/** Settings on which the validity of records depends: `oauth` needs a validator to be allowed. */
export function oauthSettings(server: Server): string {
  return server.major >= 18 ? "oauth_validator_libraries = 'v'\n" : '';
}

/**
 * Gives the server a certificate and switches TLS on, without which every hostssl record is called useless.
 *
 * @param further settings that go with TLS
 * @returns false where the program `openssl` is missing
 */
export async function switchTlsOn(server: Server, further = ''): Promise<boolean> {
  const key = join(server.folder, 'server.key');
  const certificate = join(server.folder, 'server.crt');
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'];
  try {
    execFileSync('openssl', [...request, '-keyout', key, '-out', certificate], { stdio: 'pipe', timeout: 30_000 });
  } catch {
    await server.configure(oauthSettings(server));
    return false;
  }
  server.own('server.key');
  server.own('server.crt');
  await server.configure(`ssl = on\n${further}${oauthSettings(server)}`);
  return true;
}
