import { CompletionItemKind } from 'vscode-languageserver/node';
import { extensionParameter, findParameter } from '../../../catalog/parameters.js';
import type { Parameter } from '../../../catalog/types.js';
import type { Cluster } from '../../../cluster/types.js';
import type { Span } from '../../../syntax/nodes.js';
import { defaultText } from '../../../values/parameter-text.js';
import { escapeValue, writeValue } from '../../../values/quote.js';
import { unitsFor } from '../../../values/units.js';
import type { Suggestion } from './suggestion.js';
import { vocabularyOf } from './vocabularies.js';

/** The value as it stands in the text while it is written. */
export interface ValuePlace extends Span {
  /** Whether a quote opens it; then `start` is behind the quote and `end` in front of the closing one. */
  quoted: boolean;
  closed: boolean;
}

/**
 * Values that the parameter takes. Quotes are added where the server needs them, and never a second time.
 *
 * @param text the whole text
 * @param place the value as far as it stands there
 * @param offset the cursor
 */
export function suggestValues(
  cluster: Cluster,
  name: string,
  text: string,
  place: ValuePlace,
  offset: number,
): Suggestion[] {
  const parameter = findParameter(name, cluster.target) ?? extensionParameter(name, cluster.target);
  if (parameter === undefined) return [];
  if (parameter.type === 'string') return suggestWords(parameter, cluster, text, place, offset);
  const values = valuesOf(parameter, cluster, text.slice(place.start, offset));
  return values.map(({ value, detail, rank }) => ({
    ...written(value, place, false),
    kind:
      parameter.type === 'integer' || parameter.type === 'real'
        ? CompletionItemKind.Value
        : CompletionItemKind.EnumMember,
    detail,
    rank,
  }));
}

interface Value {
  value: string;
  detail?: string;
  rank?: number;
}

function valuesOf(parameter: Parameter, cluster: Cluster, typed: string): Value[] {
  const standard = defaultText(parameter)?.replace(' ', '');
  const mark = ({ value }: Value): Value => (value === standard ? { value, detail: 'default', rank: 0 } : { value });
  if (parameter.type === 'bool') return ['on', 'off'].map((value) => mark({ value }));
  if (parameter.type === 'enum') return (parameter.values ?? []).map((value) => mark({ value }));
  const values: Value[] = standard === undefined || standard === "''" ? [] : [{ value: standard, detail: 'default' }];
  if (parameter.min === -1 && standard !== '-1') values.push({ value: '-1' });
  const number = /^\d+(?:\.\d+)?/.exec(typed)?.[0];
  if (number === undefined || parameter.unit === undefined) return values;
  // The unit that a bare number would have comes first, as the likeliest.
  const { unit } = parameter;
  const units = unitsFor(unit, cluster.target).map(({ name }, index) => ({
    value: number + name,
    rank: name === unit ? 0 : index + 1,
  }));
  return [...units, ...values.filter(({ value }) => !units.some((one) => one.value === value))];
}

function suggestWords(
  parameter: Parameter,
  cluster: Cluster,
  text: string,
  place: ValuePlace,
  offset: number,
): Suggestion[] {
  const vocabulary = vocabularyOf(parameter, cluster.target);
  if (vocabulary === undefined) return [];
  const isInList = vocabulary.isList && place.quoted;
  const element = isInList ? elementAround(text, place, offset) : place;
  return vocabulary.words.map((word) => ({
    ...written(word, { ...place, ...element }, isInList),
    kind: CompletionItemKind.Value,
  }));
}

/** The element of a list around the cursor: other elements stay. */
function elementAround(text: string, place: Span, offset: number): Span {
  let start = Math.max(place.start, text.lastIndexOf(',', offset - 1) + 1);
  const comma = text.indexOf(',', offset);
  let end = comma === -1 || comma > place.end ? place.end : comma;
  while (start < offset && /\s/.test(text[start]!)) start++;
  while (end > offset && /\s/.test(text[end - 1]!)) end--;
  return { start, end };
}

/** A value as it is put in: bare, with quotes of its own, or inside those that stand there. */
function written(
  value: string,
  place: ValuePlace,
  isInList: boolean,
): Pick<Suggestion, 'label' | 'insert' | 'filter' | 'replace'> {
  const replace = { start: place.start, end: place.end };
  if (!place.quoted) return { label: value, insert: writeValue(value), filter: value, replace };
  const inside = escapeValue(value);
  // In a list more may follow, so the quote is left for the person to close.
  return { label: value, insert: place.closed || isInList ? inside : `${inside}'`, filter: value, replace };
}
