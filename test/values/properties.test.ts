import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { majors } from '../../src/catalog/majors.js';
import { findParameter, parametersOf } from '../../src/catalog/parameters.js';
import type { Parameter } from '../../src/catalog/types.js';
import { describeNumber, formatWithUnit, writeNumber } from '../../src/values/format.js';
import { readValue } from '../../src/values/read.js';
import { unitsFor } from '../../src/values/units.js';

const seed = 20261122;

/** A parameter of a type, as a major knows it. */
function settable(type: string) {
  const choices = majors.flatMap((target) =>
    parametersOf(target)
      .filter((parameter) => parameter.type === type && parameter.context !== 'internal')
      .map((parameter) => ({ target, parameter })),
  );
  return fc.constantFrom(...choices);
}

/** A number within the bounds of a parameter. */
const within = ({ min = 0, max = 2 ** 31 - 1 }: Parameter) =>
  fc.integer({ min: Math.max(min, -(2 ** 31)), max: Math.min(max, 2 ** 31 - 1) });

describe('what a server prints, it reads back as the same value', () => {
  test.each(['bool', 'enum', 'real', 'string'])('%s', (type) => {
    fc.assert(
      fc.property(
        settable(type),
        fc.string({ unit: 'grapheme', maxLength: 12 }),
        fc.nat(),
        ({ target, parameter }, text, pick) => {
          const values = [...(parameter.values ?? []), ...(parameter.hiddenValues ?? []), 'on', '0.25', 'C', text];
          const first = readValue(parameter, values[pick % values.length]!, target);
          if (!first.ok) return;
          // Cut to 63 bytes first, made longer by escapes then: a server cuts them again.
          if (parameter.name === 'application_name' || parameter.name === 'cluster_name') return;
          const again = readValue(parameter, first.canonical, target);
          // What only some builds know (zstd, for which 19 takes `on`) stays open, and means the same.
          const printed = again.ok ? again.canonical : again.ok === undefined ? again.value : again.message;
          expect(printed).toBe(first.canonical);
        },
      ),
      { seed, numRuns: 600 },
    );
  });

  test('integer, with and without units', () => {
    const cases = settable('integer').chain(({ target, parameter }) =>
      fc.record({
        target: fc.constant(target),
        parameter: fc.constant(parameter),
        value: within(parameter),
        unit: fc.constantFrom('', ...(parameter.unit ? unitsFor(parameter.unit, target).map(({ name }) => name) : [])),
      }),
    );
    fc.assert(
      fc.property(cases, ({ target, parameter, value, unit }) => {
        const first = readValue(parameter, `${value}${unit}`, target);
        if (!first.ok) return;
        expect(readValue(parameter, first.canonical, target)).toEqual(first);
      }),
      { seed, numRuns: 1000 },
    );
  });
});

test('a number written with its unit means the same number', () => {
  const cases = settable('integer').chain(({ parameter }) =>
    fc.record({ parameter: fc.constant(parameter), value: within(parameter) }),
  );
  fc.assert(
    fc.property(cases, ({ parameter, value }) => {
      const reading = readValue(parameter, String(value), 18);
      if (!reading.ok) return;
      expect(readValue(parameter, writeNumber(parameter, Number(reading.value)), 18)).toEqual(reading);
    }),
    { seed, numRuns: 1000 },
  );
});

test('a suggestion is always a value that the server takes', () => {
  const texts = fc.oneof(
    fc
      .tuple(
        fc.constantFrom('1', '0.5', '128', '1.5', '09', '-1', '777'),
        fc.constantFrom('', ' ', '_'),
        fc.constantFrom('kb', 'M', 'g', 'hour', 'sec', 'mins', 'KB', 'days', 'x', ''),
      )
      .map((parts) => parts.join('')),
    fc.constantFrom(
      'enabled',
      'replika',
      'utf9',
      'Europe/Pariss',
      'immediate ',
      'stder',
      'mmd',
      'on ',
      'Slot',
      'recieipt',
    ),
  );
  fc.assert(
    fc.property(
      settable('integer'),
      settable('real'),
      settable('bool'),
      settable('enum'),
      settable('string'),
      texts,
      (a, b, c, d, e, text) => {
        for (const { target, parameter } of [a, b, c, d, e]) {
          const reading = readValue(parameter, text, target);
          if (reading.ok !== false || reading.suggestion === undefined) continue;
          expect([parameter.name, text, readValue(parameter, reading.suggestion, target).ok]).not.toContain(false);
        }
      },
    ),
    { seed, numRuns: 1000 },
  );
});

test('nothing throws, whatever is written', () => {
  for (const target of [10, 12, 18, 19] as const) {
    for (const parameter of parametersOf(target)) {
      for (const text of [
        '',
        '\u0000',
        '\ud800',
        '9'.repeat(400),
        `1e${'9'.repeat(30)}`,
        `0x${'f'.repeat(300)}p-99999`,
        '"'.repeat(99),
        "interval '",
      ]) {
        expect(() => readValue(parameter, text, target)).not.toThrow();
      }
    }
  }
});

describe('numbers for people', () => {
  const parameter = (name: string) => findParameter(name, 18)!;
  test.each([
    ['shared_buffers', 16384, '128 MB'],
    ['shared_buffers', 16, '128 kB'],
    ['work_mem', 4096, '4 MB'],
    ['work_mem', 1025, '1025 kB'],
    ['statement_timeout', 0, '0'],
    ['statement_timeout', 90_000, '90 s'],
    ['log_min_duration_statement', -1, '-1'],
    ['checkpoint_timeout', 300, '5 min'],
    ['log_rotation_age', 1440, '1 d'],
    ['vacuum_cost_delay', 0.5, '500 us'],
    ['unix_socket_permissions', 511, '0777'],
    ['max_connections', 100, '100'],
    ['seq_page_cost', 1.5, '1.5'],
  ])('%s = %d', (name, value, text) => {
    expect(describeNumber(parameter(name), value)).toBe(text);
  });
  test('units are joined as asked', () => {
    expect(formatWithUnit(16384, '8kB')).toBe('128MB');
    expect(formatWithUnit(1, 'min', ' ')).toBe('1 min');
  });
});
