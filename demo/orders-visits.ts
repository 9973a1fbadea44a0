import { DateTime } from 'luxon'
import type { z } from 'zod'
import { SaveItem, SaveStation } from '#contracts/orders/menu'
import { BookVisit, type Reaction, type SaveRecord } from '#contracts/orders/visits'
import { keepPhoto } from '#domains/channels'
import {
  answerAftercare,
  arriveVisit,
  beginVisit,
  bookVisit,
  finishVisit,
  missVisit,
  openBatch,
  saveItem,
  saveRecord,
  saveStation,
} from '#domains/orders'
import type { Roster } from '#domains/people'
import { openForReaction, takeAlarm } from '#domains/tickets'
import { type Ctx, type Services, systemContext } from '#platform/context'
import type { DemoBrand } from './demo-file.ts'
import { drawPicture } from './pictures.ts'

type Telling = {
  services: Services
  brandId: string
  brand: Pick<DemoBrand, 'pack'>
  roster: Roster
  ends: Date
  as: (staffId: string | null, at: Date) => Ctx
}
type Treatment = Pick<z.input<typeof SaveItem>, 'sku' | 'name' | 'priceMinor' | 'makeS' | 'ingredients'>
type Visit = {
  /** Days from today, and the shop's clock. */
  day: number
  at: string
  sku: string
  therapist: number
  room: string
  name: string
  phone: string
  note?: string
  missed?: true
  record?: Partial<z.input<typeof SaveRecord>>
  skin?: 'flushed'
  /** What the customer has said, so many minutes before the demo begins. */
  said?: { reaction: Reaction; agoMin: number; text: string; photo?: true }
}

const MIN_MS = 60_000
const SHOP = 'SH04'
const TREATMENTS: Treatment[] = [
  {
    sku: 'calm-facial',
    name: '舒缓补水护理',
    priceMinor: 39800,
    makeS: 3600,
    ingredients: ['舒缓精华', '补水面膜'],
  },
  {
    sku: 'bright-facial',
    name: '焕亮导入护理',
    priceMinor: 58000,
    makeS: 4500,
    ingredients: ['焕亮原液', '补水面膜'],
  },
  {
    sku: 'acid-peel',
    name: '果酸焕肤',
    priceMinor: 68000,
    makeS: 2700,
    ingredients: ['果酸焕肤液', '舒缓精华'],
  },
  { sku: 'scalp-spa', name: '头皮养护 SPA', priceMinor: 29800, makeS: 3000, ingredients: ['头皮舒缓液'] },
]
const BATCHES: [ingredient: string, code: string][] = [
  ['舒缓精华', 'SH-2611-07'],
  ['补水面膜', 'BS-2610-22'],
  ['焕亮原液', 'HL-2611-02'],
  ['果酸焕肤液', 'GS-2611-15'],
  ['头皮舒缓液', 'TP-2610-30'],
]
const CALM: Partial<z.input<typeof SaveRecord>> = {
  observations: '两颊偏干，T 区出油，屏障稳定',
  settings: '冷导 2 档 12 分钟',
  patchTest: 'passed',
  advice: '三天内不去角质，白天防晒',
}

