import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import Ajv from 'ajv';
import Ajv4 from 'ajv-draft-04';
import { HtmlValidate } from 'html-validate';
import { parse as parseJunit } from 'junit2json';
import type { Log } from 'sarif';
import { parseStringPromise } from 'xml2js';
import { type LintResult, lint } from '../../src/linter/engine/lint.js';
import type { Report } from '../../src/linter/rule.js';
import { type Reporter, reporters, wholeText } from '../../src/report/reporter.js';
import { allOn, handMadeSource, today, wordRule } from '../linter/hand-made.js';

const rules = [
  wordRule('hba/one', 'one', { fix: 'safe' }, ({ file, start, end }): Partial<Report> => {
    const at = file.text.indexOf('first');
    return {
      related: [{ at: { file, start: at, end: at + 5 }, message: 'see <here>' }],
      fix: { title: 'Remove it', safety: 'safe', edits: [{ at: file, start, end, text: '' }] },
    };
  }),
  wordRule('hba/two', 'two', {
    severity: 'warning',
    messages: { found: 'Found 100% <b>{word}</b>: a, "b" & c|d @me.' },
  }),
];
const text = '# note\nfirst one\nsecond two\n\ttwo\u001b[31m # pgconflint-disable-line hba/two -- because\nlast two\n';
const context = { cwd: '/c', color: false, columns: 80, rules, version: '1.2.3' };

function lintText(content: string): LintResult {
  return lint({ sources: [handMadeSource(content)], rules, resolveConfig: allOn(rules), today });
}

async function show(format: string, content = text, changes: object = {}): Promise<string> {
  const reporter: Reporter = await reporters[format]!();
  return wholeText(await reporter(lintText(content), { ...context, ...changes }));
}

