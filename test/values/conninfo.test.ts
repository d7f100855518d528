import { describe, expect, test } from '@jest/globals';
import { parseConnectionString } from '../../src/values/conninfo.js';

function read(text: string): Record<string, string> | undefined {
  const parsed = parseConnectionString(text);
  return parsed && Object.fromEntries(parsed.parameters.map(({ name, value }) => [name, value]));
}

/** What libpq 15 makes of each, asked through PQconninfoParse. */
describe('connection strings', () => {
  test.each<[string, Record<string, string> | undefined]>([
    ['', {}],
    ['host=p user=repl', { host: 'p', user: 'repl' }],
    ["  host = 'my host'  password='it\\'s \\\\'\n", { host: 'my host', password: "it's \\" }],
    ["password=a\\ b user=''", { password: 'a b', user: '' }],
    ["host='p' user=re'pl", { host: 'p', user: "re'pl" }],
    ["host='p'user=x", { host: 'p', user: 'x' }],
    ["host='p", undefined],
    ['host', undefined],
    ['=x', undefined],
    ['postgresql://', {}],
    [
      'postgres://repl:s%20t@a:1,[::1]:2/db?sslmode=require',
      {
        user: 'repl',
        password: 's t',
        host: 'a,::1',
        port: '1,2',
        dbname: 'db',
        sslmode: 'require',
      },
    ],
    ['postgresql://h?ssl=true&application_name=x', { host: 'h', sslmode: 'require', application_name: 'x' }],
    ['postgresql:///db?host=/run', { dbname: 'db', host: '/run' }],
    ['postgresql://%zz@h', undefined],
    ['postgresql://h?sslmode', undefined],
    ['postgresql://h?a=b=c', undefined],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('an empty value counts as none, and the last of a name wins', () => {
    const parsed = parseConnectionString("user='' host=a host=b");
    expect([parsed?.get('user'), parsed?.get('host'), parsed?.get('port')]).toEqual([undefined, 'b', undefined]);
  });

  test('places are those of values, with their quotes', () => {
    const text = "host='a b' sslmode=prefer";
    const places = parseConnectionString(text)?.parameters.map(({ start, end }) => text.slice(start, end));
    expect(places).toEqual(["'a b'", 'prefer']);
  });
});
