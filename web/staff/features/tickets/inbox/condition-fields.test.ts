import { describe, expect, test } from 'vitest'
import { Condition, type ConditionField } from '#contracts/tickets/filter'
import { blank, complete, conditionsIn, GROUPS, OPS, sortOf, withConditions } from './condition-fields.ts'

const FIELDS = Condition.options.map((option) => option.shape.field.value) as ConditionField[]

describe('every field of the language', () => {
  test('stands in exactly one group', () => {
    expect(Object.values(GROUPS).flat().toSorted()).toEqual(FIELDS.toSorted())
  })

  test.each(FIELDS)('%s begins with an operator that the server knows', (field) => {
    const draft = blank(field)
    expect(OPS[sortOf(field)]).toContain(draft.op)
    const filled = {
      ...draft,
      ...(draft.values ? { values: [sampleOf(field)] } : {}),
      ...(draft.value === '' ? { value: '异物' } : {}),
    }
    expect(complete([filled])).toHaveLength(1)
  })
})

function sampleOf(field: ConditionField): string {
  const samples: Partial<Record<ConditionField, string>> = {
    status: 'assigned',
    kind: 'complaint',
    priority: 'P2',
    channel: 'qr',
    shop: 'none',
    region: '0190a6c0-0000-7000-8000-000000000001',
    assignee: 'me',
    mood: 'bad',
    language: 'en',
  }
  return samples[field] ?? '加急'
}

test('what is not filled in yet does not count', () => {
  expect(
    complete([
      blank('shop'),
      blank('words'),
      { field: 'opened', op: 'within', span: { amount: null, unit: 'day' } },
    ]),
  ).toEqual([])
})

test('an older address says the same in conditions', () => {
  expect(conditionsIn({ priority: 'P1', reopened: true })).toEqual([
    { field: 'priority', op: 'is', values: ['P1'] },
    { field: 'cycle', op: 'at_least', value: 2 },
  ])
})

test('new conditions take the place of the older parameters', () => {
  const search = { view: 'all', priority: 'P1', ticket: 'x', q: '冰' } as const
  expect(withConditions(search, [])).toEqual({ view: 'all', q: '冰' })
})

test('a saved view whose conditions were all taken away says so', () => {
  expect(withConditions({ saved: 'v' }, [])).toEqual({ saved: 'v', conditions: [] })
})
