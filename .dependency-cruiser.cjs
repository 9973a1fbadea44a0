/* The rooms' walls: the import table of the style guide, checked by `npm run check`.
   test/architecture.test.ts shows every rule a planted violation, so that none of them sleeps. */
const { existsSync, readdirSync, readFileSync } = require('node:fs')
const { join } = require('node:path')

const ROOMS = existsSync('domains') ? readdirSync('domains') : []

/** The rooms that a room names in `uses` of its module.ts; calls to any other are forbidden. */
function usesOf(room) {
  const file = join('domains', room, 'module.ts')
  if (!existsSync(file)) return []
  const list = /\buses:\s*\[([^\]]*)\]/.exec(readFileSync(file, 'utf8'))?.[1] ?? ''
  return [...list.matchAll(/'([a-z]+)'/g)].map((m) => m[1])
}

const TESTS = '\\.test\\.tsx?$'
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    rule('no-cycle', 'Files must not import each other in a circle.', {}, { circular: true }),
    rule(
      'resolvable',
      'Every import must lead somewhere.',
      {},
      { couldNotResolve: true, pathNot: '^(virtual:|.*\\?(url|raw|inline)$)' },
    ),
    rule(
      'main-stays-thin',
      "main/ mounts modules, platform and the surface of a room; never a room's inner file.",
      { path: '^main/', pathNot: TESTS },
      { path: '^domains/', pathNot: '^domains/[^/]+/(module|index)\\.ts$' },
    ),
    rule('main-knows-no-web', 'main/ serves built files.', { path: '^main/' }, { path: '^web/' }),
    rule(
      'room-surface',
      'A room is called only through its index.ts.',
      { path: '^domains/([^/]+)/', pathNot: TESTS },
      { path: '^domains/', pathNot: ['^domains/$1/', '^domains/[^/]+/index\\.ts$'] },
    ),
    rule(
      'room-by-alias',
      'Another room is imported as #domains/<room>, never by a relative path.',
      { path: '^domains/([^/]+)/' },
      { path: '^domains/', pathNot: '^domains/$1/', dependencyTypesNot: ['aliased-subpath-import'] },
    ),
    rule(
      'room-imports',
      'A room imports its own files, contracts/, platform/ and rooms that it uses.',
      { path: '^domains/', pathNot: TESTS },
      { path: '^(main|web|demo|test|bench|scripts)/' },
    ),
    ...ROOMS.map((room) =>
      rule(
        `uses-of-${room}`,
        `${room} may call only the rooms in its \`uses\`.`,
        { path: `^domains/${room}/`, pathNot: TESTS },
        { path: '^domains/', pathNot: [room, ...usesOf(room)].map((r) => `^domains/${r}/`) },
      ),
    ),
    rule(
      'platform-has-no-business',
      'platform/ is mechanism: it knows no room and, of the contracts, only the kit and who the staff are.',
      { path: '^platform/', pathNot: TESTS },
      {
        path: '^(main|domains|web|demo|test|bench|scripts|contracts)/',
        pathNot: '^contracts/(kit|people)\\.ts$',
      },
    ),
    rule(
      'contracts-stand-alone',
      'contracts/ imports contracts/ and the schema library.',
      { path: '^contracts/', pathNot: TESTS },
      { pathNot: ['^contracts/', '(^|/)node_modules/zod/'] },
    ),
    rule(
      'feature-surface',
      'A feature uses another one through its index.ts.',
      { path: '^web/staff/features/([^/]+)/' },
      {
        path: '^web/staff/features/',
        pathNot: ['^web/staff/features/$1/', '^web/staff/features/[^/]+/index\\.tsx?$'],
      },
    ),
    rule(
      'ui-has-no-business',
      'ui/ is components without business: no feature, no app.',
      { path: '^web/staff/ui/' },
      { path: '^web/staff/(features|app)/' },
    ),
    rule(
      'app-opens-features-by-their-index',
      'The shell mounts what a feature offers in its index.ts.',
      { path: '^web/staff/app/' },
      { path: '^web/staff/features/', pathNot: '^web/staff/features/[^/]+/index\\.tsx?$' },
    ),
    rule(
      'web-knows-no-server',
      'The web speaks to the server through the API only.',
      { path: '^web/' },
      { path: '^(main|platform|domains|demo|bench|scripts)/' },
    ),
    rule(
      'customer-is-alone',
      'web/customer/ shares nothing with the console.',
      { path: '^web/customer/' },
      { path: '^web/staff/' },
    ),
    rule(
      'customer-is-light',
      'web/customer/ is Preact and its own CSS: 50 kB in all.',
      { path: '^web/customer/', pathNot: [TESTS, 'vite\\.config\\.ts$'] },
      { path: 'node_modules/', pathNot: 'node_modules/(preact|vite)/' },
    ),
    rule(
      'server-runs-without-dev-packages',
      'What runs in production stands in "dependencies".',
      { path: '^(main|platform|domains|contracts|demo)/', pathNot: TESTS },
      { dependencyTypes: ['npm-dev'] },
    ),
    rule(
      'nothing-leans-on-tests',
      'test/, bench/ and scripts/ are read by nobody else.',
      { path: '^(main|platform|domains|contracts|web|demo)/', pathNot: TESTS },
      { path: ['^(test|bench|scripts)/', TESTS] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
