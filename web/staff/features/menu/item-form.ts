import type { z } from 'zod'
import type { ItemOption, MenuItem, SaveItem } from '#contracts/orders/menu'
import { freshKey } from '../../ui/fresh-key.ts'

type Item = z.input<typeof SaveItem>
/** The form's fields: money in whole units and times as a person says them. */
export type ItemFields = {
  sku: string
  name: string
  section: string
  kind: MenuItem['kind']
  price: number | null
  station: string
  make: number | null
  makeUnit: 's' | 'min'
  ingredients: string[]
  allergens: string[]
  on: boolean
  position: number | null
  options: OptionFields[]
}
type OptionFields = {
  key?: string
  name: string
  least: number | null
  most: number | null
  choices: { key?: string; name: string; price?: number | null }[]
}

const minor = (units: number | null | undefined): number => Math.round((units ?? 0) * 100)

export function fieldsOf(item: MenuItem): ItemFields {
  const inMinutes = item.makeS % 60 === 0
  return {
    sku: item.sku,
    name: item.name,
    section: item.section,
    kind: item.kind,
    price: (item.atShop?.brandPriceMinor ?? item.priceMinor) / 100,
    station: item.station,
    make: inMinutes ? item.makeS / 60 : item.makeS,
    makeUnit: inMinutes ? 'min' : 's',
    ingredients: item.ingredients,
    allergens: item.allergens,
    on: item.on,
    position: item.position,
    options: item.options.map(({ key, name, min, max, choices }) => ({
      key,
      name,
      least: min,
      most: max,
      choices: choices.map((choice) => ({ ...choice, price: choice.priceMinor / 100 })),
    })),
  }
}

/** Shape: options and choices keep their keys; new ones get keys that are free, because orders and programs name them by it. */
export function bodyOf(fields: ItemFields): Item {
  const keys = fields.options.flatMap((option) => option.key ?? [])
  return {
    sku: fields.sku.trim(),
    name: fields.name,
    section: fields.section,
    kind: fields.kind,
    priceMinor: minor(fields.price),
    station: fields.station,
    makeS: Math.round((fields.make ?? 0) * (fields.makeUnit === 'min' ? 60 : 1)),
    ingredients: fields.ingredients,
    allergens: fields.allergens,
    on: fields.on,
    position: fields.position ?? 0,
    options: fields.options.map((option) => optionOf(option, keys)),
  }
}

function optionOf(option: OptionFields, taken: string[]): ItemOption {
  const key = option.key ?? freshKey('option', taken)
  taken.push(key)
  const keys = option.choices.flatMap((choice) => choice.key ?? [])
  return {
    key,
    name: option.name,
    min: option.least ?? 0,
    max: option.most ?? 1,
    choices: option.choices.map((choice) => {
      const own = choice.key ?? freshKey('choice', keys)
      keys.push(own)
      return { key: own, name: choice.name, priceMinor: minor(choice.price) }
    }),
  }
}
