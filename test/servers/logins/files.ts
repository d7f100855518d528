/** Random pg_hba.conf files for logins, with what they include, and the logins themselves. */
import type { Major } from '../../../src/catalog/majors.js';
import type { Random } from '../generators/random.js';
import type { Attempt } from './client.js';
import { hostPatterns, nameOf } from './host-names.js';

/** A name that is longer than the server's names are: it is cut to 63 bytes. */
const long = `long_${'n'.repeat(66)}`;

/** The roles that each role is directly a member of; every role exists. */
export const members: Readonly<Record<string, readonly string[]>> = {
  alice: ['ops'],
  bob: ['dba'],
  carol: ['dba', 'app'],
  ops: ['staff'],
  dba: [],
  staff: [],
  app: [],
  postgres: [],
  root_of_all: ['ops'],
  Alice: [],
  'alice@app': ['staff'],
  müller: ['ops'],
  [long.slice(0, 63)]: ['dba'],
};

const users = [...Object.keys(members), 'nobody', long];
const databases = ['app', 'alice', 'staff', 'ops', 'sales', 'replication', 'all', 'müller', long];
/** Common names of the certificates that clients have. */
export const certificateNames = ['alice', 'bob', 'stranger'];

/** Statements, one a line, that make the roles. */
export function rolesFor(major: Major, password: string): string {
  const quoted = (name: string) => `"${name}"`;
  const granting = Object.entries(members).flatMap(([role, groups]) => groups.map((group) => [group, role] as const));
  // What a member inherits plays no part, nor does being a superuser.
  const without = (role: string) => (major >= 16 && role === 'carol' ? ' with inherit false, set false' : '');
  const options: Record<string, string> = { carol: 'noinherit', root_of_all: 'superuser' };
  return [
    ...Object.keys(members)
      .filter((role) => role !== 'postgres')
      .map((role) => `create role ${quoted(role)} login ${options[role] ?? ''} password '${password}'`),
    ...granting.map(([group, role]) => `grant ${quoted(group)} to ${quoted(role)}${without(role)}`),
  ].join('\n');
}

/** Mappings: the account that runs the comparison is alice in one map, whoever it says in another. */
export function mappings(account: string): string {
  return `one ${account} alice\none alice bob\nany /^(.*)$ \\1\nany ${account} carol\n`;
}

const addressOctets = (random: Random) =>
  `127.${random.integer(0, 2)}.${random.integer(0, 3)}.${random.integer(1, 40)}`;

/** How the files of one run are made. */
export interface FileChoices {
  major: Major;
  /** Whether addresses have names. */
  names: boolean;
}

class FileMaker {
  readonly #random: Random;
  readonly #choices: FileChoices;
  readonly #userNamespace: boolean;
  /** How many files and folders are included so far. */
  #made = 0;
  /** Every file by name. */
  readonly files: Record<string, string>;

  constructor(random: Random, choices: FileChoices) {
    this.#random = random;
    this.#choices = choices;
    this.#userNamespace = choices.major <= 16 && random.chance(0.1);
    this.files = {
      'postgresql.conf': this.#userNamespace ? 'db_user_namespace = on\n' : '',
      'lists/users': 'alice "bob", +staff\n',
      'lists/databases': 'app sales\n@more\n',
      'lists/more': '# all\nreplication, "all"\n',
      'lists/anybody': 'all\n',
    };
    this.files['pg_hba.conf'] = this.#text(15, 40, 2) + this.#end();
  }

  /** A file of records, and of includes where the major knows them; $TOP stands for the data folder. */
  #text(low: number, high: number, depth: number): string {
    const { major } = this.#choices;
    return this.#random
      .list(low, high, () => {
        if (major < 16 || depth === 0 || !this.#random.chance(0.08)) return this.#line();
        return this.#include(depth);
      })
      .join('');
  }

