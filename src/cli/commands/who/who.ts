import type { Knowledge, Login } from '../../../access/login.js';
import { describeLogin } from '../../../access/login-text.js';
import { remarksOnHba } from '../../../access/remarks.js';
import { resolvePath, toCorePath } from '../../../files/paths.js';
import { asIs, join, lineEnd, type Printable, printableJson, say } from '../../../report/printable.js';
import { readingWidth } from '../../../report/text/wrap.js';
import { readArguments } from '../../arguments.js';
import { readChoice } from '../../choices.js';
import { type Command, CommandError, type Terminal } from '../../command.js';
import type { JunitCase } from '../../junit-suites.js';
import { clusterOptions, readClusterChoice } from '../../one-cluster.js';
import { type ChosenHba, chooseHba } from '../../one-hba.js';
import type { Options, OptionValues } from '../../options.js';
import { RecordsOfServer } from './answer.js';
import { readLogin } from './asked-login.js';
import { nameSettings } from './name-settings.js';
import { readServerAddresses } from './server-addresses.js';

const usage = `pgconflint who --user NAME [--database NAME] (--from ADDRESS | --local) [options] [PATH]
pgconflint who --test FILE [options] [PATH]

Tells which record of pg_hba.conf decides a login, its method, which earlier records were passed over and why, and on
what it depends where files cannot tell. PATH is a folder or any file of a cluster.`;

const options = {
  user: { value: 'NAME', mayBeEmpty: true, text: 'the role' },
  database: {
    value: 'NAME',
    mayBeEmpty: true,
    text: 'the database (default: the name of the role, as the server takes it)',
  },
  from: { value: 'ADDRESS', text: 'where the client is, an address in numbers' },
  local: { text: 'through the Unix socket' },
  tls: { text: 'the connection is encrypted with TLS' },
  gss: { text: 'the connection is encrypted with GSSAPI' },
  replication: { optional: '=database', text: 'physical replication; --replication=database is logical replication' },
  'member-of': {
    value: 'LIST',
    multiple: true,
    mayBeEmpty: true,
    text: "the roles that the role is a member of, and no others; '' for none",
  },
  hostname: {
    value: 'NAME',
    mayBeEmpty: true,
    text: "the client's name, confirmed by a look-up in both directions; '' where it has none",
  },
  'server-address': {
    value: 'LIST',
    multiple: true,
    text: "the server's own addresses with their prefix lengths, which samehost and samenet are about: 10.0.0.5/24,fd00::5/64",
  },
  test: {
    value: 'FILE',
    text: `many logins, and what is expected of them; FILE is YAML or JSON:
  members: {alice: [ops]}
  logins:
    - {user: alice, database: app, from: 10.1.2.3, tls: true, expect: scram-sha-256}
    - {user: bob, database: app, from: local, expect: {line: 12}}
Roles that members does not name have none; without members, nothing is known of them. Keys of a login: user, database, from (an address or local), tls, gss, replication (true or database), hostname ('' for none; not known where it is left out), expect: a method, reject (by a record), implicit-reject (no record matches), {line: 12} or {file: conf.d/more.conf, line: 3}; without expect, the login is only answered.`,
  },
  ...clusterOptions,
  format: {
    value: 'NAME',
    short: 'f',
    default: 'text',
    words: ['text', 'json', 'junit'],
    text: 'text (default) or json; for --test also junit',
  },
} as const satisfies Options;

const notes = `  Exit codes: 0 answered, and as expected; 1 an expectation is not met; 2 the work could not be done.`;

type Values = OptionValues<typeof options>;

const loginOptions = [
  'user',
  'database',
  'from',
  'local',
  'tls',
  'gss',
  'replication',
  'member-of',
  'hostname',
] as const;
const logicalReplication = '--replication=database';

export const command: Command = {
  name: 'who',
  summary: 'Tell which record decides a login, or test many logins',
  usage,
  options,
  notes,
  async run(args, terminal) {
    const { values, positionals } = readArguments(
      args.filter((arg) => arg !== logicalReplication),
      options,
    );
    const [path, ...rest] = positionals;
    if (values.test === undefined) refuseUnsaid(values);
    if (rest.length > 0) throw new CommandError('Name one file or folder: who … PATH.');
    const format = await readChoice('format', values.format, options.format.words);
    if (format === 'junit' && values.test === undefined)
      throw new CommandError('JUnit is for many logins: --test FILE; the formats for one are text and json.');
    const choose = () => chooseHba(path, terminal, readClusterChoice(values));
    if (values.test === undefined) return answerOne(values, await choose(), terminal);
    const unwanted = loginOptions.find((name) => values[name] !== undefined);
    if (unwanted !== undefined)
      throw new CommandError(`With --test the file tells the logins; leave out --${unwanted}.`);
    return testAll(values.test, { format, known: knownOf(values) }, choose, terminal);
  },
};

