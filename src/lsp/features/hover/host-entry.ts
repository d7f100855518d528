import type { FileView } from '../../workspace/workspace.js';
import { code, type Explanation, touches } from './explanation.js';

/** What a column of pg_hosts.conf is for. */
export function hoverOfHostEntry({ file, cluster }: FileView, offset: number): Explanation | undefined {
  if (file.tree.kind !== 'hosts') return undefined;
  const entry = cluster.hosts?.entries.find((one) => one.file.id === file.id && touches(one, offset));
  if (entry === undefined) return undefined;
  const name = entry.hostNames.find((token) => touches(token, offset));
  if (name !== undefined) return { start: name.start, end: name.end, text: nameText(name.value) };
  const columns = [
    [entry.certificate, 'The certificate that the server shows to clients that ask for one of these names.'],
    [entry.key, 'The private key of the certificate.'],
    [entry.ca, 'The certificate authorities whose client certificates are trusted.'],
    [entry.passphraseCommand, 'The command that prints the passphrase of the key.'],
    [entry.reload, 'Whether the command for the passphrase is run again when the configuration is reloaded.'],
  ] as const;
  for (const [token, text] of columns) {
    if (token !== undefined && touches(token, offset)) return { start: token.start, end: token.end, text };
  }
  return undefined;
}

function nameText(name: string): string {
  if (name === '*')
    return 'Clients that ask for a name that no other entry has; without an entry for `/no_sni/`, those that ask for none, too.';
  if (name === '/no_sni/') return 'Clients that ask for no name.';
  return `Clients that ask for the name ${code(name)} (SNI).`;
}
