import { CodeActionKind } from 'vscode-languageserver/node';
import type { ConfEntry } from '../../../cluster/types.js';
import type { Span } from '../../../syntax/nodes.js';
import { isOctal, writeNumber } from '../../../values/format.js';
import { quoteValue, writeValue } from '../../../values/quote.js';
import type { FileView } from '../../workspace/workspace.js';
import { editsOf } from '../edits.js';
import type { Offer } from './offer.js';

/** Other ways to write the setting at a place that mean the same: quoted, or in the unit that people read. */
export function rewritesOfSetting({ cluster, file }: FileView, span: Span): Offer[] {
  const entry = cluster.configuration.entries.find(
    (one) => one.file.id === file.id && one.start <= span.end && span.start <= one.end,
  );
  if (entry === undefined) return [];
  return [quoted(entry), inReadableUnit(entry)].filter((offer) => offer !== undefined);
}

function quoted(entry: ConfEntry): Offer | undefined {
  const { value } = entry.node;
  if (value.class === 'STRING') return undefined;
  return replaceValue(entry, 'Quote the value', quoteValue(value.value));
}

function inReadableUnit(entry: ConfEntry): Offer | undefined {
  const { parameter, reading } = entry;
  if (!reading?.ok || typeof reading.value !== 'number' || parameter?.unit === undefined) return undefined;
  if (isOctal(parameter.name)) return undefined;
  const readable = writeNumber(parameter, reading.value);
  if (readable === entry.value || readable === String(reading.value)) return undefined;
  return replaceValue(entry, `Write ${readable}`, writeValue(readable));
}

function replaceValue(entry: ConfEntry, title: string, text: string): Offer {
  const { start, end } = entry.node.value;
  return { title, kind: CodeActionKind.RefactorRewrite, edits: editsOf([{ file: entry.file, start, end, text }]) };
}
