import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** A small house, sound at first; then one violation of every rule of .dependency-cruiser.cjs is planted in it. */
const ROOT = join(import.meta.dirname, '..')
const SOUND: Record<string, string> = {
  'contracts/kit.ts': `import { z } from 'zod'\nexport const Id = z.uuid()\n`,
  'contracts/tickets.ts': `import { Id } from './kit.ts'\nexport const Ticket = Id\n`,
  'platform/clock.ts': `import { Id } from '#contracts/kit'\nexport const clock = Id\n`,
  'domains/people/module.ts': `export const people = { uses: [] as string[] }\n`,
  'domains/people/index.ts': `export const shopOf = 1\n`,
  'domains/people/staff-data.ts': `export const staff = 1\n`,
  'domains/tickets/module.ts': `export const tickets = { uses: ['people'] }\n`,
  'domains/tickets/index.ts': `export const open = 1\n`,
  'domains/tickets/open.ts': `import { shopOf } from '#domains/people'\nexport const a = shopOf\n`,
  'domains/channels/module.ts': `export const channels = { uses: ['people'] }\n`,
  'domains/channels/index.ts': `export const code = 1\n`,
  'main/app.ts': `import { people } from '#modules/people'\nexport const app = people\n`,
  'web/staff/ui/Button.ts': `export const Button = 1\n`,
  'web/staff/app/shell.ts': `import { page } from '../features/tickets/index.ts'\nexport const shell = page\n`,
  'web/staff/features/tickets/index.ts': `export const page = 1\n`,
  'web/staff/features/tickets/row.ts': `export const row = 1\n`,
  'web/staff/features/people/index.ts': `export const people = 1\n`,
  'web/customer/form.ts': `import { h } from 'preact'\nexport const form = h\n`,
  'test/support/app.ts': `export const startApp = 1\n`,
}

const PLANTED: Record<string, Record<string, string>> = {
  'no-cycle': { 'platform/a.ts': `import './b.ts'\n`, 'platform/b.ts': `import './a.ts'\n` },
  resolvable: { 'platform/c.ts': `import './nowhere.ts'\n` },
  'main-stays-thin': { 'main/x.ts': `import '../domains/people/staff-data.ts'\n` },
  'main-knows-no-web': { 'main/y.ts': `import '../web/staff/ui/Button.ts'\n` },
  'room-surface': { 'domains/tickets/x.ts': `import '../people/staff-data.ts'\n` },
  'room-by-alias': { 'domains/tickets/y.ts': `import '../people/index.ts'\n` },
  'room-imports': { 'domains/tickets/z.ts': `import '#main/app'\n` },
  'uses-of-tickets': { 'domains/tickets/u.ts': `import '#domains/channels'\n` },
  'platform-has-no-business': { 'platform/d.ts': `import '#contracts/tickets'\n` },
  'contracts-stand-alone': { 'contracts/x.ts': `import 'luxon'\n` },
  'feature-surface': { 'web/staff/features/people/x.ts': `import '../tickets/row.ts'\n` },
  'ui-has-no-business': { 'web/staff/ui/x.ts': `import '../app/shell.ts'\n` },
  'app-opens-features-by-their-index': { 'web/staff/app/x.ts': `import '../features/tickets/row.ts'\n` },
  'web-knows-no-server': { 'web/staff/app/y.ts': `import '#platform/clock'\n` },
  'customer-is-alone': { 'web/customer/x.ts': `import '../staff/ui/Button.ts'\n` },
  'customer-is-light': { 'web/customer/y.ts': `import 'luxon'\n` },
  'server-runs-without-dev-packages': { 'platform/e.ts': `import 'vite'\n` },
  'nothing-leans-on-tests': { 'platform/f.ts': `import '../test/support/app.ts'\n` },
}

let house: string
beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'huiyin-walls-'))
  for (const file of ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs'])
    cpSync(join(ROOT, file), join(house, file))
  symlinkSync(join(ROOT, 'node_modules'), join(house, 'node_modules'))
  write(SOUND)
})
afterAll(() => rmSync(house, { recursive: true, force: true }))

function write(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, path)), { recursive: true })
    writeFileSync(join(house, path), text)
  }
}

/** Names of the rules that are broken in the house. */
function brokenRules(): string[] {
  const cruiser = join(ROOT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs')
  const places = ['main', 'contracts', 'platform', 'domains', 'web', 'test']
  const args = [cruiser, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...places]
  const { stdout } = spawnSync(process.execPath, args, { cwd: house, encoding: 'utf8', maxBuffer: 1e8 })
  const report = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } }
  return [...new Set(report.summary.violations.map((v) => v.rule.name))].toSorted()
}

function ruleNames(): string[] {
  const script = `console.log(JSON.stringify(require('./.dependency-cruiser.cjs').forbidden.map((r) => r.name)))`
  return JSON.parse(
    execFileSync(process.execPath, ['-e', script], { cwd: house, encoding: 'utf8' }),
  ) as string[]
}

test('a sound house breaks no rule', () => {
  expect(brokenRules()).toEqual([])
})

test('every rule has a planted violation', () => {
  expect(
    ruleNames()
      .filter((name) => !name.startsWith('uses-of-') || name === 'uses-of-tickets')
      .toSorted(),
  ).toEqual(Object.keys(PLANTED).toSorted())
})

test('every planted violation is caught by its rule', () => {
  for (const files of Object.values(PLANTED)) write(files)
  expect(brokenRules()).toEqual(Object.keys(PLANTED).toSorted())
})
