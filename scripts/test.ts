/** `npm test`: the checks, then every test; ends with one plain line `N passed, N failed`. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { prepareBrowser } from './browser.ts'
import { runChecks } from './check.ts'
import { buildWebIfStale } from './web-build.mjs'

const ROOT = join(import.meta.dirname, '..')
const REPORT = join(ROOT, 'node_modules', '.cache', 'vitest.json')

type Report = {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}

let failed = 0
const lacking = prepareBrowser()
if (lacking) {
  console.error(`✗ ${lacking}`)
  failed++
}
await buildWebIfStale(process.execPath)
failed += (await runChecks()).filter((o) => !o.passed).length
const tests = runTests(lacking === null)
failed += tests.failed
console.log(`${tests.passed} passed, ${failed} failed`)
process.exitCode = failed ? 1 : 0

function runTests(withBrowser: boolean): { passed: number; failed: number } {
  mkdirSync(join(ROOT, 'node_modules', '.cache'), { recursive: true })
  rmSync(REPORT, { force: true })
  const projects = withBrowser ? [] : ['--project', 'unit+integration']
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')
  const args = [
    vitest,
    'run',
    ...projects,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${REPORT}`,
  ]
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' })
  if (!existsSync(REPORT)) return { passed: 0, failed: 1 }
  const report = JSON.parse(readFileSync(REPORT, 'utf8')) as Report
  // A file that broke before its first test counts once.
  const brokenFiles = report.testResults.filter(
    (f) => f.status === 'failed' && f.assertionResults.length === 0,
  ).length
  const counted = report.numFailedTests + brokenFiles
  return { passed: report.numPassedTests, failed: status !== 0 && counted === 0 ? 1 : counted }
}
