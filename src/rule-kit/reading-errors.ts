/** How correctness rules pass on what the reading of a file found wrong. */
import type { Cluster, ReadingError } from '../cluster/types.js';
import type { Report, RuleContext } from '../linter/rule.js';
import { partsOfText } from '../linter/sentences.js';
import type { Repair } from './records/record-repairs.js';

/**
 * Reports errors of a reading under the messages `refused` (the server refuses the file) and `ignored` (it takes the
 * line, but something in it does nothing), with the placeholders that `partsOfReading` fills. What depends on settings that no file shows is left out, and so is what
 * was only not read here.
 *
 * @param context the rule's context; its rule has both messages
 * @param errors what was found
 * @param repairs what mends them, where that is known
 */
export function reportReadingErrors(
  context: RuleContext,
  errors: Iterable<ReadingError>,
  repairs: ReadonlyMap<ReadingError, Repair> = new Map(),
): void {
  for (const error of errors) {
    if (isUncertain(error, context.cluster)) continue;
    context.report({
      messageId: error.severity === 'error' ? 'refused' : 'ignored',
      data: { message: error.message, ...partsOfReading(error) },
      at: { file: error.file, start: error.start, end: error.end },
      cause: { key: `${error.file.path} ${error.code}` },
      ...offer(repairs.get(error)),
    });
  }
}

/** What a reading says, as values for the parts of a message: `{headline}`, `{why}` and `{help}`, empty where it has none. */
export function partsOfReading({ message }: { message: string }): Record<'headline' | 'why' | 'help', string> {
  const { headline, why = '', help = '' } = partsOfText(message);
  return { headline, why, help };
}

/** What stands for lines that nobody knows here: a file that was not read, a placeholder of a template. */
const unreadCodes: readonly string[] = ['file-not-read', 'placeholder'];

/** Whether lines may be missing from a reading: then nothing is known to be absent from it. */
export function isPartial({ errors }: { errors: readonly ReadingError[] }): boolean {
  return errors.some(({ code }) => unreadCodes.includes(code));
}

function offer(repair: Repair | undefined): Pick<Report, 'fix' | 'suggestions'> {
  if (repair === undefined) return {};
  const { title, edits, isCertain } = repair;
  return isCertain ? { fix: { title, safety: 'safe', edits } } : { suggestions: [{ title, edits }] };
}

function isUncertain(error: ReadingError, cluster: Cluster): boolean {
  if (unreadCodes.includes(error.code) || error.code === 'include-skipped') return true;
  return error.assumes !== undefined && !(cluster.extent === 'whole' && cluster.configuration.main !== undefined);
}

/** Two errors never share a place and a text: an include that comes twice is one error. */
export function distinctErrors(errors: readonly (ReadingError | undefined)[]): ReadingError[] {
  const seen = new Map<string, ReadingError>();
  for (const error of errors) {
    if (error !== undefined) seen.set(`${error.file.path} ${error.start} ${error.end} ${error.message}`, error);
  }
  return [...seen.values()];
}
