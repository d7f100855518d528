/** Connection strings as libpq reads them (conninfo_parse and conninfo_uri_parse of fe-connect.c). */

/** One parameter of a connection string. */
export interface ConnectionParameter {
  name: string;
  value: string;
  /** Offsets of the value in the text, quotes counted. */
  start: number;
  end: number;
}

export interface ConnectionString {
  form: 'keywords' | 'uri';
  /** In the order of the text; of one name the last counts. */
  parameters: ConnectionParameter[];
  /** The value of a parameter; undefined where the text has none, or an empty one, which libpq takes for none. */
  get(name: string): string | undefined;
}

/**
 * Reads a connection string such as `host=db user=app` or `postgresql://app@db/app`.
 *
 * @returns undefined where libpq refuses it
 */
export function parseConnectionString(text: string): ConnectionString | undefined {
  const isUri = /^postgres(?:ql)?:\/\//.test(text);
  const parameters = isUri ? parseUri(text) : parseKeywords(text);
  if (parameters === undefined) return undefined;
  return {
    form: isUri ? 'uri' : 'keywords',
    parameters,
    get: (name) => parameters.findLast((parameter) => parameter.name === name)?.value || undefined,
  };
}

/** A keyword and the equals sign behind it; then a value in quotes, or bare. Backslashes escape in both. */
const keyword = /\s*([^=\s]+)\s*=\s*/y;
const quoted = /'((?:[^'\\]|\\.)*)'/sy;
const bare = /(?:[^\s\\]|\\.)*\\?/sy;

function parseKeywords(text: string): ConnectionParameter[] | undefined {
  const parameters: ConnectionParameter[] = [];
  let offset = 0;
  while (text.slice(offset).trim() !== '') {
    keyword.lastIndex = offset;
    const name = keyword.exec(text)?.[1];
    if (name === undefined) return undefined;
    const start = keyword.lastIndex;
    const pattern = text[start] === "'" ? quoted : bare;
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (match === null) return undefined;
    offset = start + match[0].length;
    parameters.push({ name, value: (match[1] ?? match[0]).replaceAll(/\\(.)|\\$/gs, '$1'), start, end: offset });
  }
  return parameters;
}

/** `postgresql://user:password@host:port,host:port/dbname?name=value&name=value`, everything but the scheme optional. */
const uri = /^postgres(?:ql)?:\/\/(?:([^:@/?]*)(?::([^@/?]*))?@)?([^/?]*)(?:\/([^?]*))?(?:\?(.*))?$/ds;

function parseUri(text: string): ConnectionParameter[] | undefined {
  const match = uri.exec(text);
  if (match === null) return undefined;
  const parameters: ConnectionParameter[] = [];
  const add = (name: string, raw: string | undefined, start: number): boolean => {
    const value = raw === undefined || raw === '' ? '' : decode(raw);
    if (value === undefined) return false;
    if (value !== '') parameters.push({ name, value, start, end: start + (raw?.length ?? 0) });
    return true;
  };
  const startOf = (group: number) => match.indices?.[group]?.[0] ?? 0;
  const hosts = splitHosts(match[3] ?? '');
  if (hosts === undefined) return undefined;
  const parts: [string, string | undefined, number][] = [
    ['user', match[1], startOf(1)],
    ['password', match[2], startOf(2)],
    ['host', hosts.names, startOf(3)],
    ['port', hosts.ports, startOf(3)],
    ['dbname', match[4], startOf(4)],
  ];
  if (!parts.every(([name, raw, start]) => add(name, raw, start))) return undefined;
  let offset = startOf(5);
  for (const pair of (match[5] ?? '').split('&')) {
    const equals = pair.indexOf('=');
    if (pair !== '' && (equals < 1 || pair.includes('=', equals + 1))) return undefined;
    if (pair !== '' && !addPair(pair, equals, offset, add)) return undefined;
    offset += pair.length + 1;
  }
  return parameters;
}

function addPair(
  pair: string,
  equals: number,
  offset: number,
  add: (name: string, raw: string, start: number) => boolean,
): boolean {
  const name = decode(pair.slice(0, equals));
  const value = pair.slice(equals + 1);
  if (name === undefined) return false;
  // JDBC's spelling, which libpq takes in URIs only.
  if (name === 'ssl' && value === 'true') return add('sslmode', 'require', offset + equals + 1);
  return add(name, value, offset + equals + 1);
}

/** The hosts of a URI and their ports, as the two lists that libpq makes of them. */
function splitHosts(text: string): { names: string; ports: string } | undefined {
  const names: string[] = [];
  const ports: string[] = [];
  for (const element of text.split(',')) {
    const match = /^(?:\[([^\]]+)\]|([^:[\]]*))(?::(.*))?$/.exec(element);
    if (match === null) return undefined;
    names.push(match[1] ?? match[2] ?? '');
    ports.push(match[3] ?? '');
  }
  return { names: names.join(','), ports: ports.every((port) => port === '') ? '' : ports.join(',') };
}

/** Undoes percent signs; undefined for a broken one, or a zero byte. */
function decode(text: string): string | undefined {
  try {
    const decoded = decodeURIComponent(text);
    return decoded.includes('\0') ? undefined : decoded;
  } catch {
    return undefined;
  }
}
