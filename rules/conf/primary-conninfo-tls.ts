import { isOwnHost } from '../../src/rule-kit/addresses/own-host.js';
import { cis } from '../../src/rule-kit/controls.js';
import { defineSettingRule, type SettingVerdict } from '../../src/rule-kit/settings/setting-rule.js';
import { type ConnectionString, parseConnectionString } from '../../src/rule-kit/values/conninfo.js';
import { writeValue } from '../../src/rule-kit/values/quote.js';

/** Weakest first. */
const modes = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'];

export default defineSettingRule({
  id: 'conf/primary-conninfo-tls',
  meta: {
    type: 'problem',
    summary: 'Require that a standby connects to its primary with TLS',
    category: 'tls',
    severity: 'warning',
    presets: ['recommended', { preset: 'strict', severity: 'error', options: { min: 'verify-full' } }],
    controls: [...cis('7.5')],
    options: {
      min: {
        type: 'string',
        default: 'require',
        enum: ['require', 'verify-ca', 'verify-full'],
        description: 'The weakest sslmode that is good enough.',
      },
    },
    messages: {
      missing: {
        headline: 'The standby may connect to {host} without encryption',
        why: 'primary_conninfo names no sslmode: everything that is written on the primary can be read on the way.',
        help: 'Add sslmode=verify-full and sslrootcert.',
      },
      plain: {
        headline: 'The standby may connect to {host} without encryption',
        why: 'With sslmode={mode} everything that is written on the primary can be read on the way.',
        help: 'Write sslmode=verify-full, with sslrootcert.',
      },
      unverified: {
        headline: 'The standby does not verify that it talks to {host}',
        why: 'With sslmode={mode} whoever stands between them can read and change everything.',
        help: 'Write sslmode=verify-full, with sslrootcert.',
      },
    },
    suggestions: true,
  },
  parameters: ['primary_conninfo'],
  judge({ text, context }): SettingVerdict | undefined {
    const parsed = text === '' ? undefined : parseConnectionString(text);
    if (parsed === undefined || !isElsewhere(parsed) || parsed.get('gssencmode') === 'require') return undefined;
    const mode = parsed.get('sslmode');
    // A service file, which is not among the files here, may name the mode.
    if (mode === undefined && parsed.get('service') !== undefined) return undefined;
    if (mode !== undefined && modes.indexOf(effective(parsed, mode)) >= modes.indexOf(context.options.min))
      return undefined;
    const messageId = mode === undefined ? 'missing' : modes.indexOf(mode) < 3 ? 'plain' : 'unverified';
    const data = { mode: mode ?? '', host: parsed.get('host') ?? parsed.get('hostaddr') ?? 'the primary' };
    const right = parsed.form === 'keywords' ? withVerification(text, parsed) : undefined;
    if (right === undefined) return { messageId, data };
    const title = 'Write sslmode=verify-full (the standby then needs the authority’s certificate: sslrootcert)';
    return { messageId, data, right: { value: writeValue(right), title, as: 'suggestion' } };
  },
});

/** Whether the primary may be another machine: sockets and the loopback need no TLS. */
function isElsewhere(parsed: ConnectionString): boolean {
  const hosts = (parsed.get('hostaddr') ?? parsed.get('host') ?? '').split(',').map((host) => host.trim());
  if (parsed.get('service') !== undefined && hosts.every((host) => host === '')) return true;
  return hosts.some((host) => host !== '' && !/^[/@]/.test(host) && !isOwnHost(host));
}

/** With a root certificate at hand libpq verifies the authority under require, too. */
function effective(parsed: ConnectionString, mode: string): string {
  return mode === 'require' && parsed.get('sslrootcert') !== undefined ? 'verify-ca' : mode;
}

function withVerification(text: string, parsed: ConnectionString): string {
  const mode = parsed.parameters.findLast(({ name }) => name === 'sslmode');
  if (mode === undefined) return `${text.trimEnd()} sslmode=verify-full`;
  return `${text.slice(0, mode.start)}verify-full${text.slice(mode.end)}`;
}
