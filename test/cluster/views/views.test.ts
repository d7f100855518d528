import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Major } from '../../../src/catalog/majors.js';
import type { HbaReading, IdentReading } from '../../../src/cluster/types.js';
import { hbaRows, identRows } from '../../../src/cluster/views/views.js';
import { configurationOf, hba, ident } from '../reading.js';

/** What servers said of one main file and the files beside it; recorded from servers 10 to 18. */
interface Scenario {
  name: string;
  kind: 'hba' | 'ident';
  text: string;
  files?: Record<string, string>;
  ssl?: boolean;
  answers: { servers: string[]; loads?: boolean; rows: unknown[][] }[];
}

const scenarios: Scenario[] = JSON.parse(readFileSync('test/fixtures/view-rows.json', 'utf8'));

const cases = scenarios.flatMap((scenario) =>
  scenario.answers.flatMap((answer) =>
    answer.servers.map((server) => ({ title: `${scenario.name} on ${server}`, server, scenario, answer })),
  ),
);

/** The columns in the order of the recording: those of the view, the error as whether there is one; 16 and later number. */
function hbaColumns(reading: HbaReading, major: Major): unknown[][] {
  return hbaRows(reading, major).map((row, index) => {
    const record = reading.rows![index]!;
    const shown = row.error !== null && ('code' in record || record.error!.shownByServer);
    const columns = [
      row.line_number,
      row.type,
      row.database,
      row.user_name,
      row.address,
      row.netmask,
      row.auth_method,
      row.options,
      shown,
    ];
    return major < 16 ? columns : [...columns, row.rule_number, row.file_name];
  });
}

function identColumns(reading: IdentReading, major: Major): unknown[][] {
  return identRows(reading).map((row) => {
    const columns = [row.line_number, row.map_name, row.sys_name, row.pg_username, row.error !== null];
    return major < 16 ? columns : [...columns, row.map_number, row.file_name];
  });
}

describe('the rows are those of the servers', () => {
  test.each(cases)('$title', ({ server, scenario, answer }) => {
    const major = Number.parseInt(server, 10) as Major;
    if (scenario.kind === 'ident') {
      expect(identColumns(ident(scenario.text, major, scenario.files), major)).toEqual(answer.rows);
      return;
    }
    const reading = hba(scenario.text, major, scenario.files, configurationOf({ ssl: scenario.ssl ?? false }));
    expect(hbaColumns(reading, major)).toEqual(answer.rows);
    expect(reading.loads).toBe(answer.loads);
  });
});
