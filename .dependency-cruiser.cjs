// What each folder may open: `to` folders, `types` only by import type, `npm` packages, `node` Node's own modules. All else is shut.
const s = (...names) => names.map((name) => `server/${name}`),
  c = (...names) => names.map((name) => `client/${name}`);
const zones = {
  'server/domain': {},
  'server/forms': { to: s('domain') },
  'server/contract': { to: s('domain', 'forms'), npm: ['zod'] },
  'server/catalogue': { to: s('domain'), npm: ['zod'] },
  'server/policies': { to: s('domain') },
  'server/store': { to: s('domain'), npm: ['sequelize', 'pg', 'pg-copy-streams', 'umzug', 'zod'], node: true },
  'server/workflow': {
    to: [...s('domain'), 'workflows'],
    npm: [
      'bpmn-engine',
      'bpmn-elements',
      'bpmn-moddle',
      'moddle-context-serializer',
      'camunda-bpmn-moddle',
      'feelin',
      '@0dep/piso',
      'p-limit',
    ],
    node: true,
  },
  'server/documents': {
    to: s('domain'),
    npm: ['(pdf-lib|@cantoo/pdf-lib)', '@cantoo/fontkit', 'qrcode', '@expo-google-fonts/tinos', 'zod'],
    node: true,
  },
  'server/signing': { to: s('domain'), npm: ['pkijs', 'asn1js', '@peculiar/x509', 'reflect-metadata', 'node-forge'], node: true },
  'server/files': { to: s('domain'), npm: ['file-type', 'sharp'], node: true },
  'server/gateways': { to: s('domain'), npm: ['nodemailer', 'openid-client', 'oidc-provider', 'zod'], node: true },
  'server/casework': { to: s('domain', 'policies', 'store', 'workflow'), node: true },
  'server/commands': {
    to: s('casework', 'catalogue', 'contract', 'domain', 'forms', 'policies', 'store', 'workflow', 'documents', 'signing', 'files'),
    alone: true,
  },
  'server/queries': { to: s('contract', 'domain', 'forms', 'policies', 'store') },
  'server/presenters': { to: s('contract', 'domain', 'forms', 'policies'), types: s('queries', 'store') },
  'server/http': {
    to: s('contract', 'domain', 'policies', 'files'),
    types: s('casework'),
    npm: ['express', 'multer', 'jsonwebtoken', 'helmet', '@node-rs/argon2', 'otpauth', 'pino', 'p-limit', 'zod'],
    node: true,
  },
  'server/routes': {
    to: [...s('commands', 'queries', 'contract', 'domain', 'http', 'presenters', 'gateways'), ...c('site')],
    types: s('casework'),
    npm: ['express', 'react', 'react-dom', 'zod'],
    node: true,
  },
  'server/jobs': {
    to: s(
      'catalogue',
      'commands',
      'queries',
      'gateways',
      'casework',
      'domain',
      'forms',
      'policies',
      'store',
      'documents',
      'signing',
      'files',
    ),
    node: true,
  },
  'server/seed': {
    to: s('catalogue', 'commands', 'queries', 'contract', 'casework', 'domain', 'forms', 'policies', 'signing'),
    node: true,
  },
  'server/local-postgres': { to: s('domain'), npm: ['pg'], node: true },
  'server/demo': { to: s('contract', 'domain', 'seed', 'signing', 'documents'), npm: ['otpauth', 'zod'], node: true },
  'client/text': {},
  'client/styles': {},
  'client/parts': { to: c('styles'), npm: ['react'] },
  'client/site': { to: [...c('parts', 'text', 'styles'), ...s('forms')], types: s('contract'), npm: ['react'] },
  migrations: { types: s('store'), npm: ['sequelize'], node: true },
};
const folder = (name) => `^${name}/`;
const house = '^(server|client|migrations|workflows|templates|test)/';
const npm = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown'];
const error = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const doors = Object.entries(zones).flatMap(([name, { to = [], types = [], npm: own = [], node, alone }]) => {
  const from = { path: folder(name) };
  return [
    error(`door ${name}`, 'opens a folder that it may not know', from, { path: house, pathNot: [name, ...to, ...types].map(folder) }),
    types.length &&
      error(`types ${name}`, 'may take only types from there', from, { path: types.map(folder), dependencyTypesNot: ['type-only'] }),
    error(`packages ${name}`, 'uses a package that is not its own', from, {
      dependencyTypes: npm,
      pathNot: own.length ? own.map((one) => `node_modules/(@types/)?${one}/`) : ['^$'],
    }),
    !node && error(`node ${name}`, 'must run without Node', from, { dependencyTypes: ['core'] }),
    alone && error(`alone ${name}`, 'a command never calls another command', from, from),
  ].filter(Boolean);
});
module.exports = {
  forbidden: [
    ...doors,
    error('no circle', 'no circles anywhere, not even of types', {}, { circular: true }),
    error(
      'every folder has a door',
      'a new folder needs its line above',
      { path: '^(server|client)/[^/]+/', pathNot: Object.keys(zones).map(folder) },
      {},
    ),
    error(
      'composition stays outside',
      'nobody imports main.ts, app.ts, config.ts and their neighbours, or local-postgres, but one another and tests',
      { path: '^(server/[^/]+|client|migrations)/' },
      { path: '^server/[^/]+$' },
    ),
    error('no test in the house', 'product code never imports tests', { pathNot: '^test/' }, { path: '^test/' }),
    error('resolves', 'the import leads nowhere', {}, { couldNotResolve: true }),
    error(
      'declared',
      'the package is not among the dependencies',
      { path: '^(server|client|migrations)/' },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.json', '.css'],
    },
  },
};
