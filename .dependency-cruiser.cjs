// The walls of docs/architecture.md as sentences; `npm run check` holds the code to them.
const subject = '^src/(?!platform|web|worker)([^/]+)/';
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'nothing goes round in circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'a subject is entered through its front door',
      severity: 'error',
      from: { path: subject },
      to: { path: subject, pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$'] },
    },
    {
      name: 'rules and access know nothing but rules, not even as types',
      severity: 'error',
      from: { path: '\\.(rules|access)\\.ts$' },
      to: {
        path: '\\.(store|actions|pages|api|jobs|commands)\\.tsx?$|^src/platform/(?!pure/)|^src/(web|worker)/|node_modules|^node:',
      },
    },
    {
      name: 'rules see the front door of another subject as types only',
      severity: 'error',
      from: { path: '\\.(rules|access)\\.ts$' },
      to: { path: '^src/[^/]+/index\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the platform knows no subject',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/(?!platform/)' },
    },
    {
      name: 'only stores, commands and the platform speak SQL',
      severity: 'error',
      from: { path: '^src/', pathNot: ['\\.store\\.ts$', '\\.test\\.tsx?$', '^src/platform/'] },
      to: { path: 'node_modules/(pg|sql-template-tag)/' },
    },
    {
      name: 'pages, API and jobs save through actions',
      severity: 'error',
      from: { path: '\\.(pages|api)\\.tsx?$' },
      to: { path: '^src/platform/database\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nothing imports the program that joins it',
      severity: 'error',
      from: { path: '^src/(?!main\\.ts)', pathNot: ['^src/(web|worker)/', '\\.test\\.tsx?$'] },
      to: { path: '^src/(main\\.ts|web/server\\.ts|worker/)' },
    },
    {
      name: 'product code does not lean on tests',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(tests|bench)/|\\.test\\.tsx?$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node'] },
  },
};
