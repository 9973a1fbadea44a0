import type { Mood } from '#contracts/channels'
import { Contact } from '#contracts/customers'
import type { CustomerValue } from '#contracts/playbook'
import type { ImportField, ImportMapping, ImportPlatform, ImportWhat } from '#contracts/tickets/import'
import type { ImportedCustomer } from '#domains/customers'
import type { Cell, Row } from '../parts.ts'
import { PLATFORM_WORDS } from './aliases.ts'
import {
  agreedOf,
  birthdayOf,
  CellProblem,
  listOf,
  moneyOf,
  nameOf,
  scoreOf,
  textOf,
  timeOf,
} from './cells.ts'
import type { ShopFinder } from './find-shop.ts'

export type ReviewRow = {
  text: string
  externalId: string
  stars?: number
  mood?: Mood
  at: Date | null
  shopId: string | null
  orderNumber: string
  author: string
  contact: string
  reply: string
  platform: ImportPlatform
}
export type CustomerRow = Omit<ImportedCustomer, 'consent'> & { agreed: boolean }
export type OrderRow = {
  number: string
  at: Date
  shopId: string
  amountMinor: number | null
  items: string
  contact: string
  platform: ImportPlatform
}
export type Mapped = { reviews: ReviewRow; customers: CustomerRow; orders: OrderRow }
export type RowProblem = { code: string; field: ImportField | ''; value: string }
export type MapWorld = { zone: string; now: Date; shops: ShopFinder }

/** Refuses a row: `code` stands in locales/import.json → rowProblem. */
class Refused extends Error {
  readonly problem: RowProblem
  constructor(problem: RowProblem) {
    super(problem.code)
    this.problem = problem
  }
}

/** What a row says, by the mapping; or why it is refused and in which field. */
export function mapRow<W extends ImportWhat>(
  what: W,
  row: Row,
  mapping: ImportMapping,
  world: MapWorld,
): { values: Mapped[W] } | { problem: RowProblem } {
  if (row.bad) return { problem: { code: row.bad, field: '', value: '' } }
  const cell = (field: ImportField): Cell => {
    const at = mapping.columns[field]
    return at === undefined ? null : (row.cells[at] ?? null)
  }
  const read = <T>(field: ImportField, work: (cell: Cell) => T): T => {
    try {
      return work(cell(field))
    } catch (error) {
      if (error instanceof CellProblem) throw refuse(error.code, field, textOf(cell(field)))
      throw error
    }
  }
  try {
    return { values: READERS[what](read, mapping, world) }
  } catch (error) {
    if (error instanceof Refused) return { problem: error.problem }
    throw error
  }
}

type Read = <T>(field: ImportField, work: (cell: Cell) => T) => T

const READERS: { [W in ImportWhat]: (read: Read, mapping: ImportMapping, world: MapWorld) => Mapped[W] } = {
  reviews: (read, mapping, world) => {
    const first = read('text', textOf)
    const more = read('more', textOf)
    const score = read('score', (cell) => scoreOf(cell, mapping.scale))
    const text = [first, more].filter(Boolean).join('\n')
    if (!text && score.stars === undefined && !score.mood) throw refuse('empty', 'text', '')
    return {
      text: text.slice(0, MOST_TEXT),
      externalId: read('externalId', nameOf),
      ...score,
      at: read('time', (cell) => timeOf(cell, world.zone, world.now)),
      shopId: shopOf(read, mapping, world),
      orderNumber: read('orderNumber', nameOf).slice(0, 64),
      author: authorOf(read('author', textOf)),
      contact: read('contact', contactOf),
      reply: read('reply', textOf).slice(0, MOST_TEXT),
      platform: platformOf(read, mapping),
    }
  },
  customers: (read) => {
    const written = read('contact', textOf)
    const contact = read('contact', contactOf)
    const known = ACCOUNTS.flatMap(({ field, kind }) => {
      const value = read(field, nameOf)
      return value ? [{ kind, value }] : []
    })
    if (!contact && (written || !known.length))
      throw refuse(written ? 'contact' : 'contactMissing', 'contact', written)
    const traits = (['allergy', 'taboo'] as const).flatMap((kind) =>
      read(kind, (cell) => listOf(cell, 60)).map((value) => ({ kind, value })),
    )
    const address = read('address', textOf).slice(0, 200)
    return {
      contact,
      name: read('author', textOf).slice(0, 60),
      value: worthOf(read('value', textOf)),
      known,
      birthday: read('birthday', birthdayOf),
      tags: read('tags', (cell) => listOf(cell, 20)),
      ...(address.length >= 4 ? { address } : {}),
      traits,
      agreed: read('consent', agreedOf),
    }
  },
  orders: (read, mapping, world) => {
    const number = read('orderNumber', nameOf).slice(0, 64)
    if (!number) throw refuse('orderMissing', 'orderNumber', '')
    const at = read('time', (cell) => timeOf(cell, world.zone, world.now))
    if (!at) throw refuse('timeMissing', 'time', '')
    const shopId = shopOf(read, mapping, world)
    if (!shopId) throw refuse('shopMissing', 'shop', '')
    return {
      number,
      at,
      shopId,
      amountMinor: read('amount', (cell) => atMost(moneyOf(cell), MOST_MINOR)),
      items: read('items', textOf).slice(0, 2000),
      contact: read('contact', contactOf),
      platform: platformOf(read, mapping),
    }
  },
}

const ACCOUNTS = [
  { field: 'memberCard', kind: 'member_card' },
  { field: 'openid', kind: 'wechat_openid' },
  { field: 'unionid', kind: 'wechat_unionid' },
] as const
const MOST_TEXT = 20_000
/** A million; nobody's order is worth more. */
const MOST_MINOR = 1_000_000_00

function atMost(amount: number | null, most: number): number | null {
  if (amount !== null && amount > most) throw new CellProblem('money')
  return amount
}

function refuse(code: string, field: ImportField, value: string): Refused {
  return new Refused({ code, field, value: value.slice(0, 80) })
}

function shopOf(read: Read, mapping: ImportMapping, { shops }: MapWorld): string | null {
  const named = read('shop', (cell) => textOf(cell))
  if (!named) return mapping.shopId
  const found = shops(named)
  if (found) return found
  if (mapping.shopId) return mapping.shopId
  if (mapping.unknownShop === 'refuse') throw refuse('shopUnknown', 'shop', named)
  return null
}

function platformOf(read: Read, mapping: ImportMapping): ImportPlatform {
  const named = read('platform', textOf)
  return (named && PLATFORM_WORDS.find(([word]) => word.test(named))?.[1]) || mapping.platform
}

/** Platforms hide their customers; a hidden name is nobody's. */
const NOBODY = /^(匿名|匿名用户|匿名顾客|匿名评价|无|null|none|anonymous|-)$/i

function authorOf(written: string): string {
  return NOBODY.test(written) ? '' : written.slice(0, 60)
}

/** A number or address somebody can be reached at; what a platform has masked (138****1234) is none. */
function contactOf(cell: Cell): string {
  const text = textOf(cell)
    .normalize('NFKC')
    .replace(/^['`]+/, '')
  const read = Contact.safeParse(text)
  return read.success ? read.data : ''
}

function worthOf(written: string): CustomerValue | undefined {
  if (/vip|重要|黑金|黑卡|钻石|至尊|svip|gold|高价值/i.test(written)) return 'vip'
  if (/新客|新会员|新顾客|new/i.test(written)) return 'new'
  return undefined
}
