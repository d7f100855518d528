import { replaceToken } from '../../src/rule-kit/edits/records.js';
import { isTaken } from '../../src/rule-kit/records/records.js';
import {
  defineRule,
  type HbaRecord,
  type IdentMapping,
  type NamePattern,
  type PlacedToken,
  type Report,
} from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'cluster/pattern-like-name',
  meta: {
    type: 'problem',
    summary:
      'Report names in records and maps that were meant as patterns: *.example.com, !postgres, app%, /^svc_ before 16',
    category: 'correctness',
    concern: 'meaning',
    presets: ['recommended'],
    eachRecordAlone: true,
    messages: {
      pattern: {
        headline: '{written} is {thing} of that very name',
        why: 'The server has no {sign} for {meaning} here.',
        help: '{advice}',
      },
      tooNew: {
        headline: 'PostgreSQL {target} reads {written} as the name of {thing}',
        why: 'It is {meaning} from 16 on only.',
        help: '{advice}',
      },
      address: {
        headline: '{written} is {thing} of that name, not an address',
        why: 'A column is missing, or there is one too many.',
      },
      placeholder: {
        headline: '{written} is {thing} of that very name',
        why: 'It looks like a placeholder that nobody has filled in.',
      },
    },
    suggestions: true,
  },
  create({ report, target }) {
    const say = (said: Report | undefined) => {
      if (said !== undefined) report(said);
    };
    return {
      HbaRecord(record) {
        if (!isTaken(record)) return;
        for (const pattern of record.databases) say(ofName(pattern, 'a database', target));
        for (const pattern of record.users) say(ofName(pattern, 'a role', target));
        say(ofAddress(record));
      },
      IdentMapping(mapping) {
        if (mapping.error !== undefined) return;
        say(ofMapping(mapping, target));
      },
    };
  },
});

/** Nobody means a longer text as a pattern of names, which have at most 63 bytes. */
const longest = 500;

/** What signs mean elsewhere: in SQL, in shells, in other programs. */
const signs: readonly { test: RegExp; sign: string; meaning: string }[] = [
  { test: /^!./, sign: '!', meaning: '“all but”' },
  { test: /^-[A-Za-z]/, sign: '-', meaning: '“all but”' },
  {
    test: /^\^|.\$$|\.[*+]|\[[^\]]*-[^\]]*\]|\(.*\|.*\)/,
    sign: 'regular expression without / in front',
    meaning: 'several names',
  },
  { test: /[^*]\*|\*[^*]/, sign: '*', meaning: 'any characters' },
  { test: /[^%]%|%[^%]/, sign: '%', meaning: 'any characters' },
  { test: /.\?./, sign: '?', meaning: 'any character' },
  { test: /[;|]/, sign: '; or |', meaning: 'a list' },
  { test: /^[[({].*[\])}]$/, sign: 'bracket', meaning: 'a list' },
];

