import { v7 as uuidv7 } from 'uuid'
import { customerChanged } from '#contracts/customers'
import { type Ctx, type Services, systemContext } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { eventRow, publish } from '#platform/events/publish'
import type { CustomerRow } from '../file/customer-data.ts'
import { nameIndex, tailIndex } from '../identify/read-identity.ts'
import * as data from './candidate-data.ts'
import { judgePair, PROPOSED_FROM } from './match-rules.ts'
import { keepMatches, type NewMatch } from './suspicion-data.ts'

const AT_ONCE = 50

/** Looks for files of the same person when something new is known of one (C1): only among those that share something rare with it. */
export async function sweepMatches(services: Services): Promise<number> {
  let done = 0
  for (const brandId of await data.brandsToMatch(services, services.now())) {
    const ctx = systemContext(services, brandId)
    done += await ctx.transaction((tx) => matchSome(tx, ctx))
  }
  return done
}

async function matchSome(tx: Tx, ctx: Ctx): Promise<number> {
  const due = await data.takeDue(tx, ctx.now(), AT_ONCE)
  if (!due.length) return 0
  const ids = due.map((row) => row.id)
  await indexOld(tx, ctx, due)
  const candidates = await data.candidatesOf(tx, ids)
  const found = await keepMatches(tx, ctx.actor.brandId, ctx.now(), await judged(tx, candidates))
  // One note for all: browsers look again at what they show.
  if (found) await publish(tx, ctx, eventRow(customerChanged, { customerId: ids[0]! }))
  await data.matched(tx, ids)
  return due.length
}

/** Files that are older than the keyed hashes get them now. */
async function indexOld(tx: Tx, ctx: Ctx, due: readonly CustomerRow[]): Promise<void> {
  const open = (sealed: Buffer | null) => ctx.keys.open(ctx.actor.brandId, sealed)
  const names = due
    .filter((row) => row.name_enc && !row.name_index)
    .flatMap((row) => {
      const index = nameIndex(ctx, open(row.name_enc))
      return index ? [{ id: row.id, index: index.toString('hex') }] : []
    })
  const numbers = await data.tailless(
    tx,
    due.map((row) => row.id),
  )
  const tails = numbers.flatMap(({ id, value_enc }) => {
    const value = open(value_enc)
    return value.length >= 7 ? [{ id, index: tailIndex(ctx, value.slice(-4)).toString('hex') }] : []
  })
  await data.saveIndexes(tx, names, tails)
}

async function judged(tx: Tx, candidates: readonly data.Candidate[]): Promise<NewMatch[]> {
  if (!candidates.length) return []
  const files = await data.countFiles(tx)
  const pairs = Map.groupBy(candidates, (c) => [c.own_id, c.other_id].sort().join(' '))
  const compared = await data.comparedOf(tx, [...new Set(candidates.flatMap((c) => [c.own_id, c.other_id]))])
  const found = [...pairs].flatMap(([key, shared]): NewMatch[] => {
    const [one_id, other_id] = key.split(' ') as [string, string]
    const [one, other] = [compared.get(one_id), compared.get(other_id)]
    if (!one || !other) return []
    const { probability, reasons } = judgePair(inCommon(shared, one, other), files)
    return probability >= PROPOSED_FROM ? [{ id: uuidv7(), one_id, other_id, probability, reasons }] : []
  })
  return found.toSorted((a, b) => (a.one_id + a.other_id < b.one_id + b.other_id ? -1 : 1))
}

function inCommon(shared: readonly data.Candidate[], one: data.Traits, other: data.Traits) {
  const of = (what: data.Candidate['what']) => shared.find((c) => c.what === what)?.shared ?? 0
  const birthdays = one.birthday !== null && other.birthday !== null
  return {
    name: of('name'),
    nameDiffers: one.named && other.named && !of('name'),
    address: of('address'),
    place: of('place'),
    tail: of('tail'),
    device: of('device'),
    birthday: birthdays && one.birthday === other.birthday,
    birthdayDiffers: birthdays && one.birthday !== other.birthday,
    shops: one.shops.filter((shop) => other.shops.includes(shop)).length,
    phoneDiffers: one.phones > 0 && other.phones > 0,
  }
}
