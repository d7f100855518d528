/** What a server's log tells of logins: with `log_connections` on and `%p|` in front of each line. */

/** What the log has about one connection. */
export interface LoggedConnection {
  /** `[local]`, or the client's address and port: `127.0.0.1:40000`. */
  client: string;
  /** The method of a login that succeeded; from 14 on, `trust` from 17 on. */
  method: string | undefined;
  /** The record that decided, where the log names it: the file as the server names it, undefined before 16. */
  file: string | undefined;
  line: number | undefined;
}

/**
 * Reads the connections of a log in the order in which they came.
 *
 * A successful login names method and record (auth.c, set_authn_id; from 17 on also for trust), a refused one its record
 * in a detail (auth.c, auth_failed). A record with the method `reject` is named nowhere.
 *
 * @param log whole lines
 */
export function readConnections(log: string): LoggedConnection[] {
  const connections: LoggedConnection[] = [];
  const byProcess = new Map<string, LoggedConnection>();
  let process: string | undefined;
  for (const line of log.split('\n')) {
    // Further lines of a message have no prefix; a message is written as a whole.
    const [, ownProcess, text = line] = /^(\d+)\|(.*)$/.exec(line) ?? [];
    process = ownProcess ?? process;
    if (process === undefined) continue;
    const received = /^LOG: {2}connection received: host=(\S+)(?: port=(\d+))?$/.exec(text);
    if (received) {
      const [, host, port] = received;
      const client = port === undefined ? host! : `${host}:${port}`;
      const connection: LoggedConnection = { client, method: undefined, file: undefined, line: undefined };
      connections.push(connection);
      byProcess.set(process, connection);
      continue;
    }
    const connection = byProcess.get(process);
    if (connection) readEntry(text, connection);
  }
  return connections;
}

function readEntry(text: string, connection: LoggedConnection): void {
  const authenticated = /^LOG: {2}connection authenticated: .* method=(\S+) \((.*):(\d+)\)$/.exec(text);
  if (authenticated) {
    const [, method, file, line] = authenticated;
    Object.assign(connection, { method, file, line: Number(line) });
    return;
  }
  // Other reasons may stand in front; what stands behind is the record's text, which may say anything.
  const matched = /^(?:DETAIL: {2}|\t)Connection matched (?:pg_hba\.conf|file "([^"]*)") line (\d+): "/.exec(text);
  if (matched) Object.assign(connection, { file: matched[1] ?? connection.file, line: Number(matched[2]) });
}
