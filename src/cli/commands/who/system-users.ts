/** Who may log in by the record that decides, where it has a map: for JSON and for people. */
import type { MappingToRole, SystemUsers } from '../../../access/mappings.js';

/** As `who --format json` shows it. */
export interface ShownSystemUsers {
  map: string;
  /** Null where no pg_ident.conf was read. */
  mappings: ShownMapping[] | null;
}

interface ShownMapping {
  file: string;
  line: number;
  systemUser: string;
  /** Whether `systemUser` is a regular expression. */
  regularExpression: boolean;
  /** What its first group must match; left out where any match will do. */
  group?: string;
  /** The role of which the login's role must be a member; left out where nothing depends on it. */
  ifMemberOf?: string;
}

/** @param nameOf gives the path of a file as it is shown */
export function showSystemUsers({ map, mappings, loads }: SystemUsers, nameOf: (path: string) => string) {
  const shown: ShownSystemUsers = {
    map,
    // The server takes all of the file or nothing.
    mappings: mappings === undefined ? null : loads ? mappings.map((one) => showMapping(one, nameOf)) : [],
  };
  return shown;
}

function showMapping({ mapping, systemUser, isExpression, group, ifMemberOf }: MappingToRole, nameOf: NameOf) {
  const shown: ShownMapping = {
    file: nameOf(mapping.file.path),
    line: mapping.line,
    systemUser,
    regularExpression: isExpression,
  };
  if (group !== undefined) shown.group = group;
  if (ifMemberOf !== undefined) shown.ifMemberOf = ifMemberOf;
  return shown;
}

type NameOf = (path: string) => string;

/** The same as lines; the first says what the others are. */
export function describeSystemUsers({ map, mappings, loads }: SystemUsers, role: string, nameOf: NameOf): string[] {
  if (mappings === undefined)
    return [`No pg_ident.conf was found, so who may become ${role} by map=${map} is not known.`];
  if (!loads) return [`The server refuses pg_ident.conf, so nobody becomes ${role} by map=${map}.`];
  if (mappings.length === 0) return [`No mapping of map=${map} leads to ${role}: the server rejects everyone.`];
  return [
    `By map=${map} these system users become ${role}:`,
    ...mappings.map((one) => `  ${nameOf(one.mapping.file.path)}:${one.mapping.line}  ${describeMapping(one, role)}`),
  ];
}

function describeMapping({ systemUser, isExpression, group, ifMemberOf }: MappingToRole, role: string): string {
  const condition = ifMemberOf === undefined ? '' : `, if ${role} is a member of ${ifMemberOf}`;
  if (!isExpression) return systemUser + condition;
  const matched = group === undefined ? '' : ` with “${group}” as its first group`;
  return `whoever /${systemUser} matches${matched}${condition}`;
}
