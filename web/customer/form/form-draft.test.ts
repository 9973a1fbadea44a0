import { expect, test } from 'vitest'
import { dropDraft, EMPTY, type FormDraft, loadDraft, newDraft, saveDraft } from './form-draft.ts'

const NOON = Date.parse('2026-03-02T04:00:00Z')

/** Like the phone's storage; `room` in characters. */
function storage(room = 1_000_000): Storage {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (value.length > room) throw new Error('QuotaExceededError')
      kept.set(key, value)
    },
    removeItem: (key: string) => void kept.delete(key),
    clear: () => kept.clear(),
    key: () => null,
    get length() {
      return kept.size
    },
  }
}

const written = (patch: Partial<FormDraft> = {}): FormDraft => ({
  ...newDraft(),
  values: { ...EMPTY, content: '杨枝甘露里有一小片塑料' },
  savedAt: NOON,
  ...patch,
})

test('a draft that went out comes back with the same submission, so that sending it twice stays one', () => {
  const phone = storage()
  const draft = written({ queued: true, tried: true, photos: [{ id: 'p1', thumb: 'data:,' }] })
  saveDraft(phone, 'a07', draft)
  expect(loadDraft(phone, 'a07', NOON + 60_000)).toEqual(draft)
})

test('a draft that never went out gets a submission of its own in every tab', () => {
  const phone = storage()
  const draft = written()
  saveDraft(phone, 'a07', draft)
  const restored = loadDraft(phone, 'a07', NOON)
  expect(restored?.values).toEqual(draft.values)
  expect(restored?.submissionId).not.toBe(draft.submissionId)
})

test('every code has its own draft', () => {
  const phone = storage()
  saveDraft(phone, 'a07', written())
  expect(loadDraft(phone, 'a08', NOON)).toBeNull()
})

test('an empty form leaves nothing behind', () => {
  const phone = storage()
  saveDraft(phone, 'a07', written())
  saveDraft(phone, 'a07', { ...newDraft(), savedAt: NOON })
  expect(phone.length).toBe(0)
})

test('after a day, after sending, or when unreadable there is no draft', () => {
  const phone = storage()
  saveDraft(phone, 'a07', written())
  expect(loadDraft(phone, 'a07', NOON + 24 * 3600_000 + 1)).toBeNull()
  dropDraft(phone, 'a07')
  expect(loadDraft(phone, 'a07', NOON)).toBeNull()
  phone.setItem('huiyin.draft.a07', '{"submissionId":')
  expect(loadDraft(phone, 'a07', NOON)).toBeNull()
  expect(loadDraft(null, 'a07', NOON)).toBeNull()
})

test('a draft of an older page is filled up with what it did not know', () => {
  const phone = storage()
  phone.setItem(
    'huiyin.draft.a07',
    JSON.stringify({ submissionId: 'x', savedAt: NOON, values: { content: '凉了' } }),
  )
  expect(loadDraft(phone, 'a07', NOON)?.values).toEqual({ ...EMPTY, content: '凉了' })
})

test('when the phone is full the words are kept and the thumbnails given up', () => {
  const phone = storage(800)
  saveDraft(phone, 'a07', written({ photos: [{ id: 'p1', thumb: 'x'.repeat(900) }] }))
  expect(loadDraft(phone, 'a07', NOON)?.photos).toEqual([{ id: 'p1', thumb: '' }])
})
