/** Import arrows: core <- (workers | storage) <- app <- ui; cli is a second composition root. */
const layer = (name) => `^(${name})/`;
const forbid = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: layer(from), pathNot: '\\.test\\.tsx?$|/testing/' },
  to: { path: to },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'A cycle has no layer.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphan-file',
      severity: 'error',
      comment: 'Resolve every import.',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?(url|gzip-url|worker|raw)$|^virtual:' },
    },
    forbid(
      'core-is-pure',
      'src/core',
      '^(src/(storage|app|ui|cli)|workers|e2e|scripts)/',
      'Core imports nothing of ours but core.',
    ),
    forbid(
      'core-packages',
      'src/core',
      '^node_modules/(?!(valibot|papaparse|pure-rand|simple-statistics|canonicalize|@noble/hashes|fflate|fzstd|mammoth|fastest-levenshtein|hyparquet|hyparquet-compressors|hyparquet-writer)/)',
      'Core uses only pure libraries.',
    ),
    forbid(
      'core-no-node',
      'src/core',
      '^(node:)?(fs|path|crypto|process|os|url|stream)$',
      'Core runs anywhere.',
    ),
    forbid('storage-below-app', 'src/storage', '^(src/(app|ui|cli)|workers)/', 'Storage knows core only.'),
    forbid('workers-below-app', 'workers', '^src/(app|ui|cli|storage)/', 'Workers know core only.'),
    forbid('app-below-ui', 'src/app', '^src/(ui|cli)/', 'The app layer has no JSX and no command line.'),
    forbid(
      'app-no-react',
      'src/app',
      '^node_modules/(react|react-dom|wouter|zustand|@tanstack)/',
      'The app layer has no UI library.',
    ),
    forbid(
      'ui-through-app',
      'src/ui',
      '^src/(storage|cli)/(?!contract\\.ts$)',
      'Pages talk to services, not to stores.',
    ),
    forbid(
      'ui-no-workers',
      'src/ui',
      '^workers/(?!protocol\\.ts$)',
      'Pages talk to services, not to workers.',
    ),
    forbid(
      'cli-no-browser',
      'src/cli',
      '^(src/(ui|app)|workers)/',
      'The command line composes core and storage itself.',
    ),
    {
      name: 'testing-for-tests',
      comment: 'What only tests share never reaches the product.',
      severity: 'error',
      from: { path: '^(src/(core|storage|app|cli)|workers)/', pathNot: '\\.test\\.tsx?$|/testing/' },
      to: { path: '/testing/' },
    },
    {
      name: 'scoring-off-the-page',
      comment: 'Scoring runs in its worker: the page asks for it through app/scoring.',
      severity: 'error',
      from: { path: '^src/(app|ui)/', pathNot: '\\.test\\.tsx?$|/testing/' },
      to: {
        path: '^src/core/(run/scoring-session|scorers/bind-scorers|lexicon/lexicon)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-cross-feature',
      severity: 'error',
      comment: 'Features meet in components/ or in the app layer.',
      from: { path: '^src/ui/features/([^/]+)/' },
      to: { path: '^src/ui/features/', pathNot: '^src/ui/features/$1/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.tools.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
    },
    exclude: { path: '(\\.test\\.tsx?$)' },
  },
};
