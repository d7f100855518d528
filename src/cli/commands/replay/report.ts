/** What `replay` prints. */
import { describeLogin } from '../../../access/login-text.js';
import type { HbaRecord } from '../../../cluster/types.js';
import { viewOptions } from '../../../cluster/views/view-options.js';
import { relativePath } from '../../../files/paths.js';
import type { LeftOut } from '../../../logs/logins.js';
import { asLines, join, type Printable, say } from '../../../report/printable.js';
import { formatTable } from '../../../report/text/table.js';
import { hanging } from '../../../report/text/wrap.js';
import { counted } from '../../../report/wording.js';
import type { ChosenHba } from '../../one-hba.js';
import { type ShownLogin, showLogin } from '../../shown-login.js';
import { type ReplayClass, type Replayed, replayClasses } from './compare.js';

interface ShownRecord {
  file: string;
  line: number;
  method: string;
  options: string[];
}

interface ShownChange {
  change: ReplayClass;
  login: ShownLogin;
  text: string;
  /** What the log says. */
  was: { letIn: boolean; method: string | null; file: string | null; line: number | null };
  /** Every record that may decide now, null for none: more than one only where files do not tell. */
  now: (ShownRecord | null)[];
  count: number;
  first: string | null;
  last: string | null;
}

/** What `--format json` prints. */
export interface ShownReplay {
  first: string | null;
  last: string | null;
  /** How many logins were replayed, and how many different ones. */
  logins: number;
  different: number;
  changes: ShownChange[];
  /** The records that decide none of them. */
  unused: ShownRecord[];
}

export function shownReplay(
  replayed: readonly Replayed[],
  { hba, folder, target }: ChosenHba,
  { first, last }: { first: string | undefined; last: string | undefined },
): ShownReplay {
  const show = (record: HbaRecord): ShownRecord => ({
    file: relativePath(record.file.path, folder),
    line: record.line,
    method: record.method ?? '',
    options: viewOptions(record, target) ?? [],
  });
  const used = new Set(replayed.flatMap(({ decision }) => decision.possible));
  const changes = replayed.flatMap(({ change, logged, decision }): ShownChange[] => {
    if (change === undefined) return [];
    const { login, isLetIn, method, place, count } = logged;
    return [
      {
        change,
        login: showLogin(login),
        text: describeLogin(login),
        was: { letIn: isLetIn, method: method ?? null, file: place?.file ?? null, line: place?.line ?? null },
        now: decision.possible.map((record) => (record ? show(record) : null)),
        count,
        first: logged.first ?? null,
        last: logged.last ?? null,
      },
    ];
  });
  changes.sort((a, b) => replayClasses.indexOf(a.change) - replayClasses.indexOf(b.change) || b.count - a.count);
  return {
    first: first ?? null,
    last: last ?? null,
    logins: replayed.reduce((sum, { logged }) => sum + logged.count, 0),
    different: replayed.length,
    changes,
    unused: hba.records
      .filter((record) => record.error?.severity !== 'error' && record.connectionType && !used.has(record))
      .map(show),
  };
}

/** So many lines are printed for a terminal. */
const mostLines = 200;

export function replayTable(shown: ShownReplay, width: number): Printable {
  const { changes } = shown;
  const counts = replayClasses.flatMap((name) => {
    const count = changes.filter(({ change }) => change === name).reduce((sum, one) => sum + one.count, 0);
    return count === 0 ? [] : [`${name} ${count}`];
  });
  const outcome = counts.length === 0 ? 'all go as they went' : counts.join(', ');
  const heading = headingOf(shown, outcome, width);
  if (changes.length === 0) return heading;
  const rows = changes.slice(0, mostLines).map(({ change, text, was, now, count, last }) => ({
    change,
    logins: String(count),
    last: last ?? '',
    login: `${text}: ${wasText(was)}, and now ${now.map(nowText).join(', or ')}`,
  }));
  const more =
    changes.length > mostLines ? say`${changes.length - mostLines} more; --format json has all of them.\n` : say``;
  return join([heading, say`\n`, formatTable(['change', 'logins', 'last'], rows, { width, note: 'login' }), more]);
}

export function unusedTable(shown: ShownReplay, width: number): Printable {
  const { unused } = shown;
  const outcome =
    unused.length === 0 ? 'every record decided one' : `${counted(unused.length, 'record')} decided none of them`;
  const heading = headingOf(shown, outcome, width);
  if (unused.length === 0) return heading;
  const rows = unused.map(({ file, line, method, options }) => ({
    record: `${file}:${line}`,
    method: [method, ...options].join(' '),
  }));
  return join([heading, say`\n`, formatTable(['record', 'method'], rows, { width })]);
}

function headingOf({ logins, different, first, last }: ShownReplay, outcome: string, width: number): Printable {
  const span = first === null || last === null ? '' : ` from ${first} to ${last}`;
  return asLines(hanging('', `${counted(logins, 'login')} (${different} different)${span}: ${outcome}.`, width, 2));
}

function wasText({ letIn, method, line }: ShownChange['was']): string {
  if (!letIn) return 'was rejected';
  const where = line === null ? '' : ` by line ${line}`;
  return `was let in${where}${method === null ? '' : ` with ${method}`}`;
}

function nowText(record: ShownRecord | null): string {
  if (record === null) return 'no record matches';
  const { file, line, method } = record;
  return method === 'reject' ? `${file}:${line} rejects it` : `${file}:${line} decides with ${method}`;
}

const reasons: Readonly<Record<LeftOut, string>> = {
  failed: 'the client did not prove who it is',
  'no client': 'the lines name neither a client nor a process',
  'no name': 'the lines do not tell the names for sure',
  'a name in place of an address': 'log_hostname is on, so the lines have a name in place of an address',
  replication: 'replication, and the lines do not tell of which kind; %d in log_line_prefix does',
  'too many': 'more different ones than are told apart',
};

/** Which logins were not asked about, and why. */
export function leftOutText(leftOut: ReadonlyMap<LeftOut, number>): string {
  return [...leftOut].map(([why, count]) => `${counted(count, 'login')} (${reasons[why]})`).join(', ');
}
