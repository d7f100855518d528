import { LineTable } from '../../syntax/positions.js';
import { applyEdits, fixAll } from '../fixes.js';
import type { Edit, Problem } from '../problem.js';
import type { Rule } from '../rule.js';
import { caseFiles, caseFolder, type ExpectedProblem, type InvalidCase, type TestCase } from './cases.js';
import { countBroken, lintCase } from './lint-case.js';
import { faultOf } from './message-lengths.js';

/** A case that does not hold: what was expected, and what came. */
export class RuleTestError extends Error {
  override name = 'RuleTestError';
}

/** @throws RuleTestError where the rule reports anything */
export function checkValid(rule: Rule, testCase: TestCase): void {
  const { problems } = lintCase(rule, testCase);
  if (problems.length === 0) return;
  throw new RuleTestError(
    `Expected no problem, but there is:\n${problems.map((each) => show(each, testCase)).join('\n')}`,
  );
}

/** @throws RuleTestError where problems, suggestions or the fixed texts are not those that the case states */
export function checkInvalid(rule: Rule, testCase: InvalidCase): void {
  if (testCase.errors.length === 0) throw new RuleTestError('An invalid case must state its errors.');
  const { problems } = lintCase(rule, testCase);
  if (problems.length !== testCase.errors.length) {
    const found = problems.map((each) => show(each, testCase)).join('\n') || '(none)';
    throw new RuleTestError(`Expected ${testCase.errors.length} problems, found ${problems.length}:\n${found}`);
  }
  for (const [index, problem] of problems.entries()) {
    compare(problem, testCase.errors[index]!, testCase, index + 1);
    checkParts(rule, problem);
    checkSuggestions(rule, problem, testCase.errors[index]!, testCase);
  }
  checkOutput(rule, testCase, problems);
}

/** The cases that state the same: a copy that was not changed proves nothing. @throws RuleTestError */
export function refuseDuplicates(cases: readonly TestCase[]): void {
  const seen = new Map<string, number>();
  for (const [index, testCase] of cases.entries()) {
    const key = JSON.stringify([[...caseFiles(testCase)], testCase.postgres, testCase.release, testCase.options]);
    const before = seen.get(key);
    if (before !== undefined) throw new RuleTestError(`Case ${index + 1} is the same as case ${before + 1}.`);
    seen.set(key, index);
  }
}

/** @throws RuleTestError where no invalid case shows one of the rule's messages */
export function requireEveryMessage(rule: Rule, cases: readonly InvalidCase[]): void {
  const shown = new Set(cases.flatMap((testCase) => testCase.errors.map((error) => error.messageId)));
  const missing = Object.keys(rule.meta.messages).filter((id) => !shown.has(id));
  if (missing.length > 0) throw new RuleTestError(`No invalid case shows the message ${missing.join(', ')}.`);
}

function compare(problem: Problem, expected: ExpectedProblem, testCase: TestCase, number: number): void {
  const files = caseFiles(testCase);
  const found = placed(problem, testCase);
  if (expected.messageId === undefined) throw new RuleTestError(`Error ${number} states no messageId.`);
  if (expected.column === undefined && expected.text === undefined) {
    throw new RuleTestError(`Error ${number} states neither column nor text.`);
  }
  const wanted: Record<string, unknown> = { file: [...files.keys()][0], ...expected, suggestions: undefined };
  for (const [key, value] of Object.entries(wanted)) {
    if (value === undefined) continue;
    const actual = found[key];
    if (JSON.stringify(actual) === JSON.stringify(value)) continue;
    throw new RuleTestError(
      `Error ${number}: expected ${key} ${JSON.stringify(value)}, found ${JSON.stringify(actual)}:\n${show(problem, testCase)}`,
    );
  }
  if (problem.targets !== undefined && expected.targets === undefined) {
    throw new RuleTestError(`Error ${number} holds only for ${problem.targets.join(', ')}; state its targets.`);
  }
}

/** A problem as a case states it. */
function placed(problem: Problem, testCase: TestCase): Record<string, unknown> {
  const file = problem.file.slice(caseFolder.length + 1);
  const text = caseFiles(testCase).get(file) ?? '';
  const table = new LineTable(text);
  const from = table.positionAt(problem.start);
  const to = table.positionAt(problem.end);
  return {
    messageId: problem.messageId,
    severity: problem.severity,
    message: problem.message,
    file,
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
    text: text.slice(problem.start, problem.end),
    targets: problem.targets,
  };
}

