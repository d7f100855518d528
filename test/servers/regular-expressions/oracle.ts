/**
 * What a server says of regular expressions: SQL uses the compiler and the matcher that the authentication files use.
 * A database in SQL_ASCII makes it read bytes, as the postmaster does when it loads those files.
 */
import type { Connection } from '../connection.js';
import type { Server } from '../server.js';

/** What became of one expression against one subject: an error, no match, or the text of the first group. */
export interface ServerMatch {
  error: string | undefined;
  matched: boolean;
  /** The first group as bytes; undefined where there is none or it took no part. */
  group: string | undefined;
}

const functions = `
create function verdict(expression text) returns text language plpgsql as $$
begin
  perform '' ~ expression collate "C";
  return '';
exception when others then
  return sqlerrm;
end $$;
create function first_group(expression text, subject text) returns text language plpgsql as $$
declare
  found text[];
begin
  found := regexp_match(subject, expression collate "C");
  if found is null then return '-'; end if;
  return '+' || coalesce(encode(convert_to(found[1], 'SQL_ASCII'), 'hex'), '.');
exception when others then
  return '!' || sqlerrm;
end $$;
`;

/** The bytes of a string of one character a byte as an SQL expression. */
function literal(bytes: string): string {
  return `'${Buffer.from(bytes, 'latin1').toString('hex')}'`;
}

/** A connection that answers for regular expressions on bytes. */
export class Oracle {
  readonly name: string;
  readonly major: Server['major'];
  readonly installation: Server['installation'];
  readonly #connection: Connection;

  private constructor(server: Server, connection: Connection) {
    this.name = server.name;
    this.major = server.major;
    this.installation = server.installation;
    this.#connection = connection;
  }

  static async open(server: Server): Promise<Oracle> {
    await server.query(`create database bytes encoding 'SQL_ASCII' template template0 lc_collate 'C' lc_ctype 'C'`);
    const connection = await server.connect('bytes');
    await connection.query(functions);
    return new Oracle(server, connection);
  }

  close(): void {
    this.#connection.close();
  }

  /** The error of each expression (strings of bytes), undefined where it compiles. */
  async verdicts(expressions: string[]): Promise<(string | undefined)[]> {
    const { rows } = await this.#connection.query(
      `select verdict(convert_from(decode(bytes, 'hex'), 'SQL_ASCII'))
       from unnest(array[${expressions.map(literal).join(',')}]::text[]) with ordinality as list(bytes, place)
       order by place`,
      600_000,
    );
    return rows.map(([error]) => error?.replace(/^invalid regular expression: /, '') || undefined);
  }

  /** What each pair of expression and subject gives. */
  async matches(pairs: { expression: string; subject: string }[]): Promise<ServerMatch[]> {
    const { rows } = await this.#connection.query(
      `select first_group(convert_from(decode(expression, 'hex'), 'SQL_ASCII'), convert_from(decode(subject, 'hex'), 'SQL_ASCII'))
       from unnest(array[${pairs.map(({ expression }) => literal(expression)).join(',')}]::text[],
                   array[${pairs.map(({ subject }) => literal(subject)).join(',')}]::text[])
         with ordinality as list(expression, subject, place)
       order by place`,
      600_000,
    );
    return rows.map(([answer]) => {
      if (answer!.startsWith('!')) return { error: answer!.slice(1), matched: false, group: undefined };
      if (answer === '-') return { error: undefined, matched: false, group: undefined };
      const group = answer === '+.' ? undefined : Buffer.from(answer!.slice(1), 'hex').toString('latin1');
      return { error: undefined, matched: true, group };
    });
  }
}
