/**
 * Import rules of the house (build/decisions/0003-import-rules.md). Each npm package is assigned to the layers that may
 * use it: adding a package means saying where it may run.
 */
const PACKAGES = {
  shared: ['zod'],
  electron: ['age-encryption', 'electron', 'exceljs', 'nodemailer', 'papaparse', 'zod'],
  'electron/safety/backup': ['libsodium-wrappers'],
  'electron/sandbox': [],
  'electron/documents': [
    'bidi-js',
    'd3-scale',
    'd3-shape',
    'fontkit',
    'jszip',
    'pdfmake',
    'pptxgenjs',
  ],
  renderer: [
    '@dnd-kit/core',
    '@fontsource-variable/inter',
    '@mantine/core',
    '@mantine/hooks',
    '@mantine/notifications',
    '@tabler/icons-react',
    '@tanstack/react-table',
    '@tanstack/react-virtual',
    'chart.js',
    'd3-scale',
    'd3-shape',
    'fractional-indexing',
    'get-nonce',
    'papaparse',
    'react',
    'react-chartjs-2',
    'react-dom',
    'zod',
    'zustand',
  ],
  'renderer/app/attachments': ['pdfjs-dist'],
  'renderer/data': ['dexie', 'tldts', 'papaparse', 'zod'],
};

/** The packages of a folder and of every folder around it. */
function packagesFor(folder) {
  return Object.entries(PACKAGES)
    .filter(([layer]) => folder === layer || folder.startsWith(`${layer}/`))
    .flatMap(([, packages]) => packages);
}

const LAYERS = Object.keys(PACKAGES);
const NPM = {
  dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'],
};

function packageRule(layer) {
  const within = LAYERS.filter((other) => other !== layer && other.startsWith(`${layer}/`));
  const allowed = packagesFor(layer).map((name) => name.replaceAll('/', '\\/'));
  return {
    name: `packages-of-${layer.replace('/', '-')}`,
    comment: `only the npm packages that are assigned to ${layer} may be imported there`,
    severity: 'error',
    from: {
      path: `^${layer}/`,
      ...(within.length > 0 ? { pathNot: `^(${within.join('|')})/` } : {}),
    },
    to: {
      ...NPM,
      ...(allowed.length > 0
        ? { pathNot: `node_modules/(@types/)?(${allowed.join('|')})(/|$)` }
        : {}),
    },
  };
}

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'a module that nothing imports and that imports nothing is dead',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: ['\\.d\\.ts$', '^tests/', '^electron/preload/preload\\.ts$'],
      },
      to: {},
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^virtual:', '\\?'] },
    },
    {
      name: 'shared-is-pure',
      comment: 'shared/ knows neither Electron, Node nor the page',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(electron|renderer|tests|build)/' },
    },
    {
      name: 'no-node-in-shared-or-renderer',
      severity: 'error',
      from: { path: '^(shared|renderer|electron/preload)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'electron-never-renderer',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: '^(renderer|tests|build)/' },
    },
    {
      name: 'renderer-never-electron',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^(electron|tests|build)/|node_modules/electron/' },
    },
    {
      name: 'preload-is-thin',
      comment: 'the preload imports channel names and types: no schema library, nothing of main',
      severity: 'error',
      from: { path: '^electron/preload/' },
      to: { path: '^electron/(?!preload/)|node_modules/zod/' },
    },
    {
      name: 'sandbox-stands-alone',
      comment: 'the sandbox networks are an independent judge of connectors, records and facts',
      severity: 'error',
      from: { path: '^electron/sandbox/' },
      to: { path: '^(shared|electron/(?!sandbox/))' },
    },
    {
      name: 'connectors-without-sandbox',
      severity: 'error',
      from: { path: '^(electron/(?!sandbox/)|shared/|renderer/)' },
      to: { path: '^electron/sandbox/' },
    },
    {
      name: 'dexie-only-in-data',
      comment:
        'only renderer/data/ imports Dexie; features read live through its hooks, the bench measures it',
      severity: 'error',
      from: { pathNot: '^(renderer/data|tests/bench/lab)/' },
      to: { path: 'node_modules/dexie/' },
    },
    {
      name: 'features-by-their-door',
      comment: 'a feature is entered through its index.ts',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: {
        path: '^renderer/features/([^/]+)/',
        pathNot: ['^renderer/features/$1/', '^renderer/features/[^/]+/index\\.tsx?$'],
      },
    },
    {
      name: 'features-by-their-door-from-the-shell',
      severity: 'error',
      from: { path: '^renderer/(?!features/)' },
      to: {
        path: '^renderer/features/',
        pathNot: '^renderer/features/[^/]+/index\\.tsx?$',
      },
    },
    {
      name: 'ui-knows-no-feature',
      severity: 'error',
      from: { path: '^renderer/ui/' },
      to: { path: '^renderer/(features|data|bridge|app)/' },
    },
    {
      name: 'product-never-imports-tests',
      severity: 'error',
      from: { path: '^(electron|renderer|shared)/' },
      to: { path: '^(tests|build)/' },
    },
    ...LAYERS.map(packageRule),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|release|out|\\.cache)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
