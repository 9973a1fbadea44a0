import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig, settingNames } from './config.ts'

test('without any setting the program runs alone, with the demo, on port 7300', () => {
  const config = readConfig({})
  expect(config).toMatchObject({ port: 7300, role: 'all', demo: true, origin: 'http://localhost:7300' })
  expect(config.dataDir).toMatch(/^\/.*data$/)
})

test('an external database switches the demo off unless it is asked for', () => {
  const DATABASE_URL = 'postgres://h:p@db/huiyin'
  expect(readConfig({ DATABASE_URL }).demo).toBe(false)
  expect(readConfig({ DATABASE_URL, HUIYIN_DEMO: '1' }).demo).toBe(true)
})

test('an empty setting counts as absent', () => {
  expect(readConfig({ PORT: '', HUIYIN_ORIGIN: '' }).port).toBe(7300)
})

test('the public address loses its trailing slash', () => {
  expect(readConfig({ HUIYIN_ORIGIN: 'https://echo.example.com/' }).origin).toBe('https://echo.example.com')
})

test.each([
  ['PORT', '99999'],
  ['PORT', 'abc'],
  ['HUIYIN_ROLE', 'queen'],
  ['HUIYIN_DEMO', 'perhaps'],
  ['HUIYIN_ORIGIN', 'feedback.example.com'],
  ['DATABASE_URL', 'mysql://db'],
  ['HUIYIN_KEY', 'c2hvcnQ='],
  ['LOG_LEVEL', 'loud'],
])('%s=%s is refused by name', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(`The setting ${name} is wrong`)
})

test('a wrong secret is named but not shown', () => {
  expect(() => readConfig({ DATABASE_URL: 'mysql://u:hunter2@db' })).not.toThrow('hunter2')
})

test('a slip in the name of a setting is refused', () => {
  expect(() => readConfig({ HUIYIN_DEMOO: '0' })).toThrow('There is no setting HUIYIN_DEMOO')
})

test('docs/settings.md lists exactly the settings that there are', () => {
  const text = readFileSync(join(import.meta.dirname, '..', 'docs', 'settings.md'), 'utf8')
  const listed = [...text.matchAll(/^\| `([A-Z_]+)` +\|/gm)].map((m) => m[1])
  expect(listed.toSorted()).toEqual(settingNames.toSorted())
})
