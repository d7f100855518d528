import ordinary from './jest.config.mjs';

// Real editors with the built command: npm run test:editors.
export default {
  ...ordinary,
  testMatch: ['<rootDir>/test/editors/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 60_000,
  maxWorkers: 1,
};
