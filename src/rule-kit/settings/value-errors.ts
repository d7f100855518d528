/** How correctness rules pass on what a server makes of values. */
import type { Cluster, ConfEntry } from '../../cluster/types.js';
import type { Report, RuleContext, Visitors } from '../../linter/rule.js';
import { quoteValue, writeValue } from '../../values/quote.js';
import type { RefusedValue, ValueErrorCode } from '../../values/types.js';
import { replaceValue } from '../edits/settings.js';
import { partsOfReading } from '../reading-errors.js';
import { valuePlace } from './setting-places.js';

/**
 * The visitors of a rule for one kind of refused values; its message has the id `refused` and the
 * placeholders that `partsOfReading` fills.
 *
 * @param context the rule's context
 * @param code the kind
 * @param certain whether the text that the reading proposes is certain enough for a safe fix; else it is suggested
 */
export function refusedValueVisitors(context: RuleContext, code: ValueErrorCode, certain: boolean): Visitors {
  return {
    ConfEntry(entry) {
      const reading = entry.reading;
      if (reading?.ok !== false || reading.code !== code) return;
      context.report({
        messageId: 'refused',
        parts: [entry.name],
        data: { message: reading.message, ...partsOfReading(reading) },
        at: valuePlace(entry),
        ...proposal(context.cluster, entry, reading, certain),
      });
    },
  };
}

function proposal(
  cluster: Cluster,
  entry: ConfEntry,
  { suggestion }: RefusedValue,
  certain: boolean,
): Pick<Report, 'fix' | 'suggestions'> {
  if (suggestion === undefined || entry.file === cluster.configuration.auto) return {};
  // What was quoted stays quoted, so that a file keeps its style.
  const text = entry.node.value.class === 'STRING' ? quoteValue(suggestion) : writeValue(suggestion);
  const edits = replaceValue(entry, suggestion);
  if (certain) return { fix: { title: `Write ${text}`, safety: 'safe', edits } };
  return { suggestions: [{ title: `Write ${text}`, edits }] };
}
