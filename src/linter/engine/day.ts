/** What rules may ask about the day of the run. */
export interface Day {
  /** `YYYY-MM-DD`; what was found with it holds for that day only. */
  today(): string;
  /** Whether a day, `YYYY-MM-DD`, has come; what was found with it holds until it comes. */
  hasCome(this: void, day: string): boolean;
}

/**
 * The day of a run.
 *
 * @param today `YYYY-MM-DD`
 * @param asked takes the days of which somebody asked whether they have come; an empty one where it was asked which day it is
 */
export function dayOf(today: string, asked = new Set<string>()): Day {
  return {
    today() {
      asked.add('');
      return today;
    },
    hasCome(day) {
      asked.add(day);
      return day <= today;
    },
  };
}