/** A week at one SPA: yesterday's treatments, a day that is under way, and one skin that took a peel badly. */
const VISITS: Visit[] = [
  {
    day: -8,
    at: '14:00',
    sku: 'bright-facial',
    therapist: 0,
    room: '2 号房',
    name: '徐曼',
    phone: '15000009580',
    said: { reaction: 'none', agoMin: 7 * 24 * 60, text: '' },
  },
  {
    day: -1,
    at: '11:30',
    sku: 'scalp-spa',
    therapist: 1,
    room: '3 号房',
    name: '罗女士',
    phone: '18700008196',
  },
  {
    day: -1,
    at: '15:00',
    sku: 'acid-peel',
    therapist: 0,
    room: '1 号房',
    name: '谢女士',
    phone: '13900005311',
    skin: 'flushed',
    record: {
      observations: '鼻翼黑头，两颊略薄；停留 4 分钟时自述微刺，提前中和',
      settings: '果酸 20%，停留 4 分钟',
      patchTest: 'passed',
      advice: '一周内不用酸类产品，严格防晒',
    },
    said: { reaction: 'strong', agoMin: 7, text: '今早起来右脸发红发烫，用冷水敷了还是刺痛。', photo: true },
  },
  {
    day: -1,
    at: '17:30',
    sku: 'acid-peel',
    therapist: 2,
    room: '2 号房',
    name: '高圆',
    phone: '18800003354',
  },
  {
    day: 0,
    at: '11:00',
    sku: 'calm-facial',
    therapist: 0,
    room: '1 号房',
    name: '梁小姐',
    phone: '13800009045',
  },
  {
    day: 0,
    at: '11:15',
    sku: 'scalp-spa',
    therapist: 1,
    room: '3 号房',
    name: '沈女士',
    phone: '17700002740',
    note: '怕烫，水温低一点',
  },
  {
    day: 0,
    at: '12:30',
    sku: 'bright-facial',
    therapist: 0,
    room: '2 号房',
    name: '贾小姐',
    phone: '13300006703',
    missed: true,
  },
  {
    day: 0,
    at: '13:30',
    sku: 'bright-facial',
    therapist: 1,
    room: '3 号房',
    name: '何太太',
    phone: '15800003943',
  },
  {
    day: 0,
    at: '14:30',
    sku: 'calm-facial',
    therapist: 0,
    room: '1 号房',
    name: '小鹿',
    phone: '18600003074',
  },
  {
    day: 0,
    at: '16:00',
    sku: 'calm-facial',
    therapist: 2,
    room: '2 号房',
    name: '顾女士',
    phone: '13800001924',
  },
  {
    day: 0,
    at: '17:00',
    sku: 'scalp-spa',
    therapist: 1,
    room: '3 号房',
    name: '陆先生',
    phone: '19900004309',
  },
  {
    day: 0,
    at: '18:30',
    sku: 'bright-facial',
    therapist: 0,
    room: '1 号房',
    name: '董小姐',
    phone: '15800008079',
    note: '敏感肌，先做皮试',
  },
  {
    day: 0,
    at: '20:00',
    sku: 'calm-facial',
    therapist: 2,
    room: '2 号房',
    name: '袁梦',
    phone: '18800005943',
  },
  {
    day: 1,
    at: '14:00',
    sku: 'calm-facial',
    therapist: 0,
    room: '1 号房',
    name: '程女士',
    phone: '18600007182',
  },
]

type Salon = {
  told: Telling
  shopId: string
  agent: string
  therapists: string[]
  skus: Map<string, string>
  batches: Map<string, string>
}

/** Appointments of the beauty brand, through the same use cases with a clock in the past. */
export async function tellVisits(told: Telling): Promise<void> {
  if (told.brand.pack !== 'beauty') return
  const salon = await openSalon(told)
  if (!salon) return
  for (const visit of VISITS) await tellVisit(salon, visit)
}

async function openSalon(told: Telling): Promise<Salon | null> {
  const shop = told.roster.shops.find((one) => one.code === SHOP)
  const of = (role: string, shopId: string | null) =>
    told.roster.people.filter((person) =>
      person.roles.some(
        (r) =>
          r.role === role && (shopId ? r.shops !== 'all' && r.shops.includes(shopId) : r.shops === 'all'),
      ),
    )
  const [admin, agent] = [of('admin', null)[0], of('agent', null)[0]]
  const therapists = shop ? of('shop_staff', shop.id).map((person) => person.id) : []
  const manager = shop ? of('shop_manager', shop.id)[0] : undefined
  if (!shop || !admin || !agent || !manager || therapists.length < 3) return null
  const long = new Date(told.ends.getTime() - 40 * 86_400_000)
  const skus = new Map<string, string>()
  for (const [position, item] of TREATMENTS.entries()) {
    const whole = SaveItem.parse({
      ...item,
      section: '护理项目',
      kind: 'treatment',
      station: 'bed',
      position,
    })
    skus.set(item.sku, await saveItem(told.as(admin.id, long), null, whole))
  }
  const station = SaveStation.parse({ key: 'bed', name: '护理床', capacity: 3, staffIds: therapists })
  await saveStation(told.as(manager.id, long), shop.id, station)
  const opened = new Date(told.ends.getTime() - 12 * 86_400_000)
  for (const [ingredient, code] of BATCHES)
    await openBatch(told.as(manager.id, opened), shop.id, { ingredient, code })
  const rows = await told.services.db.inBrand(told.brandId, (tx) =>
    tx.selectFrom('orders.batch').select(['id', 'ingredient']).where('shop_id', '=', shop.id).execute(),
  )
  const batches = new Map(rows.map((row) => [row.ingredient, row.id]))
  // The two who are there every day come first.
  const order = [...therapists].sort().reverse()
  return { told, shopId: shop.id, agent: agent.id, therapists: order, skus, batches }
}

