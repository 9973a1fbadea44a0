import { v7 as uuidv7 } from 'uuid'
import { type SpokenOf, spokenOf } from '#domains/orders'
import { findShops, findZone } from '#domains/people'
import { playbookInForce } from '#domains/playbook'
import { type Voice, voicesOf } from '#domains/tickets'
import { type Ctx, type Services, systemContext } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { loadStanding, saveStanding } from '../alarms/keep-alarms.ts'
import { type Seasons, seasonOf } from '../early/seasons.ts'
import { Clocks } from './clocks.ts'
import { type Fired, Hearing } from './hearing.ts'
import * as data from './listen-data.ts'
import { holidaysAround, reckon } from './reckon.ts'
import { isUrgent, madeOf, nameOf, placeOf, refOf, SERIOUS, type SeriesRef, seriesOf } from './series-of.ts'

const TOGETHER = 200
const DAY_MS = 86_400_000
/** What is older than this is listened to for what is usual; it raises nothing any more. */
const FRESH_MS = 2 * DAY_MS

/** Listens to what was said since, over all brands; one transaction for many tickets of a brand. */
export async function sweepVoices(services: Services): Promise<number> {
  let done = 0
  for (const brandId of await data.brandsWaiting(services.db.open, services.now()))
    done += await listen(systemContext(services, brandId))
  return done
}

/**
 * Listens to the tickets of one brand that have something new to say, at most 200 of them.
 * Shape: how many. A ticket counts once in each of its series however often it is listened to: what it counted for is kept with it, in the same
 *        transaction as the series. Without `raise` it is only learnt what is usual. When some fail together each is tried alone, and what fails then is put off.
 */
export async function listen(ctx: Ctx, { raise = true }: { raise?: boolean } = {}): Promise<number> {
  const waiting = await ctx.transaction((tx) => data.waitingTickets(tx, ctx.now(), TOGETHER))
  if (!waiting.length) return 0
  try {
    return await ctx.transaction((tx) => listenTo(ctx, tx, waiting, raise))
  } catch (error) {
    ctx.log.error({ err: error, tickets: waiting.length }, 'voices could not be listened to together')
  }
  for (const one of waiting) await alone(ctx, one, raise)
  return waiting.length
}

async function alone(ctx: Ctx, one: data.Waiting, raise: boolean): Promise<void> {
  try {
    await ctx.transaction((tx) => listenTo(ctx, tx, [one], raise))
  } catch (error) {
    ctx.log.error({ err: error, ticket: one.id }, 'a voice could not be listened to; it is tried again')
    await ctx.transaction((tx) => data.putOff(tx, [one.id], ctx.now()))
  }
}

async function listenTo(ctx: Ctx, tx: Tx, waiting: readonly data.Waiting[], raise: boolean): Promise<number> {
  if (!(await data.listenAlone(tx, ctx.actor.brandId))) return 0
  // Another worker may have listened to some of them meanwhile; a second time changes nothing.
  const told = await voicesOf(
    tx,
    waiting.map((one) => one.id),
  )
  const voices = told.toSorted((a, b) => a.openedAt.getTime() - b.openedAt.getTime())
  if (voices.length) await hearAll(ctx, tx, voices, raise)
  await data.forgetHeard(tx, waiting)
  return waiting.length
}

async function hearAll(ctx: Ctx, tx: Tx, voices: readonly Voice[], raise: boolean): Promise<void> {
  const world = await loadWorld(ctx, tx, voices)
  const { hearing, standing } = world
  for (const one of world.said) {
    const at = one.row.at.getTime()
    for (const ref of one.gone) hearing.takeBack(ref, one.row.ticket_id, at)
    const fired: Fired[] = []
    for (const ref of one.fresh) {
      const sign = hearing.hear(ref, one.row.ticket_id, at, one.row.bought_at?.getTime())
      if (sign) fired.push(sign)
      standing.grow(nameOf(ref), one.row.ticket_id, at)
    }
    const young = raise && ctx.now().getTime() - at < FRESH_MS
    if (young) standing.take(fired, at, one.row.urgent)
    for (const { ref } of fired) hearing.quiet(ref)
  }
  const { brandId } = ctx.actor
  await data.saveVoices(
    tx,
    world.said.map((one) => one.row),
  )
  await data.saveSeries(tx, hearing.rows(brandId))
  await data.saveUsual(tx, brandId, world.usual)
  await saveStanding(ctx, tx, standing, hearing)
}

type Said = { row: data.VoiceRow; fresh: SeriesRef[]; gone: SeriesRef[] }

