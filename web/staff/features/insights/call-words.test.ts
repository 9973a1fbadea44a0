import i18next from 'i18next'
import { expect, test } from 'vitest'
import type { AlarmCall } from '#contracts/insights'
import en from '#locales/en/insights.json' with { type: 'json' }
import zh from '#locales/zh-CN/insights.json' with { type: 'json' }
import { calledWords, callWords } from './call-words.ts'

const words = i18next.createInstance()
await words.init({ lng: 'zh-CN', resources: { en: { insights: en }, 'zh-CN': { insights: zh } } })
const NOW = Date.parse('2026-03-02T14:10:00Z')
const at = (instant: string) => instant.slice(11, 16)
const call = (more: Partial<AlarmCall> = {}): AlarmCall => ({
  at: '2026-03-02T14:05:00Z',
  nth: 3,
  by: [{ means: 'wecom', count: 2, names: ['李品控', '王店长'] }],
  missed: { count: 0, names: [] },
  over: false,
  ...more,
})
const line = (lng: string, called: Parameters<typeof calledWords>[1]) =>
  calledWords(words.getFixedT(lng, 'insights'), called, NOW, at)
const one = (lng: string, said: AlarmCall) => callWords(words.getFixedT(lng, 'insights'), said)

test('one line says how often it has called and when next', () => {
  const next = '2026-03-02T14:25:00Z'
  expect(line('zh-CN', { times: 3, nextAt: next, waits: false, calls: [call()] })).toBe(
    '已通知 3 次，最近一次 14:05；还没有人看，14:25 再通知',
  )
  expect(line('zh-CN', { times: 3, nextAt: '2026-03-02T14:09:59Z', waits: false, calls: [call()] })).toMatch(
    /马上再通知$/,
  )
  expect(line('zh-CN', { times: 3, nextAt: next, waits: true, calls: [call()] })).toBe(
    '已通知 3 次，最近一次 14:05；应急室在处置，先不再通知',
  )
  expect(line('en', { times: 1, nextAt: null, waits: false, calls: [call()] })).toBe('Told once, 14:05')
  expect(line('zh-CN', { times: 2, nextAt: null, waits: false, calls: [call({ by: [] })] })).toBe(
    '通知了 2 次，没有送到任何人',
  )
  expect(line('zh-CN', { times: 2, nextAt: null, waits: false, calls: [] })).toBe('已通知 2 次')
})

test('one call says who was reached by which means and who was not; without names, how many', () => {
  const groups = { means: 'robot', count: 1, names: ['品控群'] } as const
  expect(one('zh-CN', call({ by: [{ ...groups, names: [...groups.names] }, ...call().by] })).reached).toBe(
    '群：品控群；企业微信：李品控、王店长',
  )
  const unnamed = call({
    by: [
      { means: 'robot', count: 1, names: [] },
      { means: 'sms', count: 1, names: [] },
    ],
    missed: { count: 2, names: [] },
  })
  expect(one('zh-CN', unnamed)).toEqual({ reached: '群：1 个；短信：1 人', missed: '没送到：2 人' })
  expect(one('en', unnamed)).toEqual({
    reached: 'Group: 1; Text message: 1 person',
    missed: 'Not reached: 2 people',
  })
  expect(one('zh-CN', call({ by: [], over: true })).reached).toBe('发出前已有人看过，没有再发')
})
