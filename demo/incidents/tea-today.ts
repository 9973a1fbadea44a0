import { findAffectedCustomers, writeAffected } from '#domains/incidents'
import { takeAlarm } from '#domains/tickets'
import { play } from './deeds.ts'
import { type DemoRoom, holder, openRoom, personOf, ring, shopOf } from './room.ts'
import { tellAnswer, tellSeal } from './seals.ts'
import { ANSWERS, BOUGHT, DEEDS, MESSAGE, REPORTED } from './tea-open.ts'
import { buy, openBatches, report, type TeaTelling, talk } from './tea-traffic.ts'

const MIN_MS = 60_000
/** The room was opened so long ago, and the batch so long before. */
const AGO_MIN = 96
const BATCH_MIN = -27 * 60
const SKU = 'mango'
const BAD = { ingredient: '椰浆', code: 'YJ-1118-05' }
const FRESH = { ingredient: '椰浆', code: 'YJ-1121-01' }
const SEALED_MIN = 11
const FOUND_MIN = 66
/** When whoever is silent is called and asked again. */
const RINGS = [31.5, 47, 63, 79, 95]

/** Today: wire in the coconut milk of three shops. Nine shops have answered, two are silent, and what the customers are told waits for a second pair of eyes. */
export async function tellTeaToday(told: TeaTelling): Promise<void> {
  const openedAt = new Date(told.ends.getTime() - AGO_MIN * MIN_MS)
  const at = (min: number) => new Date(openedAt.getTime() + min * MIN_MS)
  const shopIds = told.roster.shops.map((shop) => shop.id)
  const sold = new Set([...BOUGHT, ...REPORTED].map(({ shop }) => shopOf(told, shop)))
  await openBatches(told, at(BATCH_MIN), BAD, sold)
  for (const { min, talks, ...person } of BOUGHT) {
    await buy(told, at(min), SKU, person)
    if (talks) await talk(told, at(min + 40), { ...person, text: talks })
  }
  const ticketIds: string[] = []
  for (const { min, ...said } of REPORTED) {
    await buy(told, at(min - 22), SKU, said)
    ticketIds.push(await report(told, at(min), said))
  }
  const quality = personOf(told, 'quality')
  for (const id of ticketIds) await takeAlarm(told.as(quality, at(-0.5)), id).catch(ignoreRefusal)
  const room = await openRoom(told, personOf(told, 'lead'), openedAt, {
    source: 'ticket',
    plan: 'foreign_object',
    title: '椰浆 YJ-1118-05 里有细金属丝，三家店三位顾客',
    ticketIds,
  })
  await tellRoom(room, shopIds)
  await openBatches(told, at(AGO_MIN - 4), FRESH, sold)
}

async function tellRoom(room: DemoRoom, shopIds: string[]): Promise<void> {
  const { id, at } = room
  await play(
    room,
    DEEDS.filter((deed) => deed.min < SEALED_MIN),
  )
  const order = {
    ingredient: BAD.ingredient,
    batchCode: BAD.code,
    shopIds,
    instruction: '开过的、没开的都停用，贴封条单独放，报罐数并拍照；空罐不要扔。',
    sample: '每店 1 罐，原样冷藏',
  }
  const seal = await tellSeal(room, SEALED_MIN, order, [])
  const later = [
    ...ANSWERS.map((said) => ({ min: said.min, tell: () => tellAnswer(room, seal, said) })),
    ...DEEDS.filter((deed) => deed.min > SEALED_MIN).map((deed) => ({
      min: deed.min,
      tell: () => play(room, [deed]),
    })),
    ...RINGS.map((min) => ({ min, tell: () => ring(room, min) })),
    { min: FOUND_MIN, tell: () => findAffectedCustomers(holder(room, 'care', FOUND_MIN), id, looked(at)) },
    { min: 85, tell: () => writeAffected(holder(room, 'care', 85), id, { text: MESSAGE, also: {} }) },
  ]
  for (const { tell } of later.toSorted((a, b) => a.min - b.min)) await tell()
}

const looked = (at: DemoRoom['at']) => ({
  itemIds: [],
  ingredient: BAD.ingredient,
  batchCodes: [BAD.code],
  shopIds: [],
  from: at(BATCH_MIN).toISOString(),
  to: at(SEALED_MIN).toISOString(),
})

/** Not every ticket rings somebody. */
function ignoreRefusal(error: unknown): void {
  if (!(error instanceof Error) || !('status' in error)) throw error
}
