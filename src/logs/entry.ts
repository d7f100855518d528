/** One message of a server's log, in whichever format it was written. */
export interface LogEntry {
  /** As the log has it; undefined where it has none. */
  time: string | undefined;
  /** What all messages of a session share: the process, or the session's own number. */
  session: string | undefined;
  /** What the log says of the session beside the message; undefined where it does not. */
  user: string | undefined;
  /** Null where the log says that there is none: physical replication is to no database. */
  database: string | null | undefined;
  /** The client's address or name; `[local]` for the Unix socket. */
  host: string | undefined;
  message: string;
}

/** Turns a log into messages, a line at a time. */
export interface EntryReader {
  /** The message that a line ends, where it does and the message is about a connection. */
  read(line: string): LogEntry | undefined;
}

/** How messages about connections start (postmaster.c, postinit.c, auth.c); all others are passed over unread. */
export const beginnings = [
  'connection received: ',
  'connection authenticated: ',
  'connection authorized: ',
  'replication connection authorized: ',
  'no pg_hba.conf entry for ',
  'pg_hba.conf rejects ',
] as const;

/** Whether a message is one of those that tell of a login; a failure is one that names its user. */
export function isAboutLogin(message: string): boolean {
  return beginnings.some((one) => message.startsWith(one)) || message.includes(' authentication failed for user "');
}

/** What the log writes where a session has no user, database or client. */
export function known(text: string | undefined): string | undefined {
  return text === undefined || text === '' || text === '[unknown]' ? undefined : text;
}
