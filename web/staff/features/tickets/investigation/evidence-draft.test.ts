import { expect, test } from 'vitest'
import type { EvidenceKind } from '#contracts/tickets/investigation'
import { bodyOf, emptyEvidence, isComplete, kindsFor } from './evidence-draft.ts'

const draft = (kind: EvidenceKind, more = {}) => ({ ...emptyEvidence(kind, 'A1032'), ...more })

test.each([
  ['a photo needs a photo', draft('photo'), 0, false],
  ['a photo', draft('photo'), 1, true],
  ['a statement needs who said it', draft('statement', { details: '我没看到' }), 0, false],
  ['a statement', draft('statement', { details: '我没看到', saidById: 'x' }), 0, true],
  ['the order of the ticket is filled in', draft('order'), 0, true],
  ['a camera needs its name', draft('camera', { details: '没人' }), 0, false],
  ['a kitchen record in words', draft('kitchen', { details: '中心温度 62 度' }), 0, true],
  ['something else, empty', draft('other'), 0, false],
])('%s', (_, given, photos, complete) => expect(isComplete(given, photos)).toBe(complete))

test('only the fields of its kind are sent', () => {
  const given = draft('photo', { reference: '忘了删', title: ' 杯贴 ', until: '2026-03-02T10:00' })
  expect(bodyOf(given, ['p1'], 'Asia/Tokyo')).toEqual({
    kind: 'photo',
    title: '杯贴',
    details: '',
    photos: ['p1'],
  })
})

test('what a camera saw is from when until when by the brand’s clock', () => {
  const given = draft('camera', { from: '2026-03-02T08:00', until: '2026-03-02T09:30' })
  expect(bodyOf(given, [], 'Asia/Tokyo')).toMatchObject({
    happenedAt: '2026-03-01T23:00:00.000Z',
    untilAt: '2026-03-02T00:30:00.000Z',
  })
})

test('a salon has treatment records, a kitchen its own', () => {
  expect(kindsFor('beauty')).toContain('treatment')
  expect(kindsFor('beauty')).not.toContain('kitchen')
  expect(kindsFor('restaurant')).toContain('kitchen')
})
