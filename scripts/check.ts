/** Types, lint, walls between the rooms, unused code. Each is one line; what is wrong stands below it. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const MODULES = join(ROOT, 'node_modules')
const AT_ONCE = 2

type Check = { name: string; file: string; args: string[] }
type Outcome = { name: string; passed: boolean; words: string; seconds: number }

const rooms = ['main', 'contracts', 'platform', 'domains', 'demo', 'web', 'test', 'bench', 'scripts'].filter(
  (d) => existsSync(join(ROOT, d)),
)
const node = (name: string, script: string, ...args: string[]): Check => ({
  name,
  file: process.execPath,
  args: [join(MODULES, script), ...args],
})

const CHECKS: Check[] = [
  node('types of the server', 'typescript/bin/tsc', '-p', '.'),
  node('types of the console', 'typescript/bin/tsc', '-p', 'web/staff', '--noEmit'),
  node('types of the customer pages', 'typescript/bin/tsc', '-p', 'web/customer', '--noEmit'),
  node('types of the widget', 'typescript/bin/tsc', '-p', 'web/widget', '--noEmit'),
  node(
    'lint and format',
    '@biomejs/biome/bin/biome',
    'check',
    // In CSS modules the order of specificities says nothing: a class is found by one component only.
    '--skip=style/noDescendingSpecificity',
    '--error-on-warnings',
    '--diagnostic-level=warn',
    '.',
  ),
  node(
    'walls between the rooms',
    'dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    '.dependency-cruiser.cjs',
    ...rooms,
  ),
  node('unused code', 'knip/bin/knip.js', '--no-progress'),
]

/** Runs every check and prints how it went. */
export async function runChecks(): Promise<Outcome[]> {
  const waiting = [...CHECKS]
  const outcomes: Outcome[] = []
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const outcome = await run(check)
      console.log(`${outcome.passed ? '✓' : '✗'} ${outcome.name} (${outcome.seconds.toFixed(1)} s)`)
      if (!outcome.passed) console.log(outcome.words.trim().replace(/^/gm, '    '))
      outcomes.push(outcome)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return outcomes
}

function run({ name, file, args }: Check): Promise<Outcome> {
  const startedAt = performance.now()
  const child = spawn(file, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
  let words = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      words += text
    })
  }
  return new Promise((resolve) => {
    child.on('close', (code) =>
      resolve({ name, passed: code === 0, words, seconds: (performance.now() - startedAt) / 1000 }),
    )
  })
}

if (import.meta.main) {
  const outcomes = await runChecks()
  process.exitCode = outcomes.every((o) => o.passed) ? 0 : 1
}