async function tellVisit(salon: Salon, visit: Visit): Promise<void> {
  const { told, shopId, agent, skus } = salon
  const { ends } = told
  const [hour, minute] = visit.at.split(':').map(Number) as [number, number]
  const today = DateTime.fromJSDate(ends, { zone: 'Asia/Shanghai' }).startOf('day')
  const starts = today.plus({ days: visit.day }).set({ hour, minute }).toJSDate()
  const treatment = TREATMENTS.find((one) => one.sku === visit.sku)!
  const therapist = salon.therapists[visit.therapist % salon.therapists.length]!
  const at = (laterMin: number) => new Date(Math.min(ends.getTime(), starts.getTime() + laterMin * MIN_MS))
  const booked = new Date(Math.min(ends.getTime() - MIN_MS, starts.getTime() - 20 * 3_600_000))
  const id = await bookVisit(
    told.as(agent, booked),
    BookVisit.parse({
      shopId,
      startsAt: starts.toISOString(),
      therapistId: therapist,
      room: visit.room,
      items: [{ itemId: skus.get(visit.sku)!, quantity: 1 }],
      name: visit.name,
      contact: visit.phone,
      note: visit.note ?? '',
      anyway: true,
    }),
  )
  const lengthMin = treatment.makeS / 60
  if (starts > ends) return
  if (visit.missed) {
    if (at(20) < ends) await missVisit(told.as(agent, at(20)), id, { note: '电话没人接' })
    return
  }
  await arriveVisit(told.as(agent, at(-4)), id)
  await beginVisit(told.as(therapist, at(1)), id, {})
  if (starts.getTime() + lengthMin * MIN_MS > ends.getTime()) return
  await saveRecord(told.as(therapist, at(lengthMin - 3)), id, recordOf(salon, visit, treatment))
  await finishVisit(told.as(therapist, at(lengthMin)), id, { skin: visit.skin ?? 'calm' })
  if (visit.said) await answered(salon, id, visit.said)
}

function recordOf(salon: Salon, visit: Visit, treatment: Treatment): z.output<typeof SaveRecord> {
  const products = (treatment.ingredients ?? []).flatMap((ingredient) => {
    const batchId = salon.batches.get(ingredient)
    return batchId ? [{ batchId, amount: '' }] : []
  })
  const words = { observations: '', settings: '', patchTest: 'none' as const, advice: '', photos: [] }
  return { ...words, ...CALM, ...visit.record, products } as z.output<typeof SaveRecord>
}

/** The customer's own answer; a reaction is a ticket at that minute. */
async function answered({ told }: Salon, id: string, said: NonNullable<Visit['said']>): Promise<void> {
  const { services, brandId, ends } = told
  const ctx = systemContext(
    { ...services, now: () => new Date(ends.getTime() - said.agoMin * MIN_MS) },
    brandId,
  )
  const [row] = await services.db.inBrand(brandId, (tx) =>
    tx.selectFrom('orders.aftercare').select('id').where('order_id', '=', id).orderBy('day').execute(),
  )
  if (!row) return
  const photos = said.photo ? [(await keepPhoto(ctx, `order:${id}`, await drawPicture(7))).id] : []
  const { reaction, text } = said
  await answerAftercare(
    ctx,
    services.keys.tokenFor('order', id),
    { id: row.id, reaction, text, photos },
    'zh-CN',
  )
  if (reaction === 'none') return
  await openForReaction(ctx, { orderId: id, aftercareId: row.id })
  await looked(told, row.id, said.agoMin - 3)
}

/** Quality has heard the alarm and looks after it. */
async function looked(
  { services, brandId, roster, ends, as }: Telling,
  aftercareId: string,
  agoMin: number,
): Promise<void> {
  const quality = roster.people.find((person) => person.roles.some((r) => r.role === 'quality'))
  const row = await services.db.inBrand(brandId, (tx) =>
    tx.selectFrom('orders.aftercare').select('ticket_id').where('id', '=', aftercareId).executeTakeFirst(),
  )
  if (quality && row?.ticket_id)
    await takeAlarm(as(quality.id, new Date(ends.getTime() - agoMin * MIN_MS)), row.ticket_id)
}
