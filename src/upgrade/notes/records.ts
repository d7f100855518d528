/** Records and mappings whose text stays and whose meaning changes. */
import { compileRegularExpression } from '../../access/regular-expression.js';
import type { AuthFile, HbaRecord, IdentMapping, PlacedToken } from '../../cluster/types.js';
import type { MeaningCheck, Upgrade } from './note.js';

const files = ({ after }: Upgrade): AuthFile[] => [...(after.hba?.files ?? []), ...(after.ident?.files ?? [])];

/** Lines that end with a backslash, which joins the next line to them from 14 on (hba.c, next_field_expand). */
const continued: MeaningCheck = (upgrade) =>
  files(upgrade).flatMap((file) =>
    [...file.text.matchAll(/^.*\\(?=\r?\n)/gm)].map((match) => ({
      at: { file, start: match.index, end: match.index + match[0].length },
      advice: 'Take the backslash away, unless the next line is meant to go on with this one.',
    })),
  );

const mappingsOf = ({ after }: Upgrade): IdentMapping[] =>
  (after.ident?.mappings ?? []).filter(({ error }) => error === undefined);
const recordsOf = ({ after }: Upgrade): HbaRecord[] => after.hba?.records ?? [];

/** Roles of mappings in which \1 stands more than once. */
const backReferences: MeaningCheck = (upgrade) =>
  mappingsOf(upgrade).flatMap((mapping) => {
    const token = mapping.databaseUser?.token;
    const count = (token?.value.match(/\\1/g) ?? []).length;
    if (token === undefined || count < 2 || !mapping.systemUser?.token.value.startsWith('/')) return [];
    const advice = 'Another role may be meant than before. Look who is mapped here, and write the role as it is meant.';
    return [{ at: { file: mapping.file, start: token.start, end: token.end }, advice }];
  });

const slashName = (token: PlacedToken) => !token.quoted && token.value.startsWith('/') && token.value.length > 1;

/** Names in pg_hba.conf that 16 takes for regular expressions. */
const nameExpressions: MeaningCheck = (upgrade) =>
  recordsOf(upgrade).flatMap((record) =>
    [...record.databases, ...record.users].flatMap(({ token }) =>
      slashName(token)
        ? [
            {
              at: { file: record.file, start: token.start, end: token.end },
              advice: `Write "${token.value}" in quotes where it is a name.`,
            },
          ]
        : [],
    ),
  );

/** Roles in pg_ident.conf that 16 takes for a keyword, a group or a regular expression. */
const mappedKeywords: MeaningCheck = (upgrade) =>
  mappingsOf(upgrade).flatMap((mapping) => {
    const token = mapping.databaseUser?.token;
    if (token === undefined || token.quoted || !/^(?:all$|\+.|\/.)/.test(token.value)) return [];
    const meaning =
      token.value === 'all'
        ? 'any role'
        : token.value.startsWith('+')
          ? 'every member of the role'
          : 'every role that matches';
    const advice = `Here it means ${meaning} from now on. Write "${token.value}" in quotes where it is the name of a role.`;
    return [{ at: { file: mapping.file, start: token.start, end: token.end }, advice }];
  });

/** Lines whose first word draws in a file from 16 on. */
const includes: MeaningCheck = (upgrade) =>
  files(upgrade).flatMap((file) =>
    [...file.text.matchAll(/^[ \t]*include(?:_if_exists|_dir)?[ \t].*/gm)].map((match) => ({
      at: { file, start: match.index, end: match.index + match[0].length },
      advice: 'Before, this line was a record or mapping. Write the word in quotes where it is meant as such.',
    })),
  );

/** Regular expressions whose meaning 14 changed: classes in upper case and back-references (regcomp.c). */
const expressions: MeaningCheck = (upgrade) =>
  mappingsOf(upgrade).flatMap((mapping) => {
    const token = mapping.systemUser?.token;
    if (token === undefined || !token.value.startsWith('/') || !/\\[DWS]|\\[1-9]/.test(token.value)) return [];
    if (!('match' in compileRegularExpression(token.value.slice(1), upgrade.after.target))) return [];
    const advice =
      'Try the expression with pgconflint who on both majors: classes such as \\D and back-references match otherwise.';
    return [{ at: { file: mapping.file, start: token.start, end: token.end }, advice }];
  });

/** Records that say something of connections encrypted by GSSAPI without naming them. */
const gssEncryption: MeaningCheck = (upgrade) =>
  recordsOf(upgrade).flatMap((record) => {
    const { connectionType, method, node, file } = record;
    const at = { file, start: node.start, end: node.end };
    if (connectionType === 'hostnossl') {
      const advice =
        'Such a connection is taken here as well. Write hostnogssenc before it for what it must not reach.';
      return [{ at, advice }];
    }
    if (connectionType !== 'hostssl' || method !== 'gss') return [];
    const advice = 'Write a record with hostgssenc beside it, or have clients connect with gssencmode=disable.';
    return [{ at, advice }];
  });

/** The checks by the items that they are of. */
export const recordChecks: Readonly<Record<string, MeaningCheck>> = {
  continuation: continued,
  'gss-encryption': gssEncryption,
  'regular-expressions': expressions,
  'name-expressions': nameExpressions,
  'mapped-keywords': mappedKeywords,
  'hba-includes': includes,
  'back-references': backReferences,
};
