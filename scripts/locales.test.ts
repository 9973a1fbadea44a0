import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { MAINLAND_WORDS } from '#test/mainland-words'
import { toTraditional, traditionalFiles } from './locales.ts'

const TARGET = join(import.meta.dirname, '..', 'locales', 'zh-TW')
test('words become those of Taiwan, variables stay', () => {
  expect(toTraditional({ a: { b: '软件已发送给{{发件人}}' } })).toEqual({
    a: { b: '軟體已傳送給{{发件人}}' },
  })
})

test('a list stays a list', () => {
  expect(toTraditional({ steps: ['打开软件', '门店'] }, { 'steps.1': '自訂的一步' })).toEqual({
    steps: ['開啟軟體', '自訂的一步'],
  })
})

test('a whole sentence is replaced by what somebody wrote', () => {
  expect(toTraditional({ a: { b: '不用的', c: '门店' } }, { 'a.b': '自訂的句子' })).toEqual({
    a: { b: '自訂的句子', c: '門市' },
  })
})

test('nothing is left that Taiwan says otherwise', () => {
  const lines = Object.entries(traditionalFiles()).flatMap(([file, text]) =>
    text.split('\n').map((line) => `${file}: ${line.trim()}`),
  )
  expect(lines.filter((line) => MAINLAND_WORDS.test(line))).toEqual([])
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
