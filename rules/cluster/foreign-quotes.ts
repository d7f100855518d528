import { foreignQuotesAround } from '../../src/rule-kit/edits/foreign-quotes.js';
import { replaceToken } from '../../src/rule-kit/edits/records.js';
import { replaceValue } from '../../src/rule-kit/edits/settings.js';
import {
  type Cluster,
  type ConfEntry,
  defineRule,
  type NamePattern,
  type PlacedToken,
  type Report,
} from '../../src/rule-kit/rule.js';
import { quoteValue } from '../../src/rule-kit/values/quote.js';
import { readValue } from '../../src/rule-kit/values/read.js';

export default defineRule({
  id: 'cluster/foreign-quotes',
  meta: {
    type: 'problem',
    summary: 'Report values and names in quotes that PostgreSQL does not know: typographic ones, backticks, accents',
    category: 'correctness',
    concern: 'meaning',
    presets: ['correctness'],
    eachRecordAlone: true,
    messages: {
      value: {
        headline: 'The value of {name} is not in quotes for the server',
        why: 'It reads {characters}, {origin}, as a part of the value.',
        help: '{advice}',
      },
      name: {
        headline: '{written} is not quoted for the server',
        why: 'It reads {characters}, {origin}, as part of the name.',
        help: '{advice}',
      },
    },
    fix: 'safe',
    suggestions: true,
  },
  create({ report }) {
    const say = (token: PlacedToken) => {
      const said = ofToken(token);
      if (said !== undefined) report(said);
    };
    const sayOfName = ({ kind, token }: NamePattern) => {
      if (kind === 'name' || kind === 'members') say(token);
    };
    return {
      Cluster(cluster) {
        for (const entry of cluster.configuration.entries) {
          const said = ofEntry(entry, cluster);
          if (said !== undefined) report(said);
        }
      },
      HbaRecord({ databases, users, address }) {
        for (const pattern of databases) sayOfName(pattern);
        for (const pattern of users) sayOfName(pattern);
        if (address?.kind === 'host') say(address.token);
      },
      IdentMapping({ mapName, systemUser, databaseUser }) {
        if (mapName !== undefined) say(mapName);
        for (const pattern of [systemUser, databaseUser]) if (pattern?.kind === 'name') say(pattern.token);
      },
    };
  },
});

/** What is wrong with a value that the server reads without a complaint about its form. */
function ofEntry(entry: ConfEntry, cluster: Cluster): Report | undefined {
  const { file, node, name, value, parameter, dropped } = entry;
  const quotes = foreignQuotesAround(value);
  if (quotes === undefined || dropped) return undefined;
  const isQuoted = node.value.class === 'STRING';
  // Within straight quotes they may be meant: a shell runs what is in backticks, a name may have guillemets.
  if (isQuoted && (!quotes.isPair || /[`´]/.test(value))) return undefined;
  const { characters, origin, inner } = quotes;
  const right = inner === undefined ? undefined : quoteValue(inner);
  const isTaken =
    inner !== undefined && (parameter === undefined || readValue(parameter, inner, cluster.target).ok !== false);
  const at = { file, start: node.value.start, end: node.value.end };
  const advice = right === undefined ? 'Put the value in straight quotes.' : `Write ${right}.`;
  const said: Report = { messageId: 'value', parts: [name], data: { name, characters, origin, advice }, at };
  if (right === undefined || !isTaken || file === cluster.configuration.auto) return said;
  const edits = replaceValue(entry, inner!, true);
  const title = `Write ${right}`;
  if (isQuoted) return { ...said, suggestions: [{ title, edits }] };
  return { ...said, fix: { title, safety: 'safe', changes: [name.toLowerCase()], edits } };
}

/** What is wrong with a name of a record or a map: there a single quote is a letter as well. */
function ofToken(token: PlacedToken): Report | undefined {
  const quotes = token.quoted ? undefined : foreignQuotesAround(token.value, "'");
  if (quotes === undefined) return undefined;
  const { characters, origin, inner } = quotes;
  const right = inner === undefined ? undefined : /^[\w.-]+$/.test(inner) ? inner : `"${inner}"`;
  const advice = right === undefined ? 'Put the name in straight double quotes.' : `Write ${right}.`;
  const at = { file: token.file, start: token.start, end: token.end };
  const said: Report = { messageId: 'name', data: { written: token.value, characters, origin, advice }, at };
  // It changes who gets in: a person decides.
  return right === undefined
    ? said
    : { ...said, suggestions: [{ title: `Write ${right}`, edits: replaceToken(token, right) }] };
}
