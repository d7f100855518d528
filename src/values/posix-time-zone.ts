/** POSIX rules of time zones, such as `EST5EDT,M3.2.0,M11.1.0` (tzparse of localtime.c). */

/** A day of the year and the time of a change. */
interface ChangeRule {
  kind: 'julian' | 'day' | 'month';
  day: number;
  week: number;
  month: number;
  /** Seconds after midnight. */
  time: number;
}

/** A POSIX rule; offsets are seconds west of UTC, as POSIX counts. */
export interface PosixZone {
  standard: number;
  daylight: { offset: number; start: ChangeRule; end: ChangeRule } | undefined;
}

/** What applies where a rule names daylight time but no changes: the law of the United States. */
const defaultChanges = ',M3.2.0,M11.1.0';
const hour = 3600;

class Reader {
  at = 0;
  constructor(readonly text: string) {}

  get next(): string {
    return this.text[this.at] ?? '';
  }

  take(character: string): boolean {
    if (this.next !== character) return false;
    this.at++;
    return true;
  }

  /** The length of a zone's abbreviation; undefined for an open `<`. */
  abbreviation(): number | undefined {
    const start = this.at;
    if (this.take('<')) {
      const end = this.text.indexOf('>', this.at);
      if (end < 0) return undefined;
      this.at = end + 1;
      return end - start - 1;
    }
    while (this.next !== '' && !/[0-9,+-]/.test(this.next)) this.at++;
    return this.at - start;
  }

  number(min: number, max: number): number | undefined {
    const digits = /\d+/y;
    digits.lastIndex = this.at;
    const written = digits.exec(this.text)?.[0];
    if (written === undefined) return undefined;
    this.at += written.length;
    const value = Number(written);
    return value >= min && value <= max ? value : undefined;
  }

  /** `[+-]hh[:mm[:ss]]` in seconds. */
  offset(): number | undefined {
    const sign = this.take('-') ? -1 : 1;
    if (sign === 1) this.take('+');
    const hours = this.number(0, 167);
    if (hours === undefined) return undefined;
    let minutes: number | undefined = 0;
    let seconds: number | undefined = 0;
    if (this.take(':')) {
      minutes = this.number(0, 59);
      if (minutes !== undefined && this.take(':')) seconds = this.number(0, 60);
    }
    if (minutes === undefined || seconds === undefined) return undefined;
    return sign * (hours * hour + minutes * 60 + seconds);
  }

  change(): ChangeRule | undefined {
    const rule: ChangeRule = { kind: 'day', day: 0, week: 0, month: 0, time: 2 * hour };
    let day: number | undefined;
    if (this.take('J')) {
      rule.kind = 'julian';
      day = this.number(1, 365);
    } else if (this.take('M')) {
      const month = this.number(1, 12);
      const week = month !== undefined && this.take('.') ? this.number(1, 5) : undefined;
      day = week !== undefined && this.take('.') ? this.number(0, 6) : undefined;
      Object.assign(rule, { kind: 'month', month, week });
    } else {
      day = this.number(0, 365);
    }
    if (day === undefined) return undefined;
    rule.day = day;
    if (!this.take('/')) return rule;
    const time = this.offset();
    if (time === undefined) return undefined;
    rule.time = time;
    return rule;
  }
}

/**
 * Reads a POSIX rule as the server does: an abbreviation (also an empty one), an offset, and for daylight time
 * another abbreviation, its offset and the days of the change.
 *
 * @param text the rule in capitals
 * @returns undefined where it is none
 */
export function parsePosixZone(text: string): PosixZone | undefined {
  const reader = new Reader(text);
  if (reader.abbreviation() === undefined || reader.next === '') return undefined;
  const standard = reader.offset();
  if (standard === undefined) return undefined;
  if (reader.next === '') return { standard, daylight: undefined };
  if (!reader.abbreviation()) return undefined;
  let offset: number | undefined = standard - hour;
  if (!/^[,;]?$/.test(reader.next)) offset = reader.offset();
  if (offset === undefined) return undefined;
  const changes = reader.next === '' ? new Reader(defaultChanges) : reader;
  if (!changes.take(',') && !changes.take(';')) return undefined;
  const start = changes.change();
  if (start === undefined || !changes.take(',')) return undefined;
  const end = changes.change();
  if (end === undefined || changes.next !== '') return undefined;
  return { standard, daylight: { offset, start, end } };
}

/**
 * The offset that a rule gives for 2000-01-01 00:00 UTC.
 *
 * @param zone a POSIX rule
 * @returns seconds west of UTC
 */
export function secondsAtEpoch({ standard, daylight }: PosixZone): number {
  if (daylight === undefined) return standard;
  const epoch = Date.UTC(2000, 0, 1) / 1000;
  let offset = standard;
  let latest = Number.NEGATIVE_INFINITY;
  for (const year of [1998, 1999, 2000]) {
    const toDaylight = changeTime(daylight.start, year) + standard;
    const toStandard = changeTime(daylight.end, year) + daylight.offset;
    if (toDaylight <= epoch && toDaylight > latest) {
      latest = toDaylight;
      offset = daylight.offset;
    }
    if (toStandard <= epoch && toStandard > latest) {
      latest = toStandard;
      offset = standard;
    }
  }
  return offset;
}

/** When a change happens, in seconds since 1970 by the clock on the wall. */
function changeTime(rule: ChangeRule, year: number): number {
  const day = 24 * hour;
  const yearStart = Date.UTC(year, 0, 1) / 1000;
  if (rule.kind === 'day') return yearStart + rule.day * day + rule.time;
  if (rule.kind === 'julian') {
    const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
    return yearStart + (rule.day - 1 + (isLeap && rule.day >= 60 ? 1 : 0)) * day + rule.time;
  }
  const first = new Date(Date.UTC(year, rule.month - 1, 1));
  const length = new Date(Date.UTC(year, rule.month, 0)).getUTCDate();
  let date = ((rule.day - first.getUTCDay() + 7) % 7) + 7 * (rule.week - 1);
  if (date >= length) date -= 7;
  return first.getTime() / 1000 + date * day + rule.time;
}
