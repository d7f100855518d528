import type { AskedLogin, LoginAnswer } from '../answers.js';
import { link, page, remarks as remarksOf, text } from './page.js';

type Deciding = NonNullable<LoginAnswer['decision']>;
type Place = Pick<Deciding, 'uri' | 'file' | 'line'>;

/**
 * The page of one login: the record that decides it, and why those before it do not.
 *
 * @param login what was asked
 * @param nonce random; only what carries it may run or style the page
 * @returns HTML
 */
export function loginPage(answer: LoginAnswer, login: AskedLogin, nonce: string): string {
  const { target, depends, passed, remarks } = answer;
  const parts = [verdictOf(answer), remarksOf(remarks)];
  if (depends.length > 0) {
    const questions = depends.map((one) => `<li>${placeOf(one)}: ${text(one.question)}</li>`);
    parts.push('<h2>It depends on</h2>', `<ul>${[...new Set(questions)].join('\n')}</ul>`);
  }
  if (passed.length > 0) {
    const reasons = passed.map((one) => `<li>${placeOf(one)}: ${text(one.why)}</li>`);
    parts.push('<h2>Earlier records that do not match</h2>', `<ul>${reasons.join('\n')}</ul>`);
  }
  parts.push(`<p>As PostgreSQL ${target} reads the files.</p>`);
  return page(describe(login), parts.join('\n'), nonce);
}

function verdictOf({ decision, verdict, possible }: LoginAnswer): string {
  if (decision !== null) {
    const rejected = verdict === 'reject' ? ' The server rejects this login.' : '';
    return `<p class="answer">${outcomeOf(decision)}.${rejected}</p>`;
  }
  if (verdict === 'implicit-reject') return '<p class="answer">No record matches: the server rejects this login.</p>';
  const outcomes = possible.map((one) => `<li>${one === null ? 'no record matches: rejected' : outcomeOf(one)}</li>`);
  return `<p class="answer">The files alone do not tell. One of these decides:</p>\n<ul>${outcomes.join('\n')}</ul>`;
}

function outcomeOf(record: Deciding): string {
  return `${placeOf(record)} decides: <code>${text([record.method, ...record.options].join(' '))}</code>`;
}

function placeOf(place: Place): string {
  return link(place, `${place.file}:${place.line}`);
}

/** A login in a few words. */
export function describe({ user, database = user, from, encryption }: AskedLogin): string {
  if (from === 'local') return `Login of ${user} to ${database} through the Unix socket`;
  const how = encryption === undefined ? 'without encryption' : encryption === 'tls' ? 'over TLS' : 'with GSSAPI';
  return `Login of ${user} to ${database} from ${from} ${how}`;
}
