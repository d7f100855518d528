import {
  chosenAddresses,
  endsLogged,
  is,
  library,
  loginsLogged,
  logsToSyslog,
  must,
  privateLogFiles,
  records,
  scramVerifiers,
  tlsIsOn,
  utcLog,
} from './requirements.js';
import type { Benchmark, BenchmarkControl, ControlGroup, ControlLayer, Requirement } from './types.js';

type Rest = Partial<Omit<BenchmarkControl, 'id' | 'title' | 'group' | 'layer'>>;

/** A control by its number behind CD16-00- and our own title. */
const control =
  (group: ControlGroup, layer: ControlLayer) =>
  (number: string, title: string, rest: Rest = {}): BenchmarkControl => ({
    id: `CD16-00-${number}`,
    title,
    group,
    layer,
    ...rest,
  });

const access = control('authentication', 'access');
const network = control('authentication', 'network');
const tls = control('authentication', 'tls');
const logging = control('accounting', 'logging');
const audited = (number: string, title: string, classes: readonly string[], more: readonly Requirement[] = []) =>
  logging(number, title, {
    rules: ['conf/pgaudit-loaded', 'conf/pgaudit-classes'],
    requires: [pgaudit, must('pgaudit.log', { classes }), ...more],
    about: ['shared_preload_libraries', ...classes],
  });

const pgaudit = library('pgaudit');
const every = ['ddl', 'role', 'read', 'write'];
const prefix = (...escapes: string[]) => must('log_line_prefix', { escapes });
const showLog = 'Look for the records in the latest file of the log.';
const listLog = 'ls -la on the folder of the log: files belong to the owner of the server and have mode 600.';
const notShown = 'Whether a shipper takes the log elsewhere is set up outside of PostgreSQL.';

