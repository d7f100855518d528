import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { partsOfText, sentencesOf, splitMessage } from '../../src/linter/sentences.js';

describe('the parts of a message', () => {
  test('the first sentence is the headline, an order is the help, the rest says why', () => {
    expect(
      splitMessage("'128M' is not a size for shared_buffers. Write 128MB. The server does not start with it."),
    ).toEqual({
      headline: "'128M' is not a size for shared_buffers",
      why: 'The server does not start with it.',
      help: 'Write 128MB.',
    });
    expect(splitMessage('work_men is not a parameter. Did you mean work_mem?').help).toBe('Did you mean work_mem?');
    expect(splitMessage('Found one.')).toEqual({ headline: 'Found one', why: undefined, help: undefined });
  });

  test('several orders are one help, and an order that is the only sentence is the headline', () => {
    expect(splitMessage('It is off. Set ssl = on. It is needed. Remove this.').help).toBe('Set ssl = on. Remove this.');
    expect(splitMessage('Remove this.')).toEqual({ headline: 'Remove this', why: undefined, help: undefined });
  });

  test('a question keeps its mark, an ellipsis its dots', () => {
    expect(splitMessage('Is it meant?').headline).toBe('Is it meant?');
    expect(splitMessage('It goes on...').headline).toBe('It goes on...');
  });

  test.each([
    ['quotes', "'a. b' is not known. Remove it."],
    ['double quotes', '"a. Write b" is not known. Remove it.'],
    ['curly quotes', '“a. Write b? c” is not known. Remove it.'],
    ['brackets', 'It is unsafe (see a. Write (b. c) d). Remove it.'],
    ['abbreviations', 'Names, e.g. postgres, are not known. Remove it.'],
  ])('stops in %s end no sentence', (_, message) => {
    expect(splitMessage(message)).toEqual({
      headline: message.slice(0, -' Remove it.'.length).replace(/\.$/, ''),
      why: undefined,
      help: 'Remove it.',
    });
  });

  test('an apostrophe, and a quote that is never closed, quote nothing', () => {
    expect(sentencesOf("It isn't there. Write 'x. Remove it.")).toEqual(["It isn't there.", "Write 'x.", 'Remove it.']);
    expect(sentencesOf('The server’s own. (It is. Done.')).toEqual(['The server’s own.', '(It is.', 'Done.']);
  });

  test('stops within words and numbers end no sentence', () => {
    expect(sentencesOf('pg_hba.conf:3 and 10.0.0.1 count. So does 1.5.')).toEqual([
      'pg_hba.conf:3 and 10.0.0.1 count.',
      'So does 1.5.',
    ]);
  });

  test('the sentences of any text are the text', () => {
    const words = fc.array(fc.constantFrom('a', 'b.', 'c?', '"d', "'e.", '(f.', 'g)', '“h.', 'i”', 'Write', 'e.g.'));
    fc.assert(
      fc.property(words, (list) => {
        expect(sentencesOf(list.join(' ')).join(' ')).toBe(list.join(' '));
      }),
    );
  });
});

describe('the parts of a text that was not written in parts', () => {
  test.each([
    [
      'The mapping has no user: the server rejects the file, and everything that is in it',
      'The mapping has no user',
      'The server rejects the file, and everything that is in it.',
      undefined,
    ],
    [
      'The comma after "a: b, so c" ends this value here, so "cn=d" is an option of its own. Put quotes around it.',
      'The comma after "a: b, so c" ends this value here',
      'So "cn=d" is an option of its own.',
      'Put quotes around it.',
    ],
    [
      'There are two radiusservers and three radiussecrets; write one for all, or one for each. Not both.',
      'There are two radiusservers and three radiussecrets',
      'Not both.',
      'Write one for all, or one for each.',
    ],
    ['It is short: so it stays.', 'It is short: so it stays', undefined, undefined],
    [`${'word '.repeat(15)}end.`, `${'word '.repeat(15)}end`, undefined, undefined],
  ])('%s', (text, headline, why, help) => {
    expect(partsOfText(text)).toEqual({ headline, why, help });
  });
});
