import { nearestOf } from '../../src/rule-kit/catalog/nearest-words.js';
import { replaceValue } from '../../src/rule-kit/edits/settings.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { valuePlace } from '../../src/rule-kit/settings/setting-places.js';
import { parseConnectionString } from '../../src/rule-kit/values/conninfo.js';

/** Every option that some libpq from 10 to 19 knows (PQconninfoOptions of fe-connect.c). */
const known: readonly string[] = (
  'application_name authtype channel_binding client_encoding connect_timeout dbname fallback_application_name gssdelegation ' +
  'gssencmode gsslib host hostaddr keepalives keepalives_count keepalives_idle keepalives_interval krbsrvname ' +
  'load_balance_hosts max_protocol_version min_protocol_version oauth_ca_file oauth_client_id oauth_client_secret ' +
  'oauth_issuer oauth_scope options passfile password port replication require_auth requirepeer requiressl ' +
  'scram_client_key scram_server_key service servicefile ssl_max_protocol_version ssl_min_protocol_version sslcert ' +
  'sslcertmode sslcompression sslcrl sslcrldir sslkey sslkeylogfile sslmode sslnegotiation sslpassword sslrootcert sslsni ' +
  'target_session_attrs tcp_user_timeout tty user'
).split(' ');

/** The values of options that have a list of them. */
const values: Readonly<Record<string, readonly string[]>> = {
  sslmode: ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'],
  channel_binding: ['disable', 'prefer', 'require'],
  gssencmode: ['disable', 'prefer', 'require'],
  target_session_attrs: ['any', 'read-write', 'read-only', 'primary', 'standby', 'prefer-standby'],
};

export default defineRule({
  id: 'conf/primary-conninfo-options',
  meta: {
    type: 'problem',
    summary: 'Report options of primary_conninfo that libpq does not know, and values that it refuses',
    category: 'replication',
    presets: ['correctness'],
    messages: {
      option: {
        headline: 'libpq knows no option {name}',
        why: 'With this primary_conninfo a standby never connects.',
        help: '{guess}',
      },
      value: {
        headline: 'libpq does not know {name}={value}',
        why: '{name} is one of {values}. A standby with this primary_conninfo never connects, and tries again for ever.',
        help: '{guess}',
      },
    },
    suggestions: true,
  },
  create({ cluster, report }) {
    return {
      ConfEntry(entry) {
        if (entry.parameter?.name !== 'primary_conninfo' || entry.overriddenBy !== undefined) return;
        const parsed = parseConnectionString(entry.value);
        const wrong = parsed?.parameters.find(
          ({ name, value }) => !known.includes(name) || values[name]?.includes(value) === false,
        );
        if (wrong === undefined) return;
        const { name, value } = wrong;
        const isOption = !known.includes(name);
        const [near, other] = nearestOf(isOption ? name : value, isOption ? known : values[name]!);
        const right = other === undefined ? near : undefined;
        const written = isOption ? name : value;
        const isOnce = entry.value.split(written).length === 2;
        const fixed = right === undefined || !isOnce ? undefined : entry.value.replace(written, right);
        report({
          messageId: isOption ? 'option' : 'value',
          data: {
            name,
            value,
            values: (values[name] ?? []).join(', '),
            guess: right === undefined ? '' : ` Did you mean ${right}?`,
          },
          at: valuePlace(entry),
          suggestions:
            fixed === undefined || entry.file === cluster.configuration.auto
              ? []
              : [{ title: `Write ${right}`, edits: replaceValue(entry, fixed, true) }],
        });
      },
    };
  },
});
