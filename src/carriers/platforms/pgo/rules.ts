/** `spec.authentication.rules`: records as lines, or in parts (internal/controller/postgrescluster/postgres.go, generatePostgresHBA). */
import type { Replacement } from '../../../documents/map.js';
import type { Item, Part } from '../../shapes/items.js';
import type { ScalarWriting } from '../../shapes/scalar.js';
import { changed, fixed, type Writing } from '../../shapes/written.js';
import type { Value, YamlTree } from '../../shapes/yaml.js';

/** The records of a list of rules; what the API server would refuse for its parts makes none. */
export function itemsOfRules(tree: YamlTree, rules: Value | undefined): Item[] {
  return tree.items(rules).flatMap((rule): Item[] => {
    const parts = partsOfRule(tree, rule);
    const [start, end] = rule.node.range ?? [];
    if (parts === undefined || start === undefined || end === undefined) return [];
    const dash = tree.fileText.slice(0, start).search(/-[ \t]+$/);
    const isOwn = !rule.isShared && !rule.inFlow && dash !== -1;
    return [{ parts, at: { start: isOwn ? dash : start, end: isOwn ? endOfText(tree, end) : end }, isOwn }];
  });
}

function partsOfRule(tree: YamlTree, rule: Value): Part[] | undefined {
  const line = tree.writing(tree.at(rule, 'hba'));
  if (line !== undefined) return [line];
  const [connection, method] = ['connection', 'method'].map((name) => tree.writing(tree.at(rule, name)));
  if (connection === undefined || method === undefined) return undefined;
  const names = (field: string) => {
    const writings = tree.items(tree.at(rule, field)).flatMap((item) => tree.writing(item) ?? []);
    return writings.length === 0 ? ['all'] : writings.flatMap((one, at) => [...(at === 0 ? [] : [',']), named(one)]);
  };
  const options = tree
    .entries(tree.at(rule, 'options'))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({ name, value }): Part[] => {
      const writing = tree.writing(value);
      return writing === undefined ? [] : [` ${quoted(name)}=`, inQuotes(writing)];
    });
  return [
    inQuotes(connection, connection.text, true),
    ' ',
    ...names('databases'),
    ' ',
    ...names('users'),
    ' all ',
    // Whoever asks for passwords in clear text gets the method of passwords.
    inQuotes(method, method.text === 'password' ? 'scram-sha-256' : method.text, true),
    ...options,
  ];
}

/** hba.go, quoteUser: a name that would be a regular expression becomes one that means that name. */
function named(writing: ScalarWriting): Writing {
  const { text } = writing;
  return inQuotes(writing, text.startsWith('/') ? `/^${text.replace(/[^\p{L}\p{N}_]/gu, '[$&]')}$` : text);
}

/**
 * A value as a token in quotes.
 *
 * @param rendered what the operator makes of the value
 * @param isWord whether quotes make no difference to the server, so that a change may leave them out
 */
function inQuotes(writing: ScalarWriting, rendered = writing.text, isWord = false): Writing {
  const { at, file } = writing;
  const text = quoted(rendered);
  const end = at.at(-1)!;
  // What is not written so in the file stands at its start as a whole, and stays as it is.
  if (text !== `"${writing.text}"`) return fixed({ ...writing, text, at: [...text].map(() => 0).concat(end) });
  const rewrite = (change: Replacement) => {
    const now = changed(text, change);
    const meant = /^"([^"]*)"$/.exec(now)?.[1] ?? (isWord && /^[-\w]+$/.test(now) ? now : undefined);
    return meant === undefined ? undefined : writing.rewrite({ start: 0, end: writing.text.length, text: meant });
  };
  return { text, at: [at[0]!, ...at, end], file, rewrite };
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** A map of several lines ends where its last value does. */
function endOfText({ fileText }: YamlTree, end: number): number {
  return fileText.slice(0, end).replace(/(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ \t]*$/, '').length;
}
