import { v4 as uuidv4 } from 'uuid'
import { customerContext } from '#domains/channels'
import { dismissAlarm, listen, readAlarms } from '#domains/insights'
import { openBatch } from '#domains/orders'
import type { Roster } from '#domains/people'
import { openTickets } from '#domains/tickets'
import { type Ctx, type Services, systemContext } from '#platform/context'
import type { DemoPlaces } from './codes.ts'
import type { DemoBrand } from './demo-file.ts'

type Telling = {
  services: Services
  brandId: string
  brand: Pick<DemoBrand, 'pack'>
  places: DemoPlaces
  roster: Roster
  ends: Date
  as: (staffId: string | null, at: Date) => Ctx
}
/** Shape: `agoMin` before now; a phone of somebody's own each time. */
type Said = { agoMin: number; shop: number; text: string; category?: string }

const MIN_MS = 60_000
const QUEUE_SHOP = 1
const INGREDIENT = '芋泥'
/** The day before yesterday, two for one: the queue was long, as everybody had known it would be. */
const QUEUE: Said[] = [
  '排队排了一个小时，活动也不多安排几个人',
  '等了五十分钟才拿到，两杯都化了',
  '前面七十多杯，等得太久了，叫号也听不清',
  '买一送一排队等了快一小时，太慢了',
  '等太久了，孩子都哭了，一直没叫到我们',
  '做得太慢，等了四十多分钟',
  '排队一小时，出杯太慢',
].map((text, n) => ({ agoMin: 46 * 60 - n * 13, shop: QUEUE_SHOP, text, category: 'making.long_wait' }))
/** This last hour: one batch of taro in three shops. */
const PLASTIC: Said[] = [
  { agoMin: 52, shop: 0, text: '芋泥波波奶茶里喝到一小片硬塑料，差点咽下去' },
  { agoMin: 37, shop: 2, text: '芋泥波波奶茶喝到塑料片，是白色的，我拍了照' },
  { agoMin: 21, shop: 3, text: '孩子喝芋泥波波奶茶喝到一块塑料碎片，你们管不管' },
  { agoMin: 9, shop: 0, text: '又是芋泥波波奶茶，底下有一片塑料片' },
]

/**
 * What the brand has been saying, listened to as the worker does: in one of the brands a warning that was none, and one that stands.
 * Shape: the inbox of a demo is fuller these days than that of a brand of its size; all but the two stories only says what is usual.
 */
export async function tellEarlyWarnings(told: Telling): Promise<void> {
  if (told.brand.pack === 'milk_tea') {
    const ended = QUEUE.at(-1)!.agoMin
    await hearUntil(told, ended, false)
    for (const [n, said] of QUEUE.entries()) await say(told, said, n)
    await hearUntil(told, ended, true)
    await callNone(told)
    await openTaro(told)
    await hearUntil(told, 0, false)
    for (const [n, said] of PLASTIC.entries()) await say(told, said, QUEUE.length + n)
  }
  await hearUntil(told, 0, told.brand.pack === 'milk_tea')
}

const before = ({ ends }: Telling, min: number) => new Date(ends.getTime() - min * MIN_MS)

async function say(told: Telling, { agoMin, shop, text, category }: Said, n: number): Promise<void> {
  const at = before(told, agoMin)
  const shops = told.places.shops
  const customer = customerContext({ ...told.services, now: () => at }, told.brandId, 'zh-CN')
  const table = told.places.tables.find((one) => one.shopId === shops[shop % shops.length]!.id)
  await openTickets(customer, [
    {
      channelId: told.places.channels.qr,
      channelKind: 'qr',
      externalId: uuidv4(),
      shopId: shops[shop % shops.length]!.id,
      place: table?.label ?? '',
      locale: 'zh-CN',
      body: {
        content: text,
        mood: 'bad',
        photos: [],
        contact: `1367100${String(2300 + n * 17)}`,
        ...(category ? { category } : {}),
      },
      photoOwner: `code:${table?.codeId ?? ''}`,
    },
  ])
}

/** The clock stands at that moment; what was said before it is listened to. */
async function hearUntil(told: Telling, agoMin: number, raise: boolean): Promise<void> {
  const at = before(told, agoMin)
  const ctx = systemContext({ ...told.services, now: () => at }, told.brandId)
  while ((await listen(ctx, { raise })) > 0);
}

async function callNone(told: Telling): Promise<void> {
  const quality = told.roster.people.find((p) => p.roles.some((r) => r.role === 'quality'))
  if (!quality) return
  const ctx = told.as(quality.id, before(told, 44 * 60))
  const shopId = told.places.shops[QUEUE_SHOP]!.id
  const { rows } = await readAlarms(ctx, { view: 'open' })
  for (const { id } of rows.filter((row) => !row.urgent && row.shops.every((shop) => shop.id === shopId)))
    await dismissAlarm(ctx, id, {
      cause: 'promotion',
      reason: '当天买一送一，排队长是预料中的；已和店长说好下次活动多排两个人。',
    })
}

async function openTaro(told: Telling): Promise<void> {
  const at = before(told, 26 * 60)
  const day = new Date(at.getTime() + 8 * 60 * MIN_MS).toISOString().slice(5, 10).replace('-', '')
  for (const shop of told.places.shops) {
    const keeper = told.roster.people.find((p) =>
      p.roles.some((r) => r.role === 'shop_manager' && (r.shops === 'all' || r.shops.includes(shop.id))),
    )
    if (keeper)
      await openBatch(told.as(keeper.id, at), shop.id, { ingredient: INGREDIENT, code: `Y-${day}-02` })
  }
}