async function loadWorld(ctx: Ctx, tx: Tx, voices: readonly Voice[]) {
  const about = await spokenOf(
    tx,
    voices.map((v) => ({ ticketId: v.id, shopId: v.shopId, at: v.openedAt, text: v.said })),
  )
  const usual = (await data.readUsual(tx)) ?? (await reckon(ctx, tx, voices[0]!.openedAt))
  const zone = await findZone(tx)
  const said = await countOnce(ctx, tx, voices, about, zone)
  const refs = distinct(
    said.flatMap(({ fresh, gone }) => [...fresh, ...gone]).flatMap((ref) => [ref, ...madeOf(ref)]),
  )
  const shops = refs.flatMap((ref) => placeOf(ref).shopId ?? [])
  const seasons = await data.readSeasons(tx, [ctx.actor.brandId, ...new Set(shops)])
  const holidays = await holidaysAround(tx, ctx.now())
  const clocks = new Clocks(zone, seasons.get(ctx.actor.brandId) ?? ANY_TIME, seasons, holidays)
  const hearing = new Hearing(await data.readSeries(tx, refs), usual, clocks)
  const standing = await loadStanding(ctx, tx, uuidv7)
  return { said, usual, hearing, standing }
}

/** What each ticket says, and what of it counts: nothing twice, and of one person nothing twice within a day. */
async function countOnce(
  ctx: Ctx,
  tx: Tx,
  voices: readonly Voice[],
  about: ReadonlyMap<string, SpokenOf>,
  zone: string,
): Promise<Said[]> {
  const people = voices.map((voice) => personOf(ctx, voice))
  const times = voices.map((v) => v.openedAt.getTime())
  const from = new Date(Math.min(...times) - DAY_MS)
  const until = new Date(Math.max(...times) + DAY_MS)
  const kept = new Map((await data.voicesKept(tx, idsOf(voices))).map((row) => [row.ticket_id, row]))
  const merged = await data.voicesKept(
    tx,
    voices.flatMap((v) => v.mergedInto ?? []),
  )
  const spoken = (await data.voicesOfPeople(tx, people, from, until)).filter((v) => !kept.has(v.ticket_id))
  const zones = await findShops(tx, [
    ...new Set(voices.flatMap((v) => about.get(v.id)?.shopId ?? v.shopId ?? [])),
  ])
  const grave = await graveCategories(tx)
  const own = new Map<string, data.VoiceRow>()
  // What was merged speaks last: only what its target does not say already is its own.
  const order = [...voices.keys()].toSorted(
    (a, b) => Number(!!voices[a]!.mergedInto) - Number(!!voices[b]!.mergedInto),
  )
  return order.map((n) => {
    const voice = voices[n]!
    const of = about.get(voice.id)!
    const shopId = of.shopId ?? voice.shopId
    const hour = hourAt(of.placedAt ?? voice.openedAt, zones.get(shopId ?? '')?.zone ?? zone)
    const serious = isUrgent(voice, grave)
    const refs = seriesOf(voice, of, hour, serious)
    const into = own.get(voice.mergedInto ?? '') ?? merged.find((row) => row.ticket_id === voice.mergedInto)
    const old = kept.get(voice.id)
    const before = spoken.filter(
      (v) => v.person.equals(people[n]!) && Math.abs(v.at.getTime() - voice.openedAt.getTime()) < DAY_MS,
    )
    const names = refs.map(nameOf)
    const silent = new Set([...(into?.counted ?? []), ...before.flatMap((v) => v.counted)])
    const counted = names.filter((name) =>
      old?.counted.includes(name) ? !into?.counted.includes(name) : !silent.has(name),
    )
    const row = {
      brand_id: ctx.actor.brandId,
      ticket_id: voice.id,
      at: voice.openedAt,
      bought_at: of.placedAt,
      person: people[n]!,
      shop_id: shopId,
      urgent: serious,
      said: names,
      counted,
    }
    spoken.push(row)
    own.set(voice.id, row)
    return {
      row,
      fresh: refs.filter((ref) => counted.includes(nameOf(ref)) && !old?.counted.includes(nameOf(ref))),
      gone: (old?.counted ?? []).filter((name) => !counted.includes(name)).map(refOf),
    }
  })
}

/** A customer, a conversation, or whoever wrote just these words at this shop. */
function personOf(ctx: Ctx, voice: Voice): Buffer {
  const words = voice.content.replace(/[\s\p{P}]/gu, '').toLowerCase()
  const who = voice.customerId ?? voice.conversationId ?? `${voice.shopId} ${words || voice.id}`
  return ctx.keys.blindIndex(ctx.actor.brandId, 'insights.person', who)
}

/** What the playbook holds to be able to do harm. */
async function graveCategories(tx: Tx): Promise<ReadonlySet<string>> {
  const { playbook } = await playbookInForce(tx)
  return new Set(
    playbook.categories.flatMap((topic) =>
      topic.children.filter((one) => one.severity >= SERIOUS).map((one) => `${topic.key}.${one.key}`),
    ),
  )
}

function hourAt(at: Date, zone: string): number {
  const hour = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: zone }).format(
    at,
  )
  return Number(hour)
}

const ANY_TIME: Seasons = { hours: seasonOf([]), shifts: seasonOf([]) }
const idsOf = (voices: readonly Voice[]) => voices.map((voice) => voice.id)
const distinct = (refs: readonly SeriesRef[]) => [...new Map(refs.map((ref) => [nameOf(ref), ref])).values()]
