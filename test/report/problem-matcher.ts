/** One pattern of a problem matcher, as GitHub's runner reads it (actions/runner, IssueMatcher.cs, IssuePatternConfig). */
export interface Pattern {
  regexp: string;
  file?: number;
  line?: number;
  column?: number;
  severity?: number;
  code?: number;
  message?: number;
  fromPath?: number;
  loop?: boolean;
}

export interface MatcherConfig {
  owner: string;
  severity?: string;
  pattern: Pattern[];
}

const properties = ['file', 'line', 'column', 'severity', 'code', 'message', 'fromPath'] as const;

/** What a matcher has found: the texts of the groups. */
export type Issue = Partial<Record<(typeof properties)[number], string>>;

/**
 * What the runner refuses in a matcher (IssueMatcherConfig.Validate): an empty owner, a severity that it does not know,
 * no pattern, a property that is set twice or names no group, a loop that is not the last of several, no message.
 */
export function complaintsAbout({ owner, severity = '', pattern }: MatcherConfig): string[] {
  const complaints: string[] = [];
  if (owner === '') complaints.push('owner is empty');
  if (!['', 'ERROR', 'WARNING', 'NOTICE'].includes(severity.toUpperCase())) complaints.push(`severity ${severity}`);
  if (pattern.length === 0) complaints.push('no patterns');
  const seen = new Set<string>();
  for (const [index, one] of pattern.entries()) {
    const groups = new RegExp(`${one.regexp}|`).exec('')!.length;
    const isLast = index === pattern.length - 1;
    if (one.loop === true && (index === 0 || !isLast)) complaints.push('a loop that is not the last of several');
    if (one.loop === true && one.message === undefined) complaints.push('a loop without a message');
    for (const property of properties) {
      const group = one[property];
      if (group === undefined) continue;
      if (seen.has(property)) complaints.push(`${property} is set twice`);
      if (group < 0 || group >= groups) complaints.push(`${property} names no group`);
      seen.add(property);
    }
  }
  if (!seen.has('message')) complaints.push('no message');
  return complaints;
}

/** Applies a matcher to the lines of a log as the runner does (IssueMatcher.Match), colours taken out before. */
export function matchLines({ severity = '', pattern }: MatcherConfig, log: string): Issue[] {
  const patterns = pattern.map((one) => ({ ...one, regex: new RegExp(one.regexp) }));
  let state: (Issue | undefined)[] = [];
  const issues: Issue[] = [];
  for (const line of log.split('\n').map(withoutColors)) {
    const issue = step(line);
    if (issue !== undefined) issues.push(issue.severity === '' || !issue.severity ? { ...issue, severity } : issue);
  }
  return issues;

  /** From the last pattern to the first, so that a line moves each running match on by one. */
  function step(line: string): Issue | undefined {
    for (let index = patterns.length - 1; index >= 0; index--) {
      const running = index === 0 ? undefined : state[index - 1];
      if (index > 0 && running === undefined) continue;
      const one = patterns[index]!;
      const isLast = index === patterns.length - 1;
      const match = one.regex.exec(line);
      if (match === null) {
        if (index > 0 || !isLast) state[isLast ? index - 1 : index] = undefined;
      } else if (isLast) {
        state = [];
        if (one.loop === true) state[index - 1] = running;
        return { ...groupsOf(one, match), ...running };
      } else state[index] = { ...groupsOf(one, match), ...running };
    }
    return undefined;
  }
}

function groupsOf(pattern: Pattern, match: RegExpExecArray): Issue {
  const issue: Issue = {};
  for (const property of properties) {
    const group = pattern[property];
    if (group !== undefined) issue[property] = match[group] ?? '';
  }
  return issue;
}

/** The runner takes colours out of each line before it asks a matcher. */
function withoutColors(line: string): string {
  return line.replace(/\u001b\[[0-9;]*m/g, '');
}