  /** Mostly records that take what the others left, so that few logins end without a record, which tells least. */
  #end(): string {
    const takesAll = `${this.#method('local')}\nhost all,replication all ${this.#random.pick(['all', 'samenet'])}`;
    return this.#random.chance(0.7) ? `local all,replication all ${takesAll} ${this.#method('host')}\n` : '';
  }

  #include(depth: number): string {
    const number = ++this.#made;
    const quote = this.#random.chance(0.5) ? '"' : '';
    return this.#random.choose(
      [3, () => this.#included(`part${number}.conf`, 'include', quote, depth)],
      [1, () => this.#included(`part${number}.conf`, 'include_if_exists', quote, depth)],
      [1, () => 'include_if_exists missing.conf\n'],
      [
        2,
        () => {
          for (const name of ['b.conf', 'a.conf', '.hidden.conf', 'c.txt']) {
            this.files[`d${number}/${name}`] = this.#text(
              1,
              4,
              name.startsWith('.') || name === 'c.txt' ? 0 : depth - 1,
            );
          }
          return `include_dir ${quote}$TOP/d${number}${quote}\n`;
        },
      ],
    );
  }

  #included(name: string, directive: string, quote: string, depth: number): string {
    this.files[name] = '';
    this.files[name] = this.#text(1, 6, depth - 1);
    return `${directive} ${quote}$TOP/${name}${quote}\n`;
  }

  #line(): string {
    const random = this.#random;
    const text = this.#record();
    const end = random.choose([8, () => ''], [1, () => ' # host all all all trust'], [1, () => '\t ']);
    const before = random.choose([12, () => ''], [1, () => '\n'], [1, () => '# a comment\n']);
    const joined = this.#choices.major >= 14 && random.chance(0.06) ? text.replace(/ (?=\S+$)/, ' \\\n  ') : text;
    return `${before}${joined}${joined === text ? end : ''}\n`;
  }

  #record(): string {
    const random = this.#random;
    const types = ['local', 'host', 'host', 'hostssl', 'hostnossl', 'hostgssenc', 'hostnogssenc'];
    const type = random.pick(this.#choices.major >= 12 ? types : types.slice(0, 5));
    const first = `${type} ${this.#databases()} ${this.#users()}`;
    return type === 'local' ? `${first} ${this.#method(type)}` : `${first} ${this.#address()} ${this.#method(type)}`;
  }

  #expressions(): string[] {
    return this.#choices.major >= 16 ? ['/^a', '/l', '"/^(app|sales)$"', '/^$', '"/(ops|dba){1,2}$"', '/ü'] : [];
  }

  #databases(): string {
    const words = ['all', 'sameuser', 'samerole', 'samegroup', 'replication', '"all"', '"replication"', '+ops'];
    const files = ['@$TOP/lists/databases', '@"$TOP/lists/more"'];
    const from = [...databases, ...words, 'all', ...files, ...this.#expressions()];
    return this.#random.list(1, 3, () => this.#random.pick(from)).join(',');
  }

  #users(): string {
    const words = ['all', 'all', 'all', '+ops', '+staff', '+dba', '+alice', '"all"', '"+ops"', '+app', '+"ops"'];
    const from = [
      ...users,
      ...words,
      '@$TOP/lists/users',
      '@$TOP/lists/anybody',
      '@"$TOP/lists/users"',
      ...this.#expressions(),
    ];
    return this.#random.list(1, 3, () => this.#random.pick(from)).join(',');
  }

  #address(): string {
    const random = this.#random;
    const bits = [8, 15, 16, 22, 23, 24, 27, 29, 30, 32];
    const masks = ['255.0.255.0', '255.255.0.255', '255.0.0.3', '255.255.255.248'];
    return random.choose(
      [8, () => `${addressOctets(random)}/${random.pick(bits)}`],
      [2, () => `${addressOctets(random)} ${random.pick(masks)}`],
      [1, () => random.pick(['::1/128', '::/0', '::/127', '::ffff:127.0.0.1/128', 'fe80::/10', '::1 ffff::1'])],
      [2, () => random.pick(['all', 'samenet', 'samehost', '0.0.0.0/0', '10.0.0.0/8', '"all"'])],
      [this.#choices.names ? 4 : 0, () => random.pick(hostPatterns)],
    );
  }

  #method(type: string): string {
    const { major } = this.#choices;
    const random = this.#random;
    // The log names the record of an answered password on all majors, that of trust from 17 on, that of reject never.
    const silent = random.pick(major >= 17 || random.chance(0.5) ? ['trust', 'trust', 'reject'] : ['reject']);
    const plain = [silent, 'password', 'scram-sha-256', this.#userNamespace ? 'password' : 'md5'];
    if (type === 'local') return random.pick([...plain, 'peer', 'peer map=one', 'peer map=any']);
    if (type !== 'hostssl') return random.pick([...plain, 'ident', 'ident map=any']);
    const words = ['clientcert=verify-ca', 'clientcert=verify-full'];
    if (major >= 14 && random.chance(0.1)) return 'cert clientname=CN map=any';
    return random.choose(
      [4, () => random.pick(plain)],
      [1, () => `${random.pick(plain.filter((method) => method !== 'reject'))} ${random.pick(words)}`],
      [2, () => random.pick(['cert', 'cert map=one', 'cert map=any'])],
    );
  }
}

/** A pg_hba.conf with its includes, its lists and a postgresql.conf beside it, by name. */
export function hbaFiles(random: Random, choices: FileChoices): Record<string, string> {
  const { files } = new FileMaker(random, choices);
  // Names stand relative to the file that holds them.
  const entries = Object.entries(files).map(([name, text]) => [
    name,
    text.replaceAll('$TOP/', /^d\d/.test(name) ? '../' : ''),
  ]);
  return Object.fromEntries(entries);
}

/** A random login. */
export function attempt(random: Random): Attempt {
  const transport = random.pick(['local', 'plain', 'plain', 'tls'] as const);
  const named = [...nameOf.keys()];
  const from = random.choose(
    [4, () => addressOctets(random)],
    [2, () => random.pick(named)],
    [1, () => '::1'],
    [1, () => '127.0.0.1'],
  );
  return {
    user: random.pick(users),
    database: random.pick(databases),
    replication: random.choose<Attempt['replication']>([7, () => false], [2, () => true], [1, () => 'database']),
    transport,
    from: transport === 'local' ? undefined : from,
    certificate: transport === 'tls' && random.chance(0.7) ? random.pick(certificateNames) : undefined,
  };
}
