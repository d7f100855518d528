import shared from './jest.config.mjs';

// The programs around the linter, run for real: pre-commit, the action's scripts, the packed package.
export default {
  ...shared,
  testMatch: ['<rootDir>/test/pipelines/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 300_000,
  maxWorkers: 1,
};
