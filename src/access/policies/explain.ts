/** Why a statement holds: which record decides each part of the logins that it is about, and which would break it if others did not come first. */
import type { HbaRecord } from '../../cluster/types.js';
import { OutOfBudget, type Portion } from '../budget.js';
import type { Comparing } from '../regions/comparing.js';
import { mergeRegions } from '../regions/merge.js';
import { isEmptySet } from '../regions/name-set.js';
import { regionsOf } from '../regions/record-regions.js';
import { everyLogin, type Region } from '../regions/region.js';
import { isLoaded, Walk } from '../regions/walk.js';
import { KnownFacts } from './known.js';
import type { Statement } from './policy.js';
import type { ProofQuestion } from './prove.js';
import { forbiddenBy } from './spaces.js';

export interface Explanation {
  /** Parts of the logins, each with the record that decides it; undefined where none matches. */
  parts: { record: HbaRecord | undefined; region: Region }[];
  /** Records that match such logins and would break the statement, if earlier ones did not decide all of them. */
  keptFrom: HbaRecord[];
  /** Records of whose logins it took too much work to tell; undefined stands for none. */
  unclear: (HbaRecord | undefined)[];
}

/**
 * Explains a statement that holds.
 *
 * @param question the pg_hba.conf and what is known of its server
 */
export function explainStatement(statement: Statement, question: ProofQuestion): Explanation {
  const { records, transports, target, known } = question;
  const facts = new KnownFacts(known);
  const comparing: Comparing = { target, budget: question.budget() };
  const portionOf = () => comparing.budget.portion();
  const attempt = <T>(work: (portion: Portion) => T): T | undefined => {
    try {
      return work(portionOf());
    } catch (error) {
      if (!(error instanceof OutOfBudget)) throw error;
      return undefined;
    }
  };
  const everything = everyLogin(transports);
  const none = new Walk([], everything, comparing);
  const explanation: Explanation = { parts: [], keptFrom: [], unclear: [] };
  const sets = attempt((portion) =>
    forbiddenBy(statement, transports, target, (regions, parts) => none.without(regions, parts, portion)),
  );
  if (!sets) return { ...explanation, unclear: [undefined] };
  for (const { regions, isBad } of sets) {
    const about = regions
      .flatMap((region) => facts.resolve(facts.existing(region)))
      .filter(({ users, databases }) => !isEmptySet(users) && !isEmptySet(databases));
    const touching = records.flatMap((record) => {
      if (!isLoaded(record)) return [];
      const own = regionsOf(record, transports).flatMap((region) => facts.resolve(region));
      // What may meet the logins counts as meeting them.
      const meets = attempt((portion) => own.some((one) => about.some((part) => none.common(part, one, portion))));
      return meets === false ? [] : [{ record, own }];
    });
    const walk = new Walk(
      touching.map(({ own }) => own),
      everything,
      comparing,
    );
    for (const [index, { record }] of touching.entries()) {
      const found = attempt((portion) => mergeRegions(walk.decidedBy(index, portion, about), portion));
      if (found === undefined) explanation.unclear.push(record);
      else if (!isBad(record)) explanation.parts.push(...found.map((region) => ({ record, region })));
      else if (found.length === 0) explanation.keptFrom.push(record);
    }
    const matched = touching.flatMap(({ own }) => own);
    const left = attempt((portion) => mergeRegions(walk.without(about, matched, portion), portion));
    if (left === undefined) explanation.unclear.push(undefined);
    else if (!isBad(undefined)) explanation.parts.push(...left.map((region) => ({ record: undefined, region })));
  }
  return explanation;
}
