import { describe, expect, test } from '@jest/globals';
import { LineTable } from '../../src/syntax/positions.js';

describe('LineTable', () => {
  test('finds line and column of any offset', () => {
    const table = new LineTable('ab\ncd\r\n\nx');
    expect(table.positionAt(0)).toEqual({ line: 1, column: 1 });
    expect(table.positionAt(2)).toEqual({ line: 1, column: 3 });
    expect(table.positionAt(3)).toEqual({ line: 2, column: 1 });
    expect(table.positionAt(7)).toEqual({ line: 3, column: 1 });
    expect(table.positionAt(9)).toEqual({ line: 4, column: 2 });
    expect(table.lineCount).toBe(4);
    expect(table.startOfLine(4)).toBe(8);
  });
});
