import { expect, test } from '@jest/globals';
import type { RuleMeta } from '../../src/linter/rule.js';
import {
  checkInvalid,
  checkValid,
  refuseDuplicates,
  requireEveryMessage,
} from '../../src/linter/rule-tester/checks.js';
import { wordRule } from './hand-made.js';

const hba = 'local one all peer\n';
const error = { messageId: 'found', line: 1, column: 7 };
const rule = wordRule('hba/one', 'one');
const mending = wordRule('hba/mends', 'one', { fix: 'safe' }, ({ file, start }) => ({
  fix: { title: 'Write two', safety: 'safe', edits: [{ at: file, start: start + 6, end: start + 9, text: 'two' }] },
}));
const saying = (found: RuleMeta['messages'][string]) => {
  const said = wordRule('hba/says', 'one', { messages: { found } }, () => ({
    data: { word: 'one', name: 'n'.repeat(70) },
  }));
  return () => checkInvalid(said, { hba, errors: [error] });
};
const breaking = wordRule('hba/breaks', 'one', { fix: 'safe' }, ({ file, start, end }) => ({
  fix: { title: 'Break it', safety: 'safe', edits: [{ at: file, start, end, text: 'local' }] },
}));

test.each<[string, () => void, RegExp]>([
  ['a valid case that has a problem', () => checkValid(rule, { hba }), /Expected no problem/],
  ['too few problems', () => checkInvalid(rule, { hba, errors: [error, error] }), /Expected 2 problems, found 1/],
  ['no problem stated', () => checkInvalid(rule, { hba, errors: [] }), /must state its errors/],
  ['another line', () => checkInvalid(rule, { hba, errors: [{ ...error, line: 2 }] }), /expected line 2, found 1/],
  ['no place', () => checkInvalid(rule, { hba, errors: [{ messageId: 'found', line: 1 }] }), /neither column nor text/],
  ['no message', () => checkInvalid(rule, { hba, errors: [{ line: 1, column: 7 } as never] }), /states no messageId/],
  ['another text', () => checkInvalid(mending, { hba, errors: [error], output: hba }), /./],
  ['a fix that is not stated', () => checkInvalid(mending, { hba, errors: [error] }), /./],
  ['a fix that breaks a line', () => checkInvalid(breaking, { hba, errors: [error], output: 'local\n' }), /./],
  ['the same case twice', () => refuseDuplicates([{ hba }, { hba }]), /Case 2 is the same as case 1/],
  ['a long headline', saying({ headline: 'a'.repeat(61) }), /counts 61 characters, and may have 60/],
  ['a long headline with a name', saying({ headline: `{name}${'a'.repeat(49)}` }), /counts 61 characters/],
  ['a headline with a stop', saying({ headline: '{word} is wrong.' }), /ends with “.”/],
  ['an empty headline', saying({ headline: '' }), /the headline is empty/],
  ['a why that is not a sentence', saying({ headline: 'a', why: 'because' }), /why, “because”, is not a sentence/],
  ['a help that is not a sentence', saying({ headline: 'a', help: 'Write b' }), /help, “Write b”, is not a sentence/],
  ['a message that no case shows', () => requireEveryMessage(rule, []), /No invalid case shows the message found/],
])('the rule tester refuses %s', (_, check, message) => {
  expect(check).toThrow(expect.objectContaining({ name: 'RuleTestError', message: expect.stringMatching(message) }));
});

test('a word that is filled in counts twelve characters at most', () => {
  saying({ headline: `${'a'.repeat(47)} {name}`, why: 'Is it meant?', help: 'Write "b."' })();
  saying({ headline: `{name} {word} {name}${'a'.repeat(31)}` })();
});

test('and takes what is stated as it is', () => {
  checkInvalid(rule, { hba, errors: [error] });
  checkInvalid(mending, { hba, errors: [error], output: 'local two all peer\n' });
  checkValid(rule, { hba: 'local two all peer\n' });
});
