import { cis, percona, stig } from '../../src/rule-kit/controls.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { listInForce, reportSetting } from '../../src/rule-kit/settings/settings.js';

const everywhere: Readonly<Record<string, string>> = {
  '*': 'every address of this machine',
  '0.0.0.0': 'every IPv4 address of this machine',
  '::': 'every IPv6 address of this machine',
};

export default defineRule({
  id: 'conf/no-listen-all',
  meta: {
    type: 'problem',
    summary: 'Disallow listening on every address of the machine',
    category: 'network',
    severity: 'warning',
    presets: [
      { preset: 'recommended', options: { inContainers: false } },
      { preset: 'strict', severity: 'error', options: { inContainers: true } },
    ],
    controls: [...cis('5.2'), ...stig('003500', '008000'), ...percona('network')],
    options: {
      inContainers: {
        type: 'boolean',
        default: true,
        description:
          'Report also the configuration of a container: a server in one must listen everywhere, and the ports that are published decide who reaches it.',
      },
    },
    anyMajor: true,
    messages: {
      all: {
        headline: 'The server listens on {where}',
        why: 'listen_addresses has {element}, which holds for networks that are added later too.',
        help: "Name the addresses: listen_addresses = 'localhost, 10.0.0.5'.",
      },
    },
  },
  create(context) {
    return {
      Cluster(cluster) {
        if (cluster.isContainer && !context.options['inContainers']) return;
        const element = listInForce(cluster, 'listen_addresses')?.find((each) => each in everywhere);
        if (element === undefined) return;
        reportSetting(context, 'listen_addresses', {
          messageId: 'all',
          data: { element, where: everywhere[element]! },
        });
      },
    };
  },
});
