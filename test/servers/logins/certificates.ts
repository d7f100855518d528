/** Certificates for logins over TLS: an authority, the server's, and those of clients. Made with the program `openssl`. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a client shows of itself. */
export interface ClientCertificate {
  cert: Buffer;
  key: Buffer;
}

export interface Certificates {
  /** The files that the server's settings name. */
  authority: string;
  certificate: string;
  key: string;
  /** By the common name, which is the role's name where no map says otherwise. */
  clients: ReadonlyMap<string, ClientCertificate>;
}

/**
 * Makes certificates that are valid for two days.
 *
 * @param folder where the files go; it is made
 * @param clients the common names of clients
 * @throws where there is no program `openssl`
 */
export function makeCertificates(folder: string, clients: readonly string[]): Certificates {
  mkdirSync(folder, { recursive: true });
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe', timeout: 30_000 });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const make = (name: string, subject: string) => {
    openssl('req', '-new', ...newKey, '-subj', subject, '-keyout', `${name}.key`, '-out', `${name}.csr`);
    const signer = ['-CA', 'authority.crt', '-CAkey', 'authority.key', '-CAcreateserial'];
    openssl('x509', '-req', '-in', `${name}.csr`, ...signer, '-days', '2', '-out', `${name}.crt`);
    return { cert: readFileSync(join(folder, `${name}.crt`)), key: readFileSync(join(folder, `${name}.key`)) };
  };
  const self = ['-x509', '-days', '2', '-subj', '/CN=authority'];
  openssl('req', ...self, ...newKey, '-keyout', 'authority.key', '-out', 'authority.crt');
  make('server', '/CN=localhost');
  return {
    authority: join(folder, 'authority.crt'),
    certificate: join(folder, 'server.crt'),
    key: join(folder, 'server.key'),
    clients: new Map(clients.map((name) => [name, make(`client-${name}`, `/O=logins/CN=${name}`)])),
  };
}
