import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInstance } from 'i18next'
import { describe, expect, test } from 'vitest'
import type { Entry } from '#contracts/tickets'
import { factWords, saysMore } from './fact-words.ts'

const ROOT = join(import.meta.dirname, '../../../..')

const entry = (more: Partial<Entry>): Entry => ({
  id: '019ab000-0000-7000-8000-000000000001',
  at: '2026-03-02T01:00:00.000Z',
  kind: 'fact',
  fact: '',
  by: '',
  byKind: 'system',
  role: '',
  text: '',
  data: {},
  photos: [],
  delivery: 'none',
  deliveryProblem: '',
  from: null,
  ...more,
})
const reply = entry({ kind: 'message_out' })

test.each([
  ['a message is always shown', reply, undefined, true],
  [
    'waiting for the customer is shown',
    entry({ fact: 'status', data: { to: 'waiting_customer' } }),
    reply,
    true,
  ],
  ['closing is shown', entry({ fact: 'status', data: { to: 'closed' } }), undefined, true],
  [
    'work begun by a reply is told by the reply',
    entry({ fact: 'status', data: { to: 'in_progress' } }),
    reply,
    false,
  ],
  ['work begun by itself is shown', entry({ fact: 'status', data: { to: 'in_progress' } }), undefined, true],
  ['a proposal is told by its message', entry({ fact: 'status', data: { to: 'proposed' } }), reply, false],
  [
    'a hand-over by escalation is told by the escalation',
    entry({ fact: 'assigned', data: { escalated: true } }),
    undefined,
    false,
  ],
  [
    'a hand-over by taking the alarm is told by the taking',
    entry({ fact: 'assigned' }),
    entry({ fact: 'taken' }),
    false,
  ],
  ['a hand-over by a person is shown', entry({ fact: 'assigned', data: { to: '许静' } }), undefined, true],
] satisfies [string, Entry, Entry | undefined, boolean][])('%s', (_name, given, before, shown) => {
  expect(saysMore(given, before)).toBe(shown)
})

test('the answer to a question is told by its note, a step by itself', () => {
  const answer = entry({ kind: 'note', data: { taskId: 'a' } })
  expect(saysMore(entry({ fact: 'task_done', data: { taskId: 'a' } }), answer)).toBe(false)
  expect(saysMore(entry({ fact: 'task_done', data: { taskId: 'b' } }), answer)).toBe(true)
  expect(saysMore(entry({ fact: 'task_done', data: { taskId: 'a' } }), entry({ kind: 'note' }))).toBe(true)
})

test('a missed clock is told by the escalation that follows from it, and by itself where there is none', () => {
  const missed = entry({ fact: 'clock_breached', data: { metric: 'plan' } })
  expect(saysMore(missed, undefined, entry({ fact: 'escalated', data: { metric: 'plan' } }))).toBe(false)
  expect(saysMore(missed, undefined, entry({ fact: 'escalated', data: { metric: 'resolve' } }))).toBe(true)
  expect(saysMore(missed, undefined)).toBe(true)
})

describe.each(['zh-CN', 'zh-TW', 'en'] as const)('facts in %s', (locale) => {
  const wordsOf = (namespace: string) =>
    JSON.parse(readFileSync(join(ROOT, 'locales', locale, `${namespace}.json`), 'utf8'))
  const i18n = createInstance()
  void i18n.init({
    lng: locale,
    resources: { [locale]: { tickets: wordsOf('tickets'), common: wordsOf('common') } },
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  const t = i18n.getFixedT(locale, 'tickets')
  const says = (fact: string, data: Entry['data']) =>
    factWords(t, entry({ fact, data, by: '许静', byKind: 'staff' }), locale, 'Asia/Shanghai')

  test('a judgement names its categories', () => {
    const labels = { 'product.taste': 'NAMED' }
    const opened = {
      kind: 'complaint',
      categories: ['product.taste'],
      priority: 'P2',
      assignee: '许静',
      labels,
    }
    expect(says('opened', opened)).toMatch(/NAMED · P2/)
    expect(says('triaged', { after: opened, labels })).toMatch(/NAMED · P2/)
  })
  test('what a customer wrote is quoted, a mood is not', () => {
    const told = says('opened', { kind: 'complaint', reasons: ['太甜'], signs: ['MOOD'], labels: {} })
    expect(told).toMatch(/[「“]太甜[」”].*MOOD/)
    expect(told).not.toMatch(/[「“]MOOD/)
    expect(says('opened', { kind: 'complaint', reasons: [], signs: ['MOOD'], labels: {} })).toContain('MOOD')
  })
  test('a rejection and a rating name their reasons', () => {
    const labels = { too_slow: 'SLOW', kind_staff: 'KIND' }
    expect(says('rejected', { reason: 'too_slow', labels })).toContain('SLOW')
    expect(says('rated', { stars: 3, reasons: ['too_slow', 'kind_staff'], labels })).toMatch(
      /SLOW(、|, )KIND/,
    )
    expect(says('rated', { stars: 5, reasons: [] })).not.toMatch(/[（(]/)
  })
  test('a task names who has it and until when, or its team, or nobody', () => {
    const given = { title: '查出品记录', dueAt: '2026-03-02T10:00:00.000Z' }
    expect(says('task_given', { ...given, to: '王强' })).toMatch(/查出品记录.*王强.*18:00/)
    expect(says('task_given', { ...given, to: '', team: 'kitchen', labels: { kitchen: 'COOKS' } })).toContain(
      'COOKS',
    )
    expect(says('task_given', { ...given, to: '' })).not.toMatch(/交给[，,]|to ,/)
  })
  test.each([
    'opened',
    'triaged',
    'rejected',
    'rated',
    'set_aside',
    'assigned',
    'escalated',
    'alarm',
    'task_given',
    'task_done',
    'task_cancelled',
    'task_moved',
    'task_late',
    'late_reason',
    'restored',
  ])('%s leaves no gap in its sentence', (fact) =>
    expect(
      says(fact, { to: '林悦', title: '查监控', names: ['林悦'], metric: 'plan', role: 'agent', stars: 1 }),
    ).not.toMatch(/\{\{|undefined/),
  )
})
