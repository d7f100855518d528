/**
 * Patroni’s configuration in a variable: what the server gets, as zalando/spilo (commit 7cb50bd6) says in
 * postgres-appliance/scripts/configure_spilo.py.
 */
import { describe, expect, test } from '@jest/globals';
import { clustersIn, documentsByKind, inForce, saidOf } from './found.js';

const indented = (text: string, by: number) => text.replace(/^(?=.)/gm, ' '.repeat(by));
const configuration = `bootstrap:
  dcs:
    postgresql:
      parameters:
        max_connections: 50
        ssl: "off"
postgresql:
  parameters:
    shared_buffers: 64MB
    max_wal_senders: 5
`;
const compose = (text: string, others = '') =>
  `services:\n  db:\n    image: spilo\n    environment:\n${others}      SPILO_CONFIGURATION: |\n${indented(text, 8)}`;
const kubernetes = (text: string) =>
  `kind: StatefulSet\nspec:\n  template:\n    spec:\n      containers:\n      - name: db\n        env:\n        - name: SPILO_CONFIGURATION\n          value: |\n${indented(text, 12)}`;

describe('SPILO_CONFIGURATION', () => {
  test.each([
    ['Compose', compose(configuration), 'services/db/environment/SPILO_CONFIGURATION'],
    ['Kubernetes', kubernetes(configuration), 'spec/template/spec/containers/env/SPILO_CONFIGURATION'],
  ])('of %s, over the template', (_, text, name) => {
    const { conf } = documentsByKind(text);
    expect(clustersIn(text).map((one) => one.name)).toEqual([name]);
    // 1152 (deep_update of the configuration with the template), 208-226 and 290-321.
    expect(inForce(conf!)).toMatchObject({
      max_connections: '50',
      shared_buffers: '64MB',
      log_statement: 'ddl',
      max_wal_senders: '10',
      ssl: 'on',
    });
    // 309: the template sets ssl for the node, which counts over the cluster’s; Patroni takes max_wal_senders from there.
    expect(saidOf(conf!)).toEqual(['ignored ssl', 'ignored max_wal_senders']);
    const start = conf!.text.indexOf('shared_buffers');
    const place = conf!.map!.placeOf({ start, end: start + 'shared_buffers'.length });
    expect(text.slice(place.start, place.end)).toBe('shared_buffers');
  });

  // 325-348, with ALLOW_NOSSL (343) and PAM_OAUTH2 (327); 163: a list of one’s own counts alone.
  test.each([
    ['', '', /^local all all trust\nhost all all 127.*\nhostnossl all all all reject\nhostssl all all all md5\n$/s],
    ['', '      ALLOW_NOSSL: "1"\n', /standby all md5\nhost all all all md5\n$/],
    ['', '      PAM_OAUTH2: https://x.example y\n      HUMAN_ROLE: people\n', /\nhostssl all \+people all pam\n/],
    ['  pg_hba:\n  - local all all peer\n', '', /^local all all peer\n$/],
  ])('its records: %j with %j', (list, others, meant) => {
    expect(documentsByKind(compose(configuration + list, others))['hba']!.text).toMatch(meant);
  });
});

test('PATRONI_CONFIGURATION is Patroni’s alone', () => {
  const text = compose(`scope: a\n${configuration}`).replace('SPILO_', 'PATRONI_');
  expect(inForce(documentsByKind(text)['conf']!)).not.toHaveProperty('log_statement');
  expect(documentsByKind(text)['hba']).toBeUndefined();
});

test.each([
  ['a configuration without settings', compose('bootstrap:\n  dcs:\n    postgresql:\n      use_slots: true\n')],
  ['a text with variables', compose(`postgresql:\n  parameters:\n    port: \${PORT}\n`)],
  ['what is no map', compose('postgresql\n')],
  [
    'a variable without a text',
    'env:\n- name: SPILO_CONFIGURATION\n  valueFrom: { configMapKeyRef: { key: postgresql } }\n',
  ],
])('nothing in %s', (_, text) => expect(clustersIn(text)).toEqual([]));
