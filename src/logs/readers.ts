/** The three formats of a server's log: stderr, csvlog and jsonlog. */
import { type EntryReader, isAboutLogin, known, type LogEntry } from './entry.js';
import { prefixReader } from './line-prefix.js';

export type LogFormat = 'stderr' | 'csvlog' | 'jsonlog';

/** Tells the format of a log by a line of it. */
export function formatOf(line: string): LogFormat {
  if (/^\s*\{.*\}\s*$/.test(line)) return 'jsonlog';
  return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} [^,"]+,("|,|[^",]*,)/.test(line) && line.split(',').length > 10
    ? 'csvlog'
    : 'stderr';
}

/**
 * Makes a reader of a format.
 *
 * @param prefix the server's log_line_prefix, which only stderr has
 */
export function readerOf(format: LogFormat, prefix: string): EntryReader {
  if (format === 'jsonlog') return new JsonReader();
  return format === 'csvlog' ? new CsvReader() : new StderrReader(prefix);
}

/** What stands before a message that may be of interest; severities are those of elog.c, error_severity. */
const severity = /(?:LOG|FATAL): {2}/g;
/** No prefix is longer: what stands in it is bounded. */
const longestPrefix = 2_000;

class StderrReader implements EntryReader {
  readonly #prefix: ReturnType<typeof prefixReader>;

  constructor(prefix: string) {
    this.#prefix = prefixReader(prefix);
  }

  read(line: string): LogEntry | undefined {
    severity.lastIndex = 0;
    for (let found = severity.exec(line); found && found.index <= longestPrefix; found = severity.exec(line)) {
      const message = line.slice(severity.lastIndex);
      if (!isAboutLogin(message)) continue;
      const values = this.#prefix(line.slice(0, found.index));
      if (!values) continue;
      const { user, database, host, ...rest } = values;
      return {
        ...rest,
        user: known(user),
        database: database === undefined ? undefined : (known(database) ?? null),
        host: known(host),
        message,
      };
    }
    return undefined;
  }
}

/** A record that goes on for so many characters holds no message about a connection. */
const longestRecord = 100_000;

/** csvlog.c, write_csvlog: the columns that count here. */
const columns = {
  time: 0,
  user: 1,
  database: 2,
  process: 3,
  client: 4,
  session: 5,
  severity: 11,
  message: 13,
} as const;

class CsvReader implements EntryReader {
  #record = '';

  read(line: string): LogEntry | undefined {
    const record = this.#record === '' ? line : `${this.#record}\n${line}`;
    // A value with a line end in it is quoted: the record ends where quotes are closed.
    const isOpen = quotesIn(record) % 2 === 1;
    this.#record = isOpen && record.length <= longestRecord ? record : '';
    if (isOpen || !/connection|pg_hba\.conf|authentication failed/.test(record)) return undefined;
    const values = [...record.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
      quoted === undefined ? plain! : quoted.replaceAll('""', '"'),
    );
    const message = values[columns.message];
    if (message === undefined || !isAboutLogin(message)) return undefined;
    const client = values[columns.client] ?? '';
    return {
      time: values[columns.time],
      session: values[columns.session] || values[columns.process],
      user: known(values[columns.user]),
      database: known(values[columns.database]) ?? null,
      host: known(client.replace(/:\d+$/, '')),
      message,
    };
  }
}

function quotesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) count++;
  return count;
}

class JsonReader implements EntryReader {
  read(line: string): LogEntry | undefined {
    if (!/connection|pg_hba\.conf|authentication failed/.test(line)) return undefined;
    let value: Record<string, unknown>;
    try {
      value = JSON.parse(line);
    } catch {
      return undefined;
    }
    const text = (key: string) => (typeof value[key] === 'string' ? (value[key] as string) : undefined);
    const message = text('message');
    if (message === undefined || !isAboutLogin(message)) return undefined;
    return {
      time: text('timestamp'),
      session: text('session_id') ?? (value['pid'] === undefined ? undefined : String(value['pid'])),
      user: known(text('user')),
      database: known(text('dbname')) ?? null,
      host: known(text('remote_host')),
      message,
    };
  }
}
