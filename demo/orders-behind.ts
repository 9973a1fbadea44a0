import {
  cancelOrder,
  confirmOrder,
  handOverOrder,
  setDuty,
  takeOrder,
  takePlatformOrder,
} from '#domains/orders'
import type { Roster } from '#domains/people'
import { type Ctx, type Services, systemContext } from '#platform/context'
import type { Tx } from '#platform/db/database'
import type { DemoBrand } from './demo-file.ts'
import { type Course, courseOf } from './orders-course.ts'
import { cook, openBatches, ride, type Scene } from './orders-deeds.ts'
import { linesFor } from './orders-lines.ts'
import { plotOf } from './orders-plots.ts'
import {
  makeMinOf,
  ownOrder,
  type Platform,
  platformOf,
  platformOrder,
  type Sale,
  usualMin,
} from './orders-sold.ts'
import { seededRandom } from './timing.ts'

type Telling = {
  services: Services
  brandId: string
  brand: Pick<DemoBrand, 'pack' | 'shops'>
  roster: Roster
  ends: Date
  as: (staffId: string | null, at: Date) => Ctx
  /** The menu's ids by SKU. */
  items: ReadonlyMap<string, string>
}
type Complaint = {
  text: string
  category: string
  shopId: string
  at: Date
  person?: { name: string; phone: string } | undefined
}
type Story = Telling & Sale & { complaint: Complaint; seed: number; agent: string }
type Ordered = { id: string; platform: Platform | null; carried: boolean }

const MIN_MS = 60_000
const DAY_MS = 24 * 60 * MIN_MS
/** The demo's brands are a hundred days old. */
const OLDEST_DAYS = 98

/**
 * Tells the order behind a complaint before the complaint comes in, step by step through the use cases, so that its trace explains it.
 * Shape: the number as the customer gives it; undefined where no order stands behind what is said.
 */
export async function orderBehind(told: Telling, complaint: Complaint): Promise<string | undefined> {
  const { text, category, shopId, person } = complaint
  const plot = plotOf(told.brand.pack, category, text)
  const shop = told.roster.shops.find((s) => s.id === shopId)
  const cookId = personOf(told.roster, 'kitchen', shopId)
  const agent = personOf(told.roster, 'agent', shopId)
  if (!plot || !shop || !cookId || !agent) return undefined
  const seed = [...text].reduce((sum, c) => (sum * 33 + c.codePointAt(0)!) % 2_147_483_647, 11)
  const random = seededRandom(seed)
  const lines = linesFor(told.brand.pack, text, random)
  const story: Story = { ...told, complaint, shop, plot, lines, person, random, seed, agent }
  return told.services.db.inBrand(told.brandId, (tx) => tell(story, tx, cookId))
}

/** The riders of the past are on duty while it is told. */
export async function ridersOnDuty({ roster, ends, as }: Telling, on: boolean): Promise<void> {
  const at = new Date(ends.getTime() - (on ? OLDEST_DAYS * DAY_MS : 4 * 60 * MIN_MS))
  for (const { id, roles } of roster.people)
    if (roles.some((r) => r.role === 'rider')) await setDuty(as(id, at), on)
}

async function tell(story: Story, tx: Tx, cookId: string): Promise<string> {
  const { shop, plot } = story
  const placed = placedAt(story)
  const as = clockFrom(story, tx, placed)
  const ordered = await order(story, tx, as)
  const { id } = ordered
  const made = await tx
    .selectFrom('orders.order')
    .select(['number', 'first_promised_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const scene: Scene = { tx, orderId: id, shopId: shop.id, cook: cookId, as }
  if (plot.how === 'batch') await openBatches(scene, 3 + story.random() * 20)
  if (plot.how === 'called_off') await cancelOrder(as(story.agent, 29), id, { reason: '食材卖完了，做不了' })
  else {
    const promisedMs = made.first_promised_at?.getTime() ?? placed + usualMin(story) * MIN_MS
    await bring(story, scene, courseFor(story, (promisedMs - placed) / MIN_MS), ordered)
  }
  await tx.updateTable('orders.rider').set({ held_until: null }).where('held_until', 'is not', null).execute()
  // Whoever was to be asked for a word was asked in those days.
  await tx.updateTable('orders.order').set({ review_ask_at: null }).where('id', '=', id).execute()
  return ordered.platform?.externalId ?? `D${made.number}`
}

/** The same chances each time it is asked for: what was promised is known only after it was placed. */
function courseFor(story: Story, promiseMin: number): Course {
  return courseOf(story.plot, { makeMin: makeMinOf(story), promiseMin }, seededRandom(story.seed + 1))
}

function placedAt(story: Story): number {
  const { plot, complaint, ends, random } = story
  const { thereMin } = courseFor(story, usualMin(story))
  const [from, to] = plot.agoH
  const got = plot.open
    ? Math.min(complaint.at.getTime() + (6 + random() * 15) * MIN_MS, ends.getTime() - MIN_MS / 2)
    : complaint.at.getTime() - (from + random() * (to - from)) * 60 * MIN_MS
  return Math.max(got - thereMin * MIN_MS, ends.getTime() - OLDEST_DAYS * DAY_MS)
}

/** Whoever acts, so many minutes after it was placed; everything in the one transaction. */
function clockFrom({ as, services, brandId }: Story, tx: Tx, placed: number): Scene['as'] {
  const inside = <T>(work: (tx: Tx) => Promise<T>) => work(tx)
  const db = { ...services.db, inBrand: <T>(_: string, work: (tx: Tx) => Promise<T>) => work(tx) }
  return (staffId, min) => {
    const at = new Date(placed + min * MIN_MS)
    const ctx = staffId ? as(staffId, at) : systemContext({ ...services, now: () => at }, brandId)
    return { ...ctx, db, transaction: inside, reading: inside }
  }
}

async function order(story: Story, tx: Tx, as: Scene['as']): Promise<Ordered> {
  const { shop, plot, brand, agent } = story
  const platform = platformOf(story)
  if (!platform) {
    const { id } = await takeOrder(tx, as(null, 0), ownOrder(story))
    if (brand.pack === 'general') await confirmOrder(as(agent, 6), id, { note: '' })
    return { id, platform, carried: false }
  }
  const carried = platform.source !== 'douyin' && plot.how !== 'rider' && plot.how !== 'far'
  const ctx = as(null, 0)
  const content = platformOrder(story, carried, ctx.now())
  const news = { ...platform, shopId: shop.id, event: 'confirmed' as const, order: content, reason: '' }
  return { id: (await takePlatformOrder(tx, ctx, news))!, platform, carried }
}

async function bring(
  { plot, brand, agent }: Story,
  scene: Scene,
  { cooked, ridden, thereMin }: Course,
  { id, platform, carried }: Ordered,
): Promise<void> {
  const parcel = platform?.source === 'douyin'
  if (!parcel) await cook(scene, cooked)
  if (platform && (carried || parcel))
    await takePlatformOrder(scene.tx, scene.as(null, thereMin), {
      ...platform,
      shopId: scene.shopId,
      event: 'delivered',
      order: null,
      reason: '',
    })
  else if (plot.brought && brand.pack !== 'general') await ride(scene, ridden)
  else await handOverOrder(scene.as(agent, thereMin), id, { note: '' })
}

function personOf(roster: Roster, role: 'kitchen' | 'agent', shopId: string): string | undefined {
  return roster.people.find((p) =>
    p.roles.some((r) => r.role === role && (r.shops === 'all' || r.shops.includes(shopId))),
  )?.id
}
