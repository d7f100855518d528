import rule from '../../../rules/carrier/wal-volume.js';
import { testRule } from '../../../src/linter/rule-tester.js';
import { cluster, found, pod } from './containers.js';

const keeps = cluster(
  '  storage: { size: 100Gi }\n  walStorage: { size: 2Gi }\n',
  '      max_wal_size: 2GB\n      wal_keep_size: 3GB\n      max_slot_wal_keep_size: 4GB\n',
);
const claim = pod(
  '      args: ["-c", "max_wal_size=8GB"]\n      env: [{ name: PGDATA, value: /data/pg }]\n      volumeMounts: [{ name: d, mountPath: /data }]\n',
  '  volumes: [{ name: d, persistentVolumeClaim: { claimName: c } }]\n---\nkind: PersistentVolumeClaim\nmetadata: { name: c }\nspec: { resources: { requests: { storage: 8Gi } } }\n',
);

const shared = cluster('  storage: { size: 10Gi }\n', '      max_wal_size: 20GB\n');

testRule(rule, {
  valid: [
    cluster('  storage: { size: 10Gi }\n', '      max_wal_size: 4GB\n'),
    { name: 'no volume', ...cluster('  instances: 3\n', '      max_wal_size: 400GB\n') },
    { name: 'what the operator sets', ...cluster('  storage: { size: 256Mi }\n', '      work_mem: 4MB\n') },
  ],
  invalid: [
    {
      ...keeps,
      errors: [
        found(keeps, 'max_wal_size', '2GB'),
        found(keeps, 'wal_keep_size', '3GB'),
        found(keeps, 'max_slot_wal_keep_size', '4GB'),
      ],
    },
    { name: 'the claim of a volume at the data folder', ...claim, errors: [found(claim, 'max_wal_size', '8GB')] },
    { name: 'the volume of the data, where WAL has none', ...shared, errors: [found(shared, 'max_wal_size', '20GB')] },
  ],
});