describe('sarif', () => {
  const schema = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const validate = new Ajv4.default({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(
    JSON.parse(readFileSync(schema, 'utf8')),
  );

  test('fits the schema of SARIF 2.1.0, with problems and without', async () => {
    for (const content of [text, '']) {
      validate(JSON.parse(await show('sarif', content)));
      expect(validate.errors).toBeNull();
    }
    validate({ version: '2.1.0', runs: [{ tool: {} }] });
    expect(validate.errors).not.toBeNull();
  });

  test('has regions, related places, fixes, suppressions with their reason, and the rules', async () => {
    const log = JSON.parse(await show('sarif')) as Log;
    const run = log.runs[0]!;
    expect(run.tool.driver.rules!.map((rule) => rule.id)).toEqual(['hba/one', 'hba/two']);
    expect(run.tool.driver).toMatchObject({ name: 'pgconflint', semanticVersion: '1.2.3' });
    const [one, , , hidden] = run.results!;
    const location = { artifactLocation: { uri: 'pg_hba.conf', uriBaseId: 'ROOT' } };
    expect(one).toMatchObject({
      ruleId: 'hba/one',
      level: 'error',
      ruleIndex: 0,
      locations: [
        { physicalLocation: { ...location, region: { startLine: 2, startColumn: 7, endLine: 2, endColumn: 10 } } },
      ],
      relatedLocations: [
        { message: { text: 'see <here>' }, physicalLocation: { region: { startLine: 2, startColumn: 1 } } },
      ],
      fixes: [
        { artifactChanges: [{ replacements: [{ deletedRegion: { startLine: 2, startColumn: 1, endColumn: 10 } }] }] },
      ],
      suppressions: [],
    });
    expect(hidden).toMatchObject({ ruleId: 'hba/two', suppressions: [{ kind: 'inSource', justification: 'because' }] });
    expect(run.originalUriBaseIds).toEqual({ ROOT: { uri: 'file:///c/' } });
  });

  test('keeps fingerprints when lines are put above or blanks change, and tells likes apart', async () => {
    const prints = async (content: string) =>
      (JSON.parse(await show('sarif', content)) as Log).runs[0]!.results!.map(
        (result) => result.partialFingerprints!['pgconflintProblem/v1'],
      );
    const before = await prints('first one\nsecond two\nsecond two\n');
    expect(new Set(before).size).toBe(3);
    expect(await prints('# more\n\nfirst   one\nsecond two\n#\nsecond\ttwo\n')).toEqual(before);
    expect(await prints('first one now\nsecond two\nsecond two\n')).not.toEqual(before);
  });
});

/** Reads a workflow command as GitHub's runner does: properties end at a comma, all of them at `::`, then escapes are undone. */
function readCommand(line: string): { command: string; properties: Record<string, string>; message: string } {
  const end = line.indexOf('::', 2);
  const [command, ...rest] = line.slice(2, end).split(' ');
  const undone = (text: string, escapes: readonly string[]) =>
    escapes.reduce((read, one) => read.replaceAll(one, decodeURIComponent(one)), text);
  const properties = rest
    .join(' ')
    .split(',')
    .map((pair) => [
      pair.slice(0, pair.indexOf('=')),
      undone(pair.slice(pair.indexOf('=') + 1), ['%0D', '%0A', '%3A', '%2C', '%25']),
    ]);
  return {
    command: command!,
    properties: Object.fromEntries(properties),
    message: undone(line.slice(end + 2), ['%0D', '%0A', '%25']),
  };
}

describe('the parts of a message', () => {
  const found = { headline: '{word} <is> wrong', why: 'It does harm.', help: 'Write two.' };
  const inParts = wordRule('hba/one', 'one', { messages: { found } });
  const result = lint({
    sources: [handMadeSource('one')],
    rules: [inParts],
    resolveConfig: allOn([inParts]),
    today,
  });
  const shown = async (format: string) => wholeText(await (await reporters[format]!())(result, context));
  const said = { headline: 'one <is> wrong', why: 'It does harm.', help: 'Write two.' };

  test('are in JSON and SARIF beside the whole text', async () => {
    const message = 'one <is> wrong. It does harm. Write two.';
    expect(JSON.parse(await shown('json'))[0].messages[0]).toMatchObject({ message, ...said });
    const [one] = (JSON.parse(await shown('sarif')) as Log).runs[0]!.results!;
    expect(one).toMatchObject({ message: { text: message }, properties: said });
  });

  test('stand by themselves where people read them', async () => {
    expect(await shown('concise')).toBe('pg_hba.conf:1:1: error hba/one one <is> wrong\n');
    expect(await shown('stylish')).toMatch(
      /^error\[hba\/one\]: one <is> wrong\n(?:.*\n)* {2}= why: {2}It does harm\.\n {2}= help: Write two\.\n/,
    );
    expect(await shown('html')).toMatch(
      /one &lt;is&gt; wrong<\/span>[\s\S]*<p>It does harm\.<\/p>\n<p><b>Help:<\/b> Write two\.<\/p>/,
    );
  });
});

describe('github', () => {
  test('annotates each problem, everything escaped', async () => {
    const lines = (await show('github')).trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(
      /^::error file=pg_hba\.conf,line=2,endLine=2,col=7,endColumn=10,title=hba\/one::Found one\.%0Apg_hba\.conf:2:1: see <here>%0Ahttps:/,
    );
    expect(lines[1]).toContain('::Found 100%25 <b>two</b>: a, "b"');
  });

  test('is read back by the rules of the runner', async () => {
    const read = (await show('github')).trimEnd().split('\n').map(readCommand);
    expect(read.map(({ command, properties }) => [command, properties['line'], properties['title']])).toEqual([
      ['error', '2', 'hba/one'],
      ['error', '3', 'hba/two'],
      ['error', '5', 'hba/two'],
    ]);
    expect(read[1]!.message).toMatch(/^Found 100% <b>two<\/b>: a, "b" & c\|d @me\.\nhttps:/);
    const names = new Set(read.flatMap(({ properties }) => Object.keys(properties)));
    expect([...names].sort()).toEqual(['col', 'endColumn', 'endLine', 'file', 'line', 'title']);
  });

  test('escapes what would end a property', async () => {
    const reporter = await reporters['github']!();
    const path = '/c/a,b:c%.conf';
    const result = lint({ sources: [handMadeSource('one\nfirst', path)], rules, resolveConfig: allOn(rules), today });
    expect(await reporter(result, context)).toContain('file=a%2Cb%3Ac%25.conf,line=1');
  });
});

test('gitlab: what GitLab asks of a code quality report', async () => {
  const issues = JSON.parse(await show('gitlab')) as Record<string, unknown>[];
  // The required properties: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
  const validate = new Ajv.default().compile({
    type: 'array',
    items: {
      type: 'object',
      required: ['description', 'check_name', 'fingerprint', 'location', 'severity'],
      properties: {
        description: { type: 'string', minLength: 1 },
        check_name: { type: 'string' },
        fingerprint: { type: 'string', pattern: '^[0-9a-f]+$' },
        severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
        location: {
          type: 'object',
          required: ['path', 'lines'],
          properties: {
            path: { type: 'string', pattern: '^[^./]' },
            lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
          },
        },
      },
    },
  });
  expect(validate(issues)).toBe(true);
  expect(issues.map((issue) => issue['location'])).toMatchObject([
    { path: 'pg_hba.conf', lines: { begin: 2 } },
    { lines: { begin: 3 } },
    { lines: { begin: 5 } },
  ]);
  expect(new Set(issues.map((issue) => issue['fingerprint'])).size).toBe(3);
});

/** What an XML element may hold: attributes that must be there, others that may, and elements. */
interface Allowed {
  required: readonly string[];
  optional?: readonly string[];
  children?: readonly string[];
}

interface XmlElement {
  '#name': string;
  $?: Record<string, string>;
  $$?: XmlElement[];
}

/** Where an XML text has something that its consumer does not know, or lacks something. */
async function complaints(xml: string, allowed: Readonly<Record<string, Allowed>>): Promise<string[]> {
  const found: string[] = [];
  const visit = (element: XmlElement, parent: Allowed | undefined) => {
    const name = element['#name'];
    if (name === '__text__') return;
    const rule = allowed[name];
    if (rule === undefined || (parent !== undefined && !parent.children?.includes(name))) {
      found.push(`<${name}>`);
      return;
    }
    const attributes = Object.keys(element.$ ?? {});
    found.push(...rule.required.filter((one) => !attributes.includes(one)).map((one) => `<${name}> lacks ${one}`));
    const known = [...rule.required, ...(rule.optional ?? [])];
    found.push(...attributes.filter((one) => !known.includes(one)).map((one) => `<${name} ${one}>`));
    for (const child of element.$$ ?? []) visit(child, rule);
  };
  const read = await parseStringPromise(xml, {
    explicitChildren: true,
    preserveChildrenOrder: true,
    explicitRoot: false,
  });
  visit(read, undefined);
  return found;
}

/** What the xUnit plugin of Jenkins takes (its schema junit-10), as far as we write it; it refuses anything else. */
const jenkins: Readonly<Record<string, Allowed>> = {
  testsuites: { required: [], optional: ['name', 'time', 'tests', 'failures', 'errors'], children: ['testsuite'] },
  testsuite: {
    required: ['name', 'tests', 'failures', 'errors'],
    optional: ['group', 'time', 'skipped', 'timestamp', 'hostname', 'id', 'package', 'file', 'log', 'url'],
    children: ['testsuite', 'properties', 'testcase', 'system-out', 'system-err'],
  },
  testcase: {
    required: ['name'],
    optional: ['time', 'classname', 'group'],
    children: ['skipped', 'error', 'failure', 'system-out', 'system-err'],
  },
  failure: { required: [], optional: ['type', 'message'] },
  'system-out': { required: [] },
};

/** What Checkstyle's own XMLLogger writes, and so what its consumers read. */
const checkstyle: Readonly<Record<string, Allowed>> = {
  checkstyle: { required: ['version'], children: ['file'] },
  file: { required: ['name'], children: ['error', 'exception'] },
  error: { required: ['line', 'severity', 'message', 'source'], optional: ['column'] },
};

describe('junit', () => {
  test('has nothing that Jenkins does not take', async () => {
    for (const content of [text, 'fine\n', ''])
      expect(await complaints(await show('junit', content), jenkins)).toEqual([]);
    const wrong =
      '<testsuites><testsuite name="a" tests="1"><testcase name="a" line="1"/><b/></testsuite></testsuites>';
    expect(await complaints(wrong, jenkins)).toEqual([
      '<testsuite> lacks failures',
      '<testsuite> lacks errors',
      '<testcase line>',
      '<b>',
    ]);
  });

  test('is read by a consumer’s parser', async () => {
    const read = await parseJunit(await show('junit'));
    expect(read).toMatchObject({ name: 'pgconflint', tests: 3, failures: 3, errors: 0 });
    const suite = (read as { testsuite: { name: string; testcase: Record<string, unknown>[] }[] }).testsuite[0]!;
    expect(suite.name).toBe('pg_hba.conf');
    expect(suite.testcase[1]).toMatchObject({
      name: 'hba/two (3:8)',
      classname: 'pg_hba.conf',
      failure: [{ message: 'Found 100% <b>two</b>: a, "b" & c|d @me.', type: 'error' }],
    });
  });

  test('a file without problems is a case that passed', async () => {
    expect(await parseJunit(await show('junit', 'fine\n'))).toMatchObject({ tests: 1, failures: 0 });
  });
});

test('checkstyle: well-formed, with everything a reviewer needs and nothing else', async () => {
  for (const content of [text, 'fine\n', '']) {
    expect(await complaints(await show('checkstyle', content), checkstyle)).toEqual([]);
  }
  const read = await parseStringPromise(await show('checkstyle'));
  const file = read.checkstyle.file[0];
  expect(file.$).toEqual({ name: 'pg_hba.conf' });
  expect(file.error.map((error: { $: object }) => error.$)).toMatchObject([
    { line: '2', column: '7', severity: 'error', message: 'Found one.', source: 'pgconflint.hba.one' },
    { line: '3', column: '8', message: 'Found 100% <b>two</b>: a, "b" & c|d @me.' },
    { line: '5' },
  ]);
});

describe('codeframe', () => {
  test('shows the line with its neighbours, the columns marked, and related lines', async () => {
    const shown = await show('codeframe');
    expect(shown).toContain(
      [
        'error hba/one: Found one.',
        '  --> pg_hba.conf:2:7',
        '  1 | # note',
        '  2 | first one',
        '    |       ^^^',
        '  3 | second two',
        '  = see <here>',
        '  --> pg_hba.conf:2:1',
        '  2 | first one',
        '    | ^^^^^',
        '  = fix (safe): Remove it',
      ].join('\n'),
    );
    expect(shown).toMatch(/\n3 errors, 0 warnings\n$/);
    expect(shown).not.toContain('\u001b');
  });

  test('colours when asked to, says nothing where all is well', async () => {
    expect(await show('codeframe', text, { color: true })).toContain('\u001b[31m');
    expect(await show('codeframe', 'fine\n')).toBe('');
  });
});

test('markdown: a table a file, nothing of it markup of the file’s own', async () => {
  const shown = await show('markdown');
  expect(shown).toMatch(/^\*\*pgconflint\*\*: 3 errors, 0 warnings\n\n### pg&#95;hba\.conf\n\n\| line/);
  expect(shown).toMatch(/^\| 2 +\| error +\| Found one\. +\| \[hba\/one\]\(https:\S+hba\/one\.md\) \|$/m);
  expect(shown).toContain('&#60;b&#62;two');
  expect(shown).not.toContain('@me');
  expect(await show('markdown', 'fine\n')).toBe('**pgconflint**: no problems\n');
});

test('html: valid, one page that loads nothing, everything escaped', async () => {
  const validator = new HtmlValidate({ root: true, extends: ['html-validate:standard'] });
  for (const content of [text, 'fine\n', '']) {
    const { results } = await validator.validateString(await show('html', content));
    expect(results.flatMap(({ messages }) => messages)).toEqual([]);
  }
  expect((await validator.validateString('<!doctype html><p><div></p>')).valid).toBe(false);
  const shown = await show('html');
  expect(shown).toMatch(/^<!doctype html>/);
  expect(shown).toContain('<pre>first <mark>one</mark></pre>');
  expect(shown).toContain('Found 100% &lt;b&gt;two&lt;/b&gt;');
  expect(shown).not.toMatch(/<script|<link|<iframe|<object|<base|\ssrc(?:set)?=|@import|url\(/);
  expect(shown).toContain('1 file, 3 errors, 0 warnings, 1 suppressed');
});