/** One line about a problem, with everything a case may want to state. */
function show(problem: Problem, testCase: TestCase): string {
  const { file, line, column, endLine, endColumn, text } = placed(problem, testCase);
  const targets = problem.targets === undefined ? '' : ` targets ${problem.targets.join(',')}`;
  const marked = JSON.stringify(text);
  return `  ${file}:${line}:${column}-${endLine}:${endColumn} ${problem.messageId}${targets} ${marked}\n    ${problem.message}`;
}

function checkParts(rule: Rule, problem: Problem): void {
  const fault = faultOf(problem, rule.meta.messages[problem.messageId]!);
  if (fault !== undefined) throw new RuleTestError(`The message ${problem.messageId}: ${fault}.`);
}

function checkSuggestions(rule: Rule, problem: Problem, expected: ExpectedProblem, testCase: TestCase): void {
  const stated = expected.suggestions ?? [];
  const titles = problem.suggestions.map((suggestion) => suggestion.title);
  if (JSON.stringify(titles) !== JSON.stringify(stated.map((each) => each.title))) {
    throw new RuleTestError(`Expected the suggestions ${JSON.stringify(stated)}, found ${JSON.stringify(titles)}.`);
  }
  for (const [index, suggestion] of problem.suggestions.entries()) {
    const texts = changed(testCase, suggestion.edits);
    compareOutput(`the suggestion “${suggestion.title}”`, texts, stated[index]!.output, testCase);
    refuseBroken(rule, testCase, texts, `The suggestion “${suggestion.title}”`);
  }
}

function changed(testCase: TestCase, edits: readonly Edit[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [file, text] of caseFiles(testCase)) {
    const own = edits.filter((edit) => edit.file === `${caseFolder}/${file}`);
    if (own.length > 0) texts.set(file, applyEdits(text, own));
  }
  return texts;
}

function checkOutput(rule: Rule, testCase: InvalidCase, problems: readonly Problem[]): void {
  const fixable = problems.some((problem) => problem.fix !== undefined);
  if (!fixable && testCase.output !== undefined)
    throw new RuleTestError('The case states an output, but nothing is fixed.');
  if (!fixable) return;
  if (testCase.output === undefined) throw new RuleTestError('A problem has a fix; state the output.');
  const files = caseFiles(testCase);
  const run = fixAll(
    (texts) => lintCase(rule, testCase, relativeTexts(texts)),
    (path) => files.get(path.slice(caseFolder.length + 1)) ?? '',
    'unsafe',
  );
  if (run.loop !== undefined) throw new RuleTestError('The fixes undo each other: the text comes back to what it was.');
  if (run.result.problems.some((problem) => problem.fix !== undefined)) {
    throw new RuleTestError(`The fixes do not come to an end: after ${run.passes} passes there is still one to apply.`);
  }
  const texts = relativeTexts(run.texts);
  compareOutput('the fixes', texts, testCase.output, testCase);
  refuseBroken(rule, testCase, texts, 'The output');
}

function relativeTexts(texts: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...texts].map(([path, text]) => [path.slice(caseFolder.length + 1), text]));
}

function compareOutput(
  what: string,
  found: ReadonlyMap<string, string>,
  stated: string | Readonly<Record<string, string>>,
  testCase: TestCase,
): void {
  const first = [...caseFiles(testCase).keys()][0]!;
  const wanted = typeof stated === 'string' ? { [first]: stated } : stated;
  const names = new Set([...found.keys(), ...Object.keys(wanted)]);
  for (const name of names) {
    if (found.get(name) === wanted[name]) continue;
    const expected = wanted[name] ?? '(unchanged)';
    const actual = found.get(name) ?? '(unchanged)';
    throw new RuleTestError(`${name} after ${what}: expected\n${expected}\nfound\n${actual}`);
  }
}

function refuseBroken(rule: Rule, testCase: TestCase, texts: ReadonlyMap<string, string>, what: string): void {
  const before = countBroken(testCase, new Map());
  const after = countBroken(testCase, texts);
  if (after > before)
    throw new RuleTestError(`${what} of ${rule.id} has ${after - before} lines that a server refuses.`);
}
