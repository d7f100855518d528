import type { Cluster, IdentMapping } from '../../../cluster/types.js';
import type { FileView } from '../../workspace/workspace.js';
import { code, type Explanation, touches } from './explanation.js';
import { mapText } from './record.js';

/** What a mapping of pg_ident.conf says, and which records use its map. */
export function hoverOfMapping({ file, cluster }: FileView, offset: number): Explanation | undefined {
  if (file.tree.kind !== 'ident') return undefined;
  const mapping = cluster.ident?.mappings.find((one) => one.file.id === file.id && touches(one, offset));
  if (mapping === undefined) return undefined;
  const { mapName, systemUser, databaseUser } = mapping;
  if (mapName !== undefined && mapName.file.id === file.id && touches(mapName, offset)) {
    const text = `The map ${code(mapName.value)}.${mapText(mapName.value, cluster)}\n\n${usersText(mapName.value, cluster)}`;
    return { start: mapName.start, end: mapName.end, text };
  }
  if (systemUser !== undefined && touches(systemUser.token, offset)) {
    const { start, end } = systemUser.token;
    return { start, end, text: systemUserText(mapping) };
  }
  if (databaseUser === undefined || !touches(databaseUser.token, offset)) return undefined;
  const { start, end } = databaseUser.token;
  return { start, end, text: databaseUserText(mapping) };
}

function usersText(name: string, { hba }: Cluster): string {
  if (hba === undefined) return 'No pg_hba.conf was found.';
  const lines = hba.records.filter((record) =>
    record.options.some((option) => option.name === 'map' && option.value === name),
  );
  if (lines.length === 0) return 'No record of pg_hba.conf uses it.';
  return `Used by ${lines.length === 1 ? 'the record' : 'the records'} in line ${lines.map((record) => record.line).join(', ')} of pg_hba.conf.`;
}

function systemUserText({ systemUser }: IdentMapping): string {
  const { kind, value } = systemUser!;
  if (kind === 'regex') {
    return `Every external user whose name matches the regular expression ${code(value)}; the first group may stand as \\1 in the role.`;
  }
  return `The external user ${code(value)}, as the operating system, Kerberos or the certificate names it.`;
}

function databaseUserText({ databaseUser }: IdentMapping): string {
  const { kind, value } = databaseUser!;
  if (kind === 'all') return 'Every role.';
  if (kind === 'members') return `Every role that is a member of ${code(value)}.`;
  if (kind === 'regex') return `Every role whose name matches the regular expression ${code(value)}.`;
  const group = value.includes('\\1') ? '; \\1 is what the first group of the system user matched' : '';
  return `The role ${code(value)}${group}.`;
}