function answerOne(values: Values, chosen: ChosenHba, terminal: Terminal): number {
  const login = readAskedLogin(values, chosen);
  const knowledge: Knowledge = { target: chosen.target, ...knownOf(values) };
  const groups = values['member-of'];
  if (groups !== undefined) {
    const names = groups.flatMap((list) => list.split(',')).map((name) => name.trim());
    knowledge.memberships = new Map([[login.user, names.filter((name) => name !== '')]]);
  }
  const records = new RecordsOfServer(chosen, knowledge);
  const decision = records.decide(login);
  if (values.format === 'json') terminal.write(join([printableJson(records.answer(login, decision), 2), lineEnd]));
  else terminal.write(records.explain(login, decision, readingWidth(terminal.columns)));
  const usesTls = login.transport === 'tls';
  for (const remark of [...remarksOnHba(chosen), ...remarkOnSsl(chosen, usesTls)]) {
    terminal.writeError(say`pgconflint: ${remark}\n`);
  }
  return 0;
}

function knownOf(values: Values): Pick<Knowledge, 'interfaces'> {
  const lists = values['server-address'];
  return lists === undefined ? {} : { interfaces: readServerAddresses(lists) };
}

/**
 * Says what a login lacks before any file is looked at: `who alice` means a role, and not a file that does not exist.
 *
 * @throws CommandError where nobody can tell which login is meant
 */
function refuseUnsaid(values: Values): void {
  const { user, local } = values;
  if (user === undefined)
    throw new CommandError('Say who logs in: --user NAME; or name a file of logins: --test FILE.');
  if (values.from !== undefined && local === true) {
    throw new CommandError('--from and --local exclude each other; write one of them.');
  }
  if (values.from === undefined && local !== true) {
    throw new CommandError('Say where the login comes from: --from ADDRESS or --local.');
  }
}

function readAskedLogin(values: Values, chosen: ChosenHba): Login {
  const hostName = values.hostname === '' ? null : values.hostname;
  const asked = { ...values, user: values.user!, from: values.from ?? 'local', hostName };
  const login = readLogin(asked, nameSettings(chosen));
  if ('transport' in login) return login;
  throw new CommandError(login.part === 'from' ? `--from: ${login.message}` : login.message);
}

/** The records are judged as if TLS came through: the command line of the server may switch it on. */
function remarkOnSsl({ cluster }: ChosenHba, usesTls: boolean): string[] {
  const { main } = cluster.configuration;
  const ssl = cluster.configuration.get('ssl').reading;
  if (!usesTls || main === undefined || cluster.extent !== 'whole' || !ssl?.ok || ssl.value !== false) return [];
  return [
    'ssl is off, so the server takes no connections over TLS at all. The answer is what it would be with ssl = on.',
  ];
}

interface TestOptions {
  format: (typeof options.format.words)[number];
  known: Pick<Knowledge, 'interfaces'>;
}

async function testAll(
  file: string,
  { format, known }: TestOptions,
  choose: () => Promise<ChosenHba>,
  terminal: Terminal,
): Promise<number> {
  const [{ readExpectations }, { LoginTest }] = await Promise.all([
    import('./expectations.js'),
    import('./test-logins.js'),
  ]);
  const expectations = readExpectations(resolvePath(toCorePath(terminal.cwd), toCorePath(file)), file);
  const chosen = await choose();
  const test = new LoginTest(chosen, expectations, known);
  const counts = { met: 0, failed: 0, other: 0 };
  const cases: JunitCase[] = [];
  const start = asIs('[\n');
  let separator = start;
  for (const tested of test.run()) {
    counts[tested.ok === undefined ? 'other' : tested.ok ? 'met' : 'failed']++;
    if (format === 'json') {
      terminal.write(join([separator, printableJson(test.answer(tested))]));
      separator = asIs(',\n');
    } else if (format === 'junit') cases.push(test.junitCase(tested));
    else if (tested.ok === undefined) {
      terminal.write(say`${describeLogin(tested.login)}: ${test.records.outcome(tested.decision)}\n`);
    } else if (!tested.ok) terminal.write(say`${test.describeFailure(tested)}\n`);
  }
  if (format === 'json') terminal.write(asIs(separator === start ? '[]\n' : '\n]\n'));
  else if (format === 'junit') {
    const { formatSuites } = await import('../../junit-suites.js');
    terminal.write(await formatSuites('pgconflint who', [{ file, cases }]));
  } else terminal.write(summary(counts));
  for (const remark of remarksOnHba(chosen)) terminal.writeError(say`pgconflint: ${remark}\n`);
  return counts.failed > 0 || (!chosen.hba.loads && counts.met > 0) ? 1 : 0;
}

function summary({ met, failed, other }: { met: number; failed: number; other: number }): Printable {
  const total = met + failed + other;
  const parts = [`${met} as expected`, `${failed} not`];
  if (other > 0) parts.push(`${other} without an expectation`);
  return say`${total} ${total === 1 ? 'login' : 'logins'}: ${parts.join(', ')}\n`;
}
