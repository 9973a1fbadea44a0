import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { toTraditional, traditionalFiles } from './locales.ts'

const TARGET = join(import.meta.dirname, '..', 'locales', 'zh-TW')
const none = { terms: {}, sentences: {} }

test('words become those of Taiwan, variables stay', () => {
  expect(toTraditional('x', { a: { b: '软件已发送给{{发件人}}' } }, none)).toEqual({
    a: { b: '軟體已傳送給{{发件人}}' },
  })
})

test('a term of the trade is corrected, a whole sentence is replaced', () => {
  const overrides = { terms: { 門店: '門市' }, sentences: { x: { 'a.b': '自訂的句子' } } }
  expect(toTraditional('x', { a: { b: '不用的', c: '门店' } }, overrides)).toEqual({
    a: { b: '自訂的句子', c: '門市' },
  })
})

test('locales/zh-TW is what npm run locales writes', () => {
  const wanted = traditionalFiles()
  const present = Object.fromEntries(
    (existsSync(TARGET) ? readdirSync(TARGET) : []).map((file) => [
      file,
      readFileSync(join(TARGET, file), 'utf8'),
    ]),
  )
  expect(Object.keys(wanted).filter((file) => present[file] !== wanted[file])).toEqual([])
  expect(Object.keys(present).toSorted()).toEqual(Object.keys(wanted).toSorted())
})
