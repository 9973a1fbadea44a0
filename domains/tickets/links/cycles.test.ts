import { expect, test } from 'vitest'
import { type CycleLine, tellCycles } from './cycles.ts'

const at = (hour: number) => new Date(Date.UTC(2026, 2, 2, hour))
const line = (hour: number, more: Partial<CycleLine>): CycleLine => ({
  at: at(hour),
  kind: 'fact',
  fact: '',
  by_name: '',
  role: '',
  text: '',
  data: {},
  ...more,
})
const opened = line(1, { fact: 'opened', data: { assignee: '沈知夏', assigneeId: 'a' } })
const proposed = (hour: number, text: string) =>
  line(hour, { kind: 'message_out', text, role: 'service', data: { proposal: true } })
const rejected = (hour: number, cycle: number, words: string): CycleLine[] => [
  line(hour, { kind: 'message_in', text: words, data: { rejected: 'not_solved' } }),
  line(hour, { fact: 'rejected', data: { reason: 'not_solved' } }),
  line(hour, { fact: 'status', data: { from: 'proposed', to: 'reopened' } }),
  line(hour, { fact: 'reopened', data: { cycle, by: 'customer', reason: 'not_solved' } }),
]
const given = (hour: number, id: string, name: string) =>
  line(hour, { fact: 'assigned', data: { toId: id, to: name } })
const ticket = { status: 'assigned', cycle: 1, team: 'lead', opened_at: at(1), closed_at: null } as const

test('a ticket that was never handled again has one handling', () => {
  expect(tellCycles(ticket, [opened], new Map([[1, at(1)]]))).toEqual([
    {
      number: 1,
      beganAt: at(1),
      endedAt: null,
      end: 'running',
      why: null,
      handlers: [{ id: 'a', name: '沈知夏', at: at(1) }],
      team: 'lead',
      proposal: null,
    },
  ])
})

test('each rejection ends one handling and begins the next, with its own person, team and proposal', () => {
  const lines = [
    opened,
    proposed(2, '给您一张券'),
    ...rejected(3, 2, '五元就想打发人？'),
    given(3, 'b', '顾一鸣'),
    proposed(4, '原路退款'),
    ...rejected(5, 3, ''),
    given(5, 'c', '许文静'),
  ]
  const began = new Map([
    [1, at(1)],
    [2, at(3)],
    [3, at(5)],
  ])
  const told = tellCycles({ ...ticket, cycle: 3 }, lines, began)
  expect(told.map((c) => [c.number, c.end, c.handlers.map((h) => h.name), c.proposal?.text, c.team])).toEqual(
    [
      [1, 'reopened', ['沈知夏'], '给您一张券', 'service'],
      [2, 'reopened', ['顾一鸣'], '原路退款', 'service'],
      [3, 'running', ['许文静'], undefined, 'lead'],
    ],
  )
  expect(told.map((c) => c.why)).toEqual([
    null,
    { by: 'customer', who: '', reason: 'not_solved', words: '五元就想打发人？' },
    { by: 'customer', who: '', reason: 'not_solved', words: '' },
  ])
  expect(told.map((c) => c.endedAt)).toEqual([at(3), at(5), null])
})

test('a colleague’s reason and a revisit’s are told with who said them', () => {
  const lines = [
    opened,
    line(3, { kind: 'note', text: '顾客来电话说还是一样', by_name: '沈知夏', data: { reopening: true } }),
    line(3, { fact: 'reopened', by_name: '沈知夏', data: { cycle: 2, by: 'staff' } }),
    line(6, { kind: 'note', text: '回访时说又犯了', by_name: '何薇', data: { revisit: 'v' } }),
    line(6, { fact: 'reopened', by_name: '何薇', data: { cycle: 3, by: 'staff', revisit: true } }),
  ]
  const told = tellCycles({ ...ticket, cycle: 3 }, lines, new Map())
  expect(told.map((c) => c.why && [c.why.by, c.why.who, c.why.words])).toEqual([
    null,
    ['staff', '沈知夏', '顾客来电话说还是一样'],
    ['revisit', '何薇', '回访时说又犯了'],
  ])
})

test('one that was set aside and taken back begins again, if it had begun before', () => {
  const back = line(4, { fact: 'status', data: { from: 'set_aside', to: 'assigned', recovered: true } })
  const told = tellCycles({ ...ticket, cycle: 2 }, [opened, back], new Map([[2, at(4)]]))
  expect(told[1]).toMatchObject({ beganAt: at(4), why: { by: 'recovered' } })
})
