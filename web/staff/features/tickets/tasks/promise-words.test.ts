import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInstance } from 'i18next'
import { expect, test } from 'vitest'
import { promiseWords } from './promise-words.ts'

const LOCALES = join(import.meta.dirname, '../../../../../locales')
const i18n = createInstance()
void i18n.init({
  lng: 'zh-CN',
  resources: Object.fromEntries(
    ['zh-CN', 'zh-TW', 'en'].map((lng) => [
      lng,
      { tasks: JSON.parse(readFileSync(join(LOCALES, lng, 'tasks.json'), 'utf8')) },
    ]),
  ),
  interpolation: { escapeValue: false },
  initAsync: false,
})
const t = i18n.getFixedT(null, 'tasks')
const times = { expected: '11月25日 18:00', next: '11月23日 12:00' }

test('both times are said, to the customer by name', () => {
  const text = promiseWords(t, 'zh-CN', { name: '林女士', ...times })
  expect(text).toMatch(/^林女士您好，.*11月25日 18:00.*11月23日 12:00/)
})
test.each(['戴**', ''])('a masked or unknown name (%s) is not said', (name) => {
  expect(promiseWords(t, 'zh-CN', { name, ...times })).toMatch(/^您好，/)
})
test('one time is said once', () => {
  const text = promiseWords(t, 'zh-CN', { name: '', expected: '11月25日 18:00', next: '11月25日 18:00' })
  expect(text.split('11月25日 18:00')).toHaveLength(2)
})
test.each(['zh-TW', 'en'])('in %s no gap is left', (lng) => {
  const text = promiseWords(t, lng, { name: 'Ann', ...times })
  expect(text).not.toContain('{{')
  expect(text).toContain('Ann')
})
