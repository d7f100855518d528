/** What is left out of a record of pg_hba.conf, where what is in its place tells. */

import { parseNumericAddress } from '../../addresses/numeric-address.js';
import { findMethod } from '../../catalog/authentication.js';
import type { Major } from '../../catalog/majors.js';
import type { PlacedToken } from '../types.js';

/** The column that is missing, and what is in its place. */
export interface MissingColumn {
  /** `The user is missing: "127.0.0.1" is in its place.` */
  message: string;
  token: PlacedToken;
}

/**
 * Finds the column that was left out of a record which the server refuses: an address among the names, or a method in
 * front of its column.
 *
 * @param fields the columns, the connection type first
 * @returns undefined where nothing tells which one is missing
 */
export function findMissingColumn(fields: readonly PlacedToken[][], target: Major): MissingColumn | undefined {
  const [type, database, user, address] = fields.map((field) => field[0]!);
  const isMethod = (token: PlacedToken | undefined) =>
    token !== undefined && findMethod(token.value, target) !== undefined;
  if (type?.value === 'local') {
    if (fields.length === 2 && isMethod(database)) return describe('Database and user are', 'their', database!);
    if (fields.length === 3 && isMethod(user)) return describe('The database or the user is', 'its', user!);
    return undefined;
  }
  if (isNumericAddress(database)) return describe('Database and user are', 'their', database!);
  if (isNumericAddress(user)) return describe('The user is', 'its', user!);
  if (fields.length === 4 && isMethod(address)) return describe('The address is', 'its', address!);
  if (fields.length === 3 && isMethod(user))
    return describe('The address and the database or the user are', 'their', user!);
  return undefined;
}

/**
 * What a record says where it has one column more than it should: an address where the method belongs, with a method
 * after it. Two databases or roles that a blank parts do that.
 *
 * @param fields the columns, the connection type first
 * @param at the column that was read as the method
 */
export function describeSurplusColumn(fields: readonly PlacedToken[][], at: number, target: Major): string | undefined {
  const [token] = fields[at] ?? [];
  const after = fields[at + 1]?.[0];
  if (!isNumericAddress(token) || after === undefined || findMethod(after.value, target) === undefined)
    return undefined;
  const [, database, user, extra] = fields.map((field) => field[0]!.value);
  const pairs = `${database} ${user} ${extra}`;
  return `The record has one column too many before its address: "${token!.value}" stands where the method belongs. The columns are type, database, user, address and method, and of ${pairs} the first is the database and the second the user; write lists with commas.`;
}

/** A method that stands right after the digits of a mask length, without the blank that parts the columns. */
export function gluedMethod(text: string, target: Major): string | undefined {
  const rest = /^\d+([a-z][\w-]*)$/i.exec(text)?.[1];
  return rest !== undefined && findMethod(rest, target) !== undefined ? rest : undefined;
}

function describe(missing: string, whose: string, token: PlacedToken): MissingColumn {
  return { message: `${missing} missing: "${token.value}" is in ${whose} place.`, token };
}

/** An address in numbers, with or without a mask length. A role may have any name; this one is hardly wanted. */
function isNumericAddress(token: PlacedToken | undefined): boolean {
  if (token === undefined || !/[.:]/.test(token.value)) return false;
  return parseNumericAddress(token.value.replace(/\/\d+$/, '')) !== undefined;
}
