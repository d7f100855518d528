/** The examples on rules' pages: fenced blocks that are linted, with what they give. */

import { isMajor, type Major } from '../../src/catalog/majors.js';
import { listMajors } from '../../src/linter/engine/targets.js';
import type { Rule } from '../../src/linter/rule.js';
import { caseFiles, caseFolder, type TestCase } from '../../src/linter/rule-tester/cases.js';
import { lintCase } from '../../src/linter/rule-tester/lint-case.js';
import { fileKinds } from '../../src/syntax/kinds.js';
import { LineTable } from '../../src/syntax/positions.js';

/** One fenced block such as ```` ```hba bad postgres=14,18 options={"allowLocal": true} ````. */
export interface Example {
  /** The 1-based line of its opening fence on the page. */
  line: number;
  verdict: 'bad' | 'good';
  testCase: TestCase;
  /** What the block ```` ```problems ```` behind it says, a line a problem; undefined where there is none. */
  problems: string[] | undefined;
}

/** A fenced block of a page: its info string, its content, and where both stand. */
interface Block {
  info: string;
  content: string;
  /** 0-based index of the opening fence among the page's lines. */
  start: number;
  /** Index behind the closing fence. */
  end: number;
}

const kinds: readonly string[] = fileKinds;

/**
 * Reads the examples of a page.
 *
 * @throws Error that names the line where an example cannot be read
 */
export function readExamples(page: string): Example[] {
  const blocks = readBlocks(page);
  return blocks.flatMap((block, index) => {
    const [kind, verdict] = block.info.split(/\s+/);
    if (kind === undefined || !(kinds.includes(kind) || kind === 'cluster')) return [];
    if (verdict !== 'bad' && verdict !== 'good') {
      throw new Error(`line ${block.start + 1}: write \`\`\`${kind} bad or \`\`\`${kind} good, not “${block.info}”`);
    }
    const next = blocks[index + 1];
    const problems = next?.info === 'problems' ? next.content.split('\n').filter((line) => line !== '') : undefined;
    return [{ line: block.start + 1, verdict, testCase: readCase(kind, block), problems }];
  });
}

/** What an example gives, as a block of problems shows it. */
export function problemsOf(rule: Rule, testCase: TestCase): string[] {
  const files = caseFiles(testCase);
  return lintCase(rule, testCase).problems.map((problem) => {
    const file = problem.file.slice(caseFolder.length + 1);
    const { line, column } = new LineTable(files.get(file) ?? '').positionAt(problem.start);
    const place = files.size > 1 ? `${file}:${line}:${column}` : `${line}:${column}`;
    const targets = problem.targets === undefined ? '' : ` (PostgreSQL ${listMajors(problem.targets)})`;
    return `${place} ${problem.message}${targets}`;
  });
}

/**
 * The page with a block of problems, as they are now, behind each bad example.
 *
 * @param page the page's text
 */
export function withProblems(rule: Rule, page: string): string {
  const lines = page.split('\n');
  const blocks = readBlocks(page);
  const examples = readExamples(page);
  for (const example of examples.toReversed()) {
    if (example.verdict === 'good') continue;
    const index = blocks.findIndex((block) => block.start + 1 === example.line);
    const next = blocks[index + 1];
    const made = ['```problems', ...problemsOf(rule, example.testCase), '```'];
    if (next?.info === 'problems') lines.splice(next.start, next.end - next.start, ...made);
    else lines.splice(blocks[index]!.end, 0, '', ...made);
  }
  return lines.join('\n');
}

function readBlocks(page: string): Block[] {
  const lines = page.split('\n');
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; at++) {
    const opening = /^```(\S.*)$/.exec(lines[at]!);
    if (opening === null) continue;
    const end = lines.indexOf('```', at + 1);
    if (end === -1) throw new Error(`line ${at + 1}: the block is not closed`);
    const content = lines.slice(at + 1, end).map((line) => `${line}\n`);
    blocks.push({ info: opening[1]!.trim(), content: content.join(''), start: at, end: end + 1 });
    at = end;
  }
  return blocks;
}

function readCase(kind: string, block: Block): TestCase {
  const postgres = /\bpostgres=([\d,]+)/.exec(block.info)?.[1];
  const options = /\boptions=(\{.*\})/.exec(block.info)?.[1];
  const texts = kind === 'cluster' ? { files: readFiles(block) } : { [kind]: block.content };
  return {
    ...texts,
    ...(postgres === undefined ? {} : { postgres: readMajors(postgres, block) }),
    ...(options === undefined ? {} : { options: JSON.parse(options) }),
  };
}

function readMajors(text: string, block: Block): Major[] {
  return text.split(',').map((part) => {
    const major = Number(part);
    if (!isMajor(major)) throw new Error(`line ${block.start + 1}: ${part} is no target`);
    return major;
  });
}

/** A cluster's files stand below each other, each under its name: `==> pg_hba.conf <==`. */
function readFiles(block: Block): Record<string, string> {
  const parts = block.content.split(/^==> (.+) <==\n/m);
  if (parts.length < 3 || parts[0] !== '') {
    throw new Error(`line ${block.start + 1}: start each file of a cluster with a line such as ==> pg_hba.conf <==`);
  }
  const files: Record<string, string> = {};
  for (let at = 1; at < parts.length; at += 2) files[parts[at]!] = parts[at + 1]!;
  return files;
}