const controls: readonly BenchmarkControl[] = [
  access('000100', 'The number of connections is limited', {
    requires: [must('max_connections', 'judged')],
    check: 'SELECT rolname, rolconnlimit FROM pg_roles WHERE rolcanlogin; none is -1 or above what is documented.',
  }),
  access('000200', 'Logins use the organisation’s own accounts', {
    requires: [records('all', { only: ['gss', 'sspi', 'ldap', 'cert'] })],
  }),
  logging('000400', 'Records of the log tell who, what, when and from where', {
    about: ['%m', '%a', '%u', '%d', '%r', '%h', '%p', 'shared_preload_libraries'],
    requires: [prefix('m', 'a', 'u', 'd', 'r', 'p'), pgaudit],
  }),
  logging('000700', 'Reading of rights is audited', { requires: [pgaudit], check: `Run \\du. ${showLog}` }),
  logging('000900', 'The audit starts with the server', {
    rules: ['conf/pgaudit-loaded'],
    requires: [pgaudit, must('log_destination', { listsOneOf: ['stderr', 'syslog'] })],
  }),
  logging('001000', 'Logins and their ends are logged', {
    requires: [loginsLogged, endsLogged, must('log_line_prefix', 'filled')],
    check: 'Whether lines tell what the organisation requires: SHOW log_line_prefix;',
  }),
  logging('001100', 'Records have a time', { about: ['%m'], requires: [prefix('m')] }),
  logging('001200', 'Records tell when, who, what and since when', {
    about: ['%m', '%u', '%d', '%s'],
    requires: [prefix('m', 'u', 'd', 's')],
  }),
  logging('001300', 'Records tell where a session comes from', { about: ['%h', '%r'], requires: [prefix('hr')] }),
  logging('001400', 'Records tell how an event ended', {
    requires: [pgaudit, must('pgaudit.log', { classes: every })],
    check: `Make statements that work and statements that are refused. ${showLog}`,
  }),
  logging('001500', 'Records identify the user and the session', {
    about: ['%m', '%u', '%d', '%p', '%r', '%h', '%a'],
    requires: [prefix('m', 'u', 'd', 'p', 'r', 'a')],
  }),
  logging('002000', 'Only the owner reads the log', { requires: [privateLogFiles], check: listLog }),
  logging('002100', 'Nobody else changes the log', { requires: [privateLogFiles], check: listLog }),
  logging('002200', 'Nobody else deletes the log', {
    rules: ['conf/log-file-mode', 'conf/logging-collector'],
    requires: [privateLogFiles],
    check: listLog,
  }),
  control('authorization', 'storage')('002400', 'Configuration files belong to the owner of the server alone', {
    requires: [privateLogFiles],
    check: 'stat -c "%a %U" postgresql.conf pg_hba.conf pg_ident.conf: 600 and the owner of the server.',
  }),
  network('003500', 'Only approved addresses and ports are used', {
    requires: [chosenAddresses, must('port', 'judged')],
    check: 'Whether the organisation approves of them: SHOW port; SHOW listen_addresses;',
  }),
  access('003800', 'Passwords are kept as SCRAM verifiers', {
    requires: [scramVerifiers],
    check: "SELECT rolname FROM pg_authid WHERE rolpassword NOT LIKE 'SCRAM-SHA-256%';",
  }),
  access('003900', 'Passwords do not travel readable or as MD5', {
    requires: [records('all', { never: ['password', 'md5'] })],
  }),
  tls('004000', 'Certificates are checked against lists of revoked ones', {
    requires: [
      tlsIsOn,
      { oneOf: [must('ssl_crl_file', 'filled'), must('ssl_crl_dir', 'filled')] },
      records('cert', { encrypted: true, some: true }),
    ],
    check:
      'ls -l on the file of SHOW ssl_crl_file; or the folder of SHOW ssl_crl_dir; it is there and kept up to date.',
  }),
  tls('004100', 'Keys are readable for the server only', {
    check:
      'stat -c "%a %U %n" on the files that SHOW ssl_key_file; and its neighbours name: 600, or 640 owned by root.',
  }),
  tls('004200', 'Certificates map to single users', {
    requires: [records('cert', {})],
    check: 'openssl x509 -noout -subject -in FILE for the certificates of clients: the name, or its map, is the role.',
  }),
  control('operation', 'network')('004700', 'Sessions end when they are over', {
    requires: [
      must('tcp_keepalives_idle', 'above zero'),
      must('tcp_keepalives_interval', 'above zero'),
      must('tcp_keepalives_count', 'above zero'),
      must('statement_timeout', 'above zero'),
    ],
  }),
  tls('004900', 'Data in transit is encrypted', { requires: [tlsIsOn] }),
  control('authorization', 'access')('006000', 'Messages to clients tell no more than they must', {
    requires: [is('client_min_messages', 'error')],
  }),
  control('authorization', 'access')('006100', 'Details of errors go to those who may see them', {
    requires: [is('client_min_messages', 'error'), privateLogFiles],
    check: listLog,
  }),
  logging('007000', 'The log goes to another machine or medium', {
    requires: [logsToSyslog, must('syslog_facility', 'filled')],
    check: notShown,
  }),
  logging('007500', 'Times in the log are those of UTC', { requires: [utcLog] }),
  logging('007600', 'Times in the log are exact to a second or better', {
    rules: ['conf/log-line-prefix'],
    about: ['%m'],
    requires: [prefix('m')],
  }),
  network('008000', 'Unneeded ports and protocols are off', {
    rules: ['conf/allowed-ports'],
    requires: [must('port', 'judged')],
    check: 'Whether the organisation allows it: SHOW port;',
  }),
  tls('008300', 'Cryptography protects what is transmitted', {
    requires: [tlsIsOn],
    check: 'openssl list -providers, for validated modules.',
  }),
  tls('008400', 'Certificates come from approved authorities', {
    requires: [tlsIsOn, must('ssl_ca_file', 'filled'), must('ssl_cert_file', 'filled')],
    check: 'openssl x509 -noout -issuer -enddate -in FILE for the files of SHOW ssl_ca_file; and SHOW ssl_cert_file;',
  }),
  tls('008800', 'Data stays whole while it is prepared for transmission', { requires: [tlsIsOn] }),
  tls('008900', 'Data stays whole while it is received', { requires: [tlsIsOn] }),
  audited('009400', 'Use of security objects is audited', every),
  audited('009600', 'Reading of classified objects is audited', ['ddl', 'role', 'write']),
  audited('009700', 'Failed reading of classified objects is audited', ['ddl', 'role', 'write']),
  audited('010000', 'Change of rights is audited', ['role']),
  audited('010200', 'Change of security objects is audited', every, [is('pgaudit.log_catalog', 'on')]),
  audited('010400', 'Change of classified objects is audited', every),
  audited('010500', 'Failed change of classified objects is audited', every),
  audited('010600', 'Revoking of rights is audited', every),
  audited('010900', 'Failed deletion of security objects is audited', every),
  audited('011000', 'Deletion of classified objects is audited', every),
  audited('011100', 'Failed deletion of classified objects is audited', every),
  logging('011200', 'Successful logins are logged', { requires: [loginsLogged], check: showLog }),
  audited('011400', 'Privileged actions are audited', every),
  logging('011500', 'Failed privileged actions are logged', {
    check: `Try CREATE ROLE as a role without the right. ${showLog}`,
  }),
  logging('011600', 'Beginning and end of sessions are logged', {
    requires: [loginsLogged, endsLogged],
    check: `Log in. ${showLog}`,
  }),
  logging('011700', 'Concurrent logins can be told apart', {
    about: ['log_connections', 'log_disconnections', '%m', '%u', '%d', '%c'],
    requires: [loginsLogged, endsLogged, prefix('m', 'u', 'd', 'c')],
  }),
  audited('011800', 'Access to objects is audited', every),
  logging('012000', 'Direct access to databases is logged', {
    requires: [pgaudit, loginsLogged, endsLogged],
  }),
  logging('012400', 'Records of the audit go to a central place', {
    requires: [logsToSyslog, must('syslog_facility', 'filled')],
    check: notShown,
  }),
];

/** The STIG for Crunchy Data Postgres 16. */
export const stigBenchmark: Benchmark = {
  name: 'stig-crunchy-16',
  title: 'DISA STIG for Crunchy Data Postgres 16',
  edition: 'V1R1',
  published: '2024-06-17',
  major: 16,
  controls,
};
