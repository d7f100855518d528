/** pg_ident.conf as a server of one major reads it (hba.c, parse_ident_line). */

import type { Major } from '../../catalog/majors.js';
import { lineInFile } from '../../documents/places.js';
import { readAuthLines } from '../lines/auth-lines.js';
import { type DirectiveError, type ExpandedLine, isDirectiveError } from '../lines/expansion.js';
import { checkPattern, regexOrName, userPattern } from '../lines/name-patterns.js';
import { refusal } from '../lines/reading-error.js';
import { isOpenError, type OpenError } from '../open-error.js';
import type { FileReader } from '../reader.js';
import type { IdentMapping, IdentReading, NamePattern, PlacedToken, ReadingError } from '../types.js';

/**
 * Reads pg_ident.conf with everything that it draws in. An empty file is fine.
 *
 * @param path the main file's absolute path
 * @param files opens the files
 * @param target the server's major
 * @returns the mappings in the server's order; why the main file cannot be read, where it cannot
 */
export function readIdent(path: string, files: FileReader, target: Major): IdentReading | OpenError {
  const mappings: IdentMapping[] = [];
  const rows: (IdentMapping | ReadingError)[] = [];
  const errors: ReadingError[] = [];
  let broken = false;
  let mapNumber = 0;
  const take = (line: ExpandedLine | DirectiveError): void => {
    if (isDirectiveError(line)) {
      rows.push(line);
      errors.push(line);
      broken = true;
      return;
    }
    const mapping = readMapping(line, target);
    if (mapping.error === undefined) mapping.mapNumber = ++mapNumber;
    else broken = true;
    mappings.push(mapping);
    rows.push(mapping);
  };
  const read = readAuthLines(path, 'ident', files, target, { push: take });
  if (isOpenError(read)) return read;
  errors.unshift(...read.remarks);
  return { main: read.main, files: read.files, mappings, errors, rows, loads: !broken };
}

function readMapping(line: ExpandedLine, target: Major): IdentMapping {
  const mapping: IdentMapping = {
    type: 'IdentMapping',
    file: line.file,
    start: line.node.start,
    end: line.node.end,
    line: lineInFile(line.file, line.node),
    node: line.node,
    mapNumber: undefined,
    mapName: undefined,
    systemUser: undefined,
    databaseUser: undefined,
    error: line.error,
  };
  mapping.error ??= readColumns(mapping, line.fields, target);
  if (mapping.error !== undefined) mapping.error.line = line.node.serverLine ?? line.node.line;
  return mapping;
}

const columns = ['map name', 'system user', 'database user'] as const;

function readColumns(mapping: IdentMapping, fields: readonly PlacedToken[][], target: Major): ReadingError | undefined {
  const tokens: PlacedToken[] = [];
  for (const [index, column] of columns.entries()) {
    const field = fields[index];
    if (field === undefined) {
      const message = `The mapping ends before its ${column}. The columns are ${columns.join(', ')}.`;
      return refusal(mapping, 'missing-column', message);
    }
    if (field.length > 1) {
      return refusal(field[1]!, 'several-values', `A mapping has one ${column}. Write a mapping for each.`);
    }
    tokens.push(field[0]!);
  }
  const [mapName, systemUser, databaseUser] = tokens as [PlacedToken, PlacedToken, PlacedToken];
  mapping.mapName = mapName;
  mapping.systemUser = regexOrName(systemUser);
  const error = checkPattern(mapping.systemUser, target);
  if (error !== undefined) return error;
  mapping.databaseUser = databasePatternOf(databaseUser, target);
  return checkPattern(mapping.databaseUser, target);
}

/** Before 16 the database user is a name whatever it looks like. */
function databasePatternOf(token: PlacedToken, target: Major): NamePattern {
  return target >= 16 ? userPattern(token, target) : { kind: 'name', value: token.value, token };
}
