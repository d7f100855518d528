import { expect, test } from '@jest/globals';
import { lint } from '../../../src/linter/engine/lint.js';
import { fillMessage } from '../../../src/linter/engine/messages.js';
import { allOn, handMadeSource, today, wordRule } from '../hand-made.js';

test('the parts are filled in, and one text is made of them', () => {
  const template = { headline: '{a} is off', why: 'Nobody sees {b}.', help: 'Set {a} = on.{guess}' };
  expect(fillMessage('x/y', template, { a: 'ssl', b: 3, guess: '' })).toEqual({
    message: 'ssl is off. Nobody sees 3. Set ssl = on.',
    headline: 'ssl is off',
    why: 'Nobody sees 3.',
    help: 'Set ssl = on.',
  });
});

test('a part that is empty once it is filled in is left out', () => {
  const template = { headline: '{a}', why: '{why}', help: ' {help} ' };
  expect(fillMessage('x/y', template, { a: 'Is it meant?', why: '', help: '' })).toEqual({
    message: 'Is it meant?',
    headline: 'Is it meant?',
  });
});

test('a placeholder without a value is the rule’s fault, whatever part it is in', () => {
  for (const part of ['headline', 'why', 'help']) {
    const template = { headline: 'a', [part]: '{b}' };
    expect(() => fillMessage('x/y', template, {})).toThrow('The rule x/y reports a message without a value for {b}.');
  }
});

test('where several majors are named, each part names all of them', () => {
  const messages = { found: { headline: '{word} is gone', why: 'PostgreSQL {target} lacks it.', help: 'Remove it.' } };
  const rule = wordRule('hba/one', 'one', { messages }, (_, { target }) => ({ data: { word: 'one', target } }));
  const request = {
    sources: [handMadeSource('local one')],
    rules: [rule],
    resolveConfig: allOn([rule], [14, 15, 18]),
    today,
  };
  const [problem] = lint(request).files.flatMap(({ problems }) => problems);
  expect(problem).toMatchObject({
    message: 'one is gone. PostgreSQL 14, 15 and 18 lacks it. Remove it.',
    headline: 'one is gone',
    why: 'PostgreSQL 14, 15 and 18 lacks it.',
    help: 'Remove it.',
  });
});

test('what is said at the place of a cause has parts of its own', () => {
  const together = { headline: '{count} records repeat this one', help: 'Remove {lines}.' };
  const messages = { found: { headline: 'It repeats line 1', why: 'It never decides.', help: 'Remove it.' } };
  const rule = wordRule('hba/one', 'one', { messages, together }, ({ file }) => ({
    cause: { key: 'first', at: { file, start: 0, end: 5 } },
  }));
  const request = { sources: [handMadeSource('first\none\none')], rules: [rule], resolveConfig: allOn([rule]), today };
  const [problem] = lint(request).files.flatMap(({ problems }) => problems);
  expect(problem).toMatchObject({
    message: '2 records repeat this one. Remove lines 2 and 3.',
    help: 'Remove lines 2 and 3.',
  });
  expect(problem!.why).toBeUndefined();
  expect(problem!.related.map(({ message }) => message)).toEqual(['It repeats line 1', 'It repeats line 1']);
});
