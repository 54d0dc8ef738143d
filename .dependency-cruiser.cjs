// Who may import whom. `npm run boundaries` applies it and also makes sure that every file was looked at.
const tests = '\\.test\\.tsx?$';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-unresolved',
      comment: 'An import that cannot be followed would escape all other rules.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'shared-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(server|client|tests|scenarios|scripts)/' },
    },
    {
      name: 'shared-has-two-dependencies',
      comment: 'xstate and zod only: the pure core must run anywhere and be read in an afternoon.',
      severity: 'error',
      from: { path: '^shared/', pathNot: tests },
      to: { pathNot: ['^shared/', '^node_modules/(xstate|zod|yaml)/'] },
    },
    {
      name: 'yaml-only-in-script',
      comment: 'Everything beyond the loader works on checked data, never on YAML text.',
      severity: 'error',
      from: { path: '^shared/', pathNot: ['^shared/src/script/', tests] },
      to: { path: '^node_modules/yaml/' },
    },
    {
      name: 'server-not-to-client',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^client/' },
    },
    {
      name: 'client-not-to-server',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^server/' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { path: '^(server|client)/' },
      to: { path: '^tests/' },
    },
    {
      name: 'features-stand-alone',
      comment: 'What two features share belongs beside client/src/features, not inside one of them.',
      severity: 'error',
      from: { path: '^client/src/features/([^/]+)/' },
      to: { path: '^client/src/features/', pathNot: '^client/src/features/$1/' },
    },
    {
      name: 'the-common-knows-no-feature',
      severity: 'error',
      from: { path: '^client/src/(i18n|net|transcript|ui)/' },
      to: { path: '^client/src/features/' },
    },
  ],
  options: {
    // TypeScript 7 offers no parser to other programs; without swc every file would silently be passed over.
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules/\\.cache)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
