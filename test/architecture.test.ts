import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOMS } from '../main/modules.ts'
import * as rules from './support/room-rules.ts'

const ROOT = join(import.meta.dirname, '..')
const LANGUAGES = ['zh-CN', 'zh-TW', 'en'] as const

/** Every file that belongs to the project, new ones included; not what is ignored or generated. */
const files: rules.Files = Object.fromEntries(
  execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
    .split('\0')
    .filter(
      (path) => /\.(ts|tsx|mjs|cjs|css|sql|json|md)$|(^|\/)\.npmrc$/.test(path) && !/\.gen\.ts$/.test(path),
    )
    .flatMap((path) => {
      try {
        return [[path, readFileSync(join(ROOT, path), 'utf8')]]
      } catch {
        return [] // deleted, but not yet committed
      }
    }),
)
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const namespaces = readdirSync(join(ROOT, 'locales', 'zh-CN'))
  .filter((f) => f.endsWith('.json'))
  .map((f) => f.slice(0, -5))
const glossary = rules.readGlossary(read('docs/glossary.md'))
const tables = [...read('platform/db/schema.gen.ts').matchAll(/^ {2}"([a-z_]+\.[a-z_]+)":/gm)].map(
  (m) => m[1]!,
)

function wordsOf(namespace: string): rules.Languages {
  const load = (language: string) => {
    try {
      return rules.flatten(JSON.parse(read(`locales/${language}/${namespace}.json`)) as rules.Words)
    } catch {
      return {}
    }
  }
  return { 'zh-CN': load('zh-CN'), 'zh-TW': load('zh-TW'), en: load('en') }
}

test('the rules have something to look at', () => {
  expect(Object.keys(files).length).toBeGreaterThan(200)
  expect(glossary.length).toBeGreaterThan(30)
  expect(tables.length).toBeGreaterThan(15)
  expect(rules.declaredCodes(files).length).toBeGreaterThan(20)
})

describe('the house keeps its rules', () => {
  test('files stay short', () => expect(rules.tooLong(files)).toEqual([]))
  test('names say what is inside', () => expect(rules.emptyNames(files)).toEqual([]))
  test('every error code has a sentence in three languages', () =>
    expect(rules.missingSentences(rules.declaredCodes(files), wordsOf('errors'))).toEqual([]))
  test.each(namespaces)('%s has the same words in three languages', (namespace) => {
    expect(rules.unevenWords(namespace, wordsOf(namespace))).toEqual([])
    expect(rules.wrongLanguage(namespace, wordsOf(namespace))).toEqual([])
  })
  test.each(namespaces)('%s says one as well as many in English', (namespace) => {
    const words = (language: string) =>
      JSON.parse(read(`locales/${language}/${namespace}.json`)) as rules.Words
    expect(rules.lacksSingular(namespace, words('en'), words('zh-CN'))).toEqual([])
  })
  test('no language has a file that the others lack', () => {
    const lists = LANGUAGES.map((language) => readdirSync(join(ROOT, 'locales', language)).toSorted())
    expect(lists[1]).toEqual(lists[0])
    expect(lists[2]).toEqual(lists[0])
  })
  test('calls go down', () => expect(rules.upwardUses(files, ROOMS)).toEqual([]))
  test('tables point only where calls may go', () => expect(rules.foreignKeysOutside(files)).toEqual([]))
  test('a room reads its own tables', () => expect(rules.foreignTables(files, tables)).toEqual([]))
  test('SQL sits in -data.ts', () => expect(rules.scatteredSql(files)).toEqual([]))
  test('one word for one thing', () => expect(rules.strayWords(files, glossary)).toEqual([]))
  test('the lock file names no download address', () =>
    expect(rules.namedRegistries({ lock: read('package-lock.json'), npmrc: read('.npmrc') })).toEqual([]))
})

