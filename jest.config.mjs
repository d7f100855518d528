// Where no test is asked for by name, the tests of all rules of a folder share the modules that they load.
const isWhole = process.argv.slice(2).every((argument) => argument.startsWith('-'));

export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts', ...(isWhole ? ['<rootDir>/test/rules/*.group.ts'] : [])],
  // The comparisons with real servers have a command of their own: npm run test:servers.
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/test/servers/',
    '<rootDir>/test/editors/',
    '<rootDir>/test/pipelines/',
    ...(isWhole ? ['<rootDir>/test/rules/[^/]*/'] : []),
  ],
  modulePathIgnorePatterns: [
    '<rootDir>/dist/',
    '<rootDir>/test/servers/node_modules/',
    '<rootDir>/test/editors/.*/node_modules/',
    '<rootDir>/editors/vscode/(?:dist|node_modules|package\\.json)',
  ],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1.ts', '$1.js'] },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { sourceMaps: 'inline', module: { type: 'es6' }, jsc: { target: 'es2022', parser: { syntax: 'typescript' } } },
    ],
  },
  testTimeout: 30_000,
  // Jest leaves a processor free, which on two halves the speed.
  maxWorkers: '100%',
  workerIdleMemoryLimit: '1GB',
};