const placeholder = /^(?:<.*>|%\(\w+\)s|\$[a-z_]\w*|\$\(.*|__\w+__|YOUR[_-]?\w+|your[_-]\w+)$/;
const plain = /^\w+$/;
const addressLike = /^(?:\d{1,3}(?:\.\d{1,3}){3}(?:\/\d+)?|[\da-f]*:[\da-f:]*(?:\/\d+)?)$/i;

function placeOf({ file, start, end }: PlacedToken) {
  return { file, start, end };
}

function ofName({ kind, value, token }: NamePattern, thing: string, target: number): Report | undefined {
  if (kind !== 'name' || value.length > longest) return undefined;
  // Quotes are there for its comma or its space, and no name begins like that.
  const isQuotedExpression = token.quoted && target < 16 && /^\/(?:\^|.*\$$)/.test(value);
  if (token.quoted && !isQuotedExpression) return undefined;
  // Most names; no sign is in them.
  if (plain.test(value) && !placeholder.test(value)) return undefined;
  const at = placeOf(token);
  const data = { written: token.value, thing };
  if (target < 16 && /^\/./.test(value)) {
    const advice = `Write the names, or ${thing === 'a role' ? '+role for the members of a role' : 'all'}.`;
    return { messageId: 'tooNew', data: { ...data, target, meaning: 'a regular expression', advice }, at };
  }
  if (placeholder.test(value)) return { messageId: 'placeholder', data, at };
  if (addressLike.test(value) && /[.:].*[.:]/.test(value)) return { messageId: 'address', data, at };
  return patternReport(value, data, at, target);
}

function patternReport(value: string, data: { written: string; thing: string }, at: Report['at'], target: number) {
  const found = signs.find(({ test }) => test.test(value));
  if (found === undefined) return undefined;
  const { sign, meaning } = found;
  return { messageId: 'pattern', data: { ...data, sign, meaning, advice: adviceFor(sign, target) }, at };
}

function adviceFor(sign: string, target: number): string {
  if (sign === '; or |' || sign === 'bracket') return 'Write the names with commas between them, and no space.';
  if (meansAllBut.has(sign)) return 'Put a record with reject for that name above this one.';
  return target < 16
    ? 'Write the names.'
    : 'Write a regular expression with / in front, such as /^app_.*$, or the names.';
}

const meansAllBut = new Set(['!', '-']);

function ofAddress({ address }: HbaRecord): Report | undefined {
  if (address?.kind !== 'host' || address.token.quoted || address.name.length > longest) return undefined;
  const { name, token } = address;
  const at = placeOf(token);
  const data = { written: token.value, thing: 'a machine' };
  if (placeholder.test(name) || /^(?:x{1,3}|\d{1,3})(?:\.(?:x{1,3}|\d{1,3})){3}$/i.test(name)) {
    return /^[\d.]+$/.test(name) ? undefined : { messageId: 'placeholder', data, at };
  }
  const domain = /^\*(\.[\w.-]+)$/.exec(name)?.[1];
  if (domain !== undefined) {
    const said = { ...data, sign: '*', meaning: 'any characters', advice: `Write ${domain} for every machine of it.` };
    const suggestions = [{ title: `Write ${domain}`, edits: replaceToken(at, domain) }];
    return { messageId: 'pattern', data: said, at, suggestions };
  }
  // Addresses with signs in them are reported by hba/address-like-name.
  if (/^[\d.*%x-]+$/.test(name) || !/[*?!^;|]/.test(name)) return undefined;
  const sign = /[*?!^;|]/.exec(name)![0];
  const advice = 'Write a record for each machine, or .example.com for all of a domain.';
  return { messageId: 'pattern', data: { ...data, sign, meaning: 'several machines', advice }, at };
}

function ofMapping({ systemUser, databaseUser }: IdentMapping, target: number): Report | undefined {
  if (databaseUser?.kind === 'name' && !databaseUser.token.quoted && databaseUser.value.length <= longest) {
    const { value, token } = databaseUser;
    const at = placeOf(token);
    const data = { written: token.value, thing: 'a role' };
    if (target < 16 && (value === 'all' || /^[+/]./.test(value))) {
      const meaning =
        value === 'all' ? 'every role' : value.startsWith('+') ? 'the members of a role' : 'a regular expression';
      return { messageId: 'tooNew', data: { ...data, target, meaning, advice: 'Write a mapping for each role.' }, at };
    }
    if (/^(?:\*|%|all|any)$/i.test(value)) {
      const advice = target < 16 ? 'Write a mapping for each role.' : 'Write all in small letters.';
      return { messageId: 'pattern', data: { ...data, sign: value, meaning: 'every role', advice }, at };
    }
    // The first group of a regular expression, and the name of a role that has a backslash.
    if (value.includes('\\')) return undefined;
    const said = placeholder.test(value)
      ? { messageId: 'placeholder', data, at }
      : patternReport(value, data, at, target);
    if (said !== undefined) return said;
  }
  if (systemUser?.kind !== 'name' || systemUser.token.quoted || systemUser.value.length > longest) return undefined;
  const { value, token } = systemUser;
  const data = { written: token.value, thing: 'a system user' };
  const at = placeOf(token);
  if (/^(?:\*|%|all|any)$/i.test(value)) {
    const said = {
      ...data,
      sign: value,
      meaning: 'every user',
      advice: 'Write /^.*$, which lets in every one of them, or their names.',
    };
    return { messageId: 'pattern', data: said, at };
  }
  if (!/^\^|\$$|\(\.\*\)|[^*]\*|^\*./.test(value)) return undefined;
  const said = {
    ...data,
    sign: 'regular expression without / in front',
    meaning: 'several users',
    advice: `Write /${value.startsWith('^') ? value : '^…$'}.`,
  };
  return { messageId: 'pattern', data: said, at };
}
