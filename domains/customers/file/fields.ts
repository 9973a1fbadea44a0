import type { Locale } from '#contracts/kit'
import type { CustomerValue } from '#contracts/playbook'
import type { Ctx } from '#platform/context'
import { maskName } from '../identify/contact.ts'
import { type Keyed, nameIndex } from '../identify/read-identity.ts'
import type { CustomerRow, CustomerSet } from './customer-data.ts'

/** The fields of which a file shows one value: those that a merge chooses between. */
export type Fields = {
  name: string
  birthday: { on: string; lunar: boolean } | null
  value: CustomerValue
  tags: string[]
  language: Locale | null
  addressId: string | null
}
export const FIELD_NAMES = ['name', 'birthday', 'value', 'tags', 'language', 'addressId'] as const
export type FieldName = (typeof FIELD_NAMES)[number]

export function readFields(ctx: Keyed, row: CustomerRow): Fields {
  return {
    name: ctx.keys.open(ctx.actor.brandId, row.name_enc),
    birthday: row.birthday_on ? { on: row.birthday_on, lunar: row.birthday_lunar } : null,
    value: row.value as CustomerValue,
    tags: row.tags,
    language: row.language as Locale | null,
    addressId: row.address_id,
  }
}

export function columnsOf(ctx: Keyed, fields: Partial<Fields>): CustomerSet {
  const { name, birthday, value, tags, language, addressId } = fields
  return {
    ...(name === undefined
      ? {}
      : {
          name_enc: ctx.keys.seal(ctx.actor.brandId, name),
          name_masked: maskName(name),
          name_index: nameIndex(ctx, name),
        }),
    ...(birthday === undefined
      ? {}
      : { birthday_on: birthday?.on ?? null, birthday_lunar: birthday?.lunar ?? false }),
    ...(value === undefined ? {} : { value }),
    ...(tags === undefined ? {} : { tags }),
    ...(language === undefined ? {} : { language }),
    ...(addressId === undefined ? {} : { address_id: addressId }),
  }
}

/** Those of `given` that are not as they were. */
export function changedFields(before: Fields, given: Partial<Fields>): Partial<Fields> {
  const changed = FIELD_NAMES.filter(
    (f) => given[f] !== undefined && JSON.stringify(given[f]) !== JSON.stringify(before[f]),
  )
  return Object.fromEntries(changed.map((f) => [f, given[f]]))
}

/** As a person reads it in the history; the words of values and languages are the screen's. */
export function saidOf(field: FieldName, fields: Partial<Fields>): string {
  if (field === 'birthday') {
    const { birthday } = fields
    return birthday ? `${birthday.lunar ? '农历 ' : ''}${birthday.on}` : ''
  }
  if (field === 'tags') return (fields.tags ?? []).join('、')
  return fields[field] ?? ''
}

/** A part of the fields as one sealed text. */
export function sealFields(ctx: Pick<Ctx, 'keys' | 'actor'>, fields: Partial<Fields>): Buffer | null {
  return Object.keys(fields).length ? ctx.keys.seal(ctx.actor.brandId, JSON.stringify(fields)) : null
}

export function openFields(ctx: Pick<Ctx, 'keys' | 'actor'>, sealed: Buffer | null): Partial<Fields> {
  return sealed ? JSON.parse(ctx.keys.open(ctx.actor.brandId, sealed)) : {}
}
