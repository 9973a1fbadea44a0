import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInstance } from 'i18next'
import { expect, test } from 'vitest'
import type { Assessment } from '#contracts/tickets/assessment'
import { minutesText } from './minutes-text.ts'

const LOCALES = join(import.meta.dirname, '../../../../../locales')
const who = (name: string) => ({ id: '019ab000-0000-7000-8000-000000000001', name })
const opinion: Assessment['opinions'][number] = {
  id: who('').id,
  team: 'quality',
  teamName: '品控组',
  who: who('裴玉'),
  stance: 'conditional',
  text: '留样正常，可退款，不必停用整批。',
  photos: [],
  givenAt: '2026-03-02T06:00:00.000Z',
  late: true,
  mine: false,
}
const assessment: Assessment = {
  id: who('').id,
  question: '要不要停用这批椰果？',
  state: 'decided',
  askedBy: '陆晓棠',
  createdAt: '2026-03-02T02:00:00.000Z',
  dueAt: '2026-03-02T05:00:00.000Z',
  accountable: who('魏岚'),
  opinions: [
    opinion,
    { ...opinion, teamName: '门店', who: who('曾嘉'), stance: null, givenAt: null, text: '' },
  ],
  decision: '退款 26 元，不停用。',
  earlyReason: '顾客今晚要答复',
  decidedBy: '魏岚',
  decidedAt: '2026-03-02T07:00:00.000Z',
  cancelledReason: '',
  can: [],
}

function wordsOf(locale: string) {
  const i18n = createInstance()
  const words = JSON.parse(readFileSync(join(LOCALES, locale, 'investigation.json'), 'utf8'))
  void i18n.init({
    lng: locale,
    resources: { [locale]: { investigation: words } },
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  return i18n.getFixedT(locale, 'investigation')
}

test('minutes read from the question to the decision, with who, when and late', () => {
  const ticket = { number: 'HY-1032', title: '喝完不舒服' }
  const text = minutesText(wordsOf('zh-CN'), ticket, assessment, 'zh-CN', 'Asia/Shanghai')
  expect(text.split('\n')).toEqual([
    '会商纪要 · HY-1032 喝完不舒服',
    '议题：要不要停用这批椰果？',
    '发起：陆晓棠 · 2026年3月2日 10:00',
    '截止：2026年3月2日 13:00',
    '决定人：魏岚',
    '',
    '各方意见',
    '1. 品控组 裴玉 · 有条件同意 · 2026年3月2日 14:00 · 迟交',
    '   留样正常，可退款，不必停用整批。',
    '2. 门店 曾嘉 · 未答复',
    '',
    '决定：退款 26 元，不停用。',
    '魏岚 · 2026年3月2日 15:00',
    '未等齐意见的原因：顾客今晚要答复',
  ])
})

test.each(['zh-CN', 'zh-TW', 'en'])('no word is missing in %s', (locale) => {
  for (const state of ['open', 'decided', 'cancelled'] as const) {
    const given = { ...assessment, state, cancelledReason: 'x' }
    const text = minutesText(wordsOf(locale), { number: 'HY-1', title: 'x' }, given, locale, 'Asia/Shanghai')
    expect(text).not.toMatch(/assessment\.|\{\{|undefined/)
  }
})
