import { defineRule } from '../../src/linter/rule.js';
export default defineRule({
  id: 'hba/no-trust',
  meta: {
    type: 'problem',
    summary: 'Disallow the method trust, which lets clients in without any proof',
    category: 'authentication',
    presets: ['recommended'],
    messages: { trust: 'Anyone who reaches this record becomes {users} without a password (trust).' },
  },
  create({ report }) {
    return {
      HbaRecord(record) {
        if (record.error !== undefined || record.method !== 'trust') return;
        report({ messageId: 'trust', data: { users: 'any role' }, at: record.methodToken ?? record });
      },
    };
  },
});
