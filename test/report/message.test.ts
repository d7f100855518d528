import { expect, test } from '@jest/globals';
import { partsOf } from '../../src/report/message.js';

test('the headline names the majors where it does not hold for all', () => {
  const message = 'md5 is weak. Write it.';
  expect(partsOf({ message, targets: [14, 15] })).toEqual({
    headline: 'md5 is weak (PostgreSQL 14 and 15)',
    why: undefined,
    help: 'Write it.',
  });
  const told = { headline: 'md5 is weak', why: 'Write it.' };
  expect(partsOf({ message, told, targets: [14] })).toEqual({
    headline: 'md5 is weak (PostgreSQL 14)',
    why: 'Write it.',
  });
  expect(partsOf({ message, told, targets: undefined })).toBe(told);
});
