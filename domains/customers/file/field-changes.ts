import type { ChangeField, ChangeOrigin } from '#contracts/customers/file'
import type { Recorded } from '../changes/record-change.ts'
import { type FieldName, type Fields, saidOf } from './fields.ts'

export type Why = { reason?: string; source: ChangeOrigin; sourceId?: string | undefined }
const SAID_AS: Record<FieldName, ChangeField> = {
  name: 'name',
  birthday: 'birthday',
  value: 'value',
  tags: 'tags',
  language: 'language',
  addressId: 'address',
}

/** One line of history for each field that changes. */
export function changesBetween(
  customerId: string,
  before: Fields,
  changed: Partial<Fields>,
  why: Why,
): Recorded[] {
  const names = Object.keys(changed) as FieldName[]
  return names.map((field) => ({
    customerId,
    field: SAID_AS[field],
    before: saidOf(field, before),
    after: saidOf(field, changed),
    ...why,
  }))
}
