// ESM-only packages that the server loads, with their own ESM-only dependencies. A missing one fails with its name.
const esmOnly = [
  'feelin',
  'lezer-feel',
  'min-dash',
  'temporal-polyfill',
  'temporal-utils',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer/inflate',
  '@borewit/text-codec',
  'p-limit',
  'yocto-queue',
  'openid-client',
  'oidc-provider',
  'oauth4webapi',
  'jose',
];
const common = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: { '\\.(ts|tsx|mjs|js)$': '<rootDir>/test/support/transform.cjs' },
  transformIgnorePatterns: [`/node_modules/(?!(?:.*/node_modules/)?(?:${esmOnly.join('|')})/)`],
};
const pure = ['domain', 'forms', 'policies', 'catalogue'];
module.exports = {
  // Half of the time is PostgreSQL's: a worker for each core keeps two cores busy.
  maxWorkers: '100%',
  projects: [
    { ...common, displayName: 'pure', testMatch: pure.map((folder) => `<rootDir>/test/${folder}/**/*.test.{ts,tsx}`) },
    {
      ...common,
      displayName: 'whole',
      testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
      testPathIgnorePatterns: ['/node_modules/', ...pure.map((folder) => `<rootDir>/test/${folder}/`)],
      globalSetup: '<rootDir>/test/support/start-postgres.ts',
      globalTeardown: '<rootDir>/test/support/stop-postgres.ts',
    },
  ],
  reporters: ['default', '<rootDir>/test/support/closing-line.cjs'],
  coverageProvider: 'v8',
  collectCoverageFrom: ['server/**/*.{ts,tsx}', 'client/**/*.{ts,tsx}', '!**/*.d.ts'],
};