describe('each rule catches a planted violation', () => {
  const lines = (n: number) => 'x\n'.repeat(n)
  const words = (zh: Record<string, string>, en: Record<string, string>) => ({ 'zh-CN': zh, 'zh-TW': zh, en })

  test('a long file', () => {
    expect(rules.tooLong({ 'domains/x/a.ts': lines(401), 'domains/x/a.test.ts': lines(401) })).toHaveLength(1)
  })
  test('an empty name', () => {
    expect(
      rules.emptyNames({ 'domains/x/order-helpers.ts': '', 'platform/utils/a.ts': '', 'domains/x/a.ts': '' }),
    ).toHaveLength(2)
  })
  test('a code without a sentence', () => {
    const codes = rules.declaredCodes({
      'domains/x/errors.ts': `defineErrors('x', {\n  gone: 404, // why\n  late: 409,\n})`,
    })
    expect(codes).toEqual(['x.gone', 'x.late'])
    expect(
      rules.missingSentences(codes, words({ 'x.gone': '没了', 'x.late': '晚了' }, { 'x.gone': 'Gone.' })),
    ).toEqual(['x.late has no sentence in en'])
  })
  test('a word that one language lacks, and a variable', () => {
    expect(rules.unevenWords('x', words({ a: '甲', b: '乙 {{n}}' }, { b: 'B {{m}}' }))).toHaveLength(2)
  })
  test('a number in English that has no singular', () => {
    const lacking = (en: rules.Words, zh: rules.Words) => rules.lacksSingular('x', en, zh)
    expect(lacking({ a: { b: '{{count}} tickets' } }, { a: { b: '{{count}} 张工单' } })).toHaveLength(1)
    expect(lacking({ a: '{{stars}} stars' }, { a: '{{stars}} 星' })).toHaveLength(1)
    expect(lacking({ a: '{{n}} were left out' }, { a: '有 {{n}} 条没有要' })).toHaveLength(1)
    expect(lacking({ a_one: '{{count}} ticket', a_other: '{{count}} tickets' }, { a: '' })).toEqual([])
    expect(lacking({ a: '{{count}} times', a_one: 'once' }, { a: '{{count}} 次' })).toEqual([])
    expect(lacking({ a: '{{name}} holds this' }, { a: '{{name}} 在这里' })).toEqual([])
    expect(lacking({ a: 'At most {{most}} views' }, { a: '最多 {{most}} 个' })).toEqual([])
    expect(lacking({ a: 'Round {{n}} begins' }, { a: '第 {{n}} 次开始' })).toEqual([])
    expect(lacking({ a: '{{count}} more to do' }, { a: '多 {{count}} 件' })).toEqual([])
  })
  test('Chinese left in the English file', () => {
    expect(rules.wrongLanguage('x', words({ a: '甲' }, { a: '甲' }))).toHaveLength(1)
    expect(rules.wrongLanguage('connect-x', words({ a: '甲' }, { a: 'Open 甲' }))).toEqual([])
    expect(rules.wrongLanguage('connect-x', words({ a: '甲' }, { a: '甲' }))).toHaveLength(1)
  })
  test('a room that uses a higher one', () => {
    const planted = { 'domains/low/module.ts': `uses: ['high'],`, 'domains/high/module.ts': `uses: ['low'],` }
    expect(rules.upwardUses(planted, ['low', 'high'])).toEqual([
      'low uses high, which does not stand before it',
    ])
  })
  test('a foreign key into a room that is not used', () => {
    const sql = 'create table low.a (id uuid references high.b (id), c uuid references low.d (id))'
    expect(rules.foreignKeysOutside({ 'domains/low/migrations/0001.sql': sql })).toHaveLength(1)
  })
  test("another room's table", () => {
    const planted = { 'domains/low/a-data.ts': `tx.selectFrom('high.b').innerJoin('low.c')` }
    expect(rules.foreignTables(planted, ['high.b', 'low.c'])).toHaveLength(1)
  })
  test('SQL outside of -data.ts', () => {
    const sql = `tx.selectFrom('low.c')`
    expect(rules.scatteredSql({ 'domains/low/a.ts': sql, 'domains/low/a-data.ts': sql })).toHaveLength(1)
  })
  test('a word that the glossary replaces', () => {
    const planted = { 'domains/low/user-view.ts': 'export function findStore() {}\nexport type Restore = 1' }
    expect(
      rules.strayWords(planted, [
        { word: 'staff', instead: ['user'] },
        { word: 'shop', instead: ['store'] },
      ]),
    ).toHaveLength(2)
  })
  test('a stray word beside a term of the glossary, not the term itself', () => {
    const glossary = [
      { word: 'ticket', instead: ['case'] },
      { word: 'ownCase', instead: [] },
    ]
    const planted = { 'domains/x/own-case.ts': '', 'domains/x/case-file.ts': '' }
    expect(rules.strayWords(planted, glossary)).toEqual([
      'domains/x/case-file.ts: “case-file” should say ticket',
    ])
  })
  test('a download address', () => {
    expect(
      rules.namedRegistries({ a: '{"resolved": "x"}', b: 'registry=x', c: '{"version": "1"}' }),
    ).toHaveLength(2)
  })
})
