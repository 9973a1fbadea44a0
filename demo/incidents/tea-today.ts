import { sendReply, takeAlarm } from '#domains/tickets'
import { play } from './deeds.ts'
import { type DemoRoom, openRoom, personOf, ring, shopOf } from './room.ts'
import { tellAnswer, tellSeal } from './seals.ts'
import { ANSWERS, BAD, BATCH_MIN, BOUGHT, DEEDS, REPORTED, SEALED_MIN } from './tea-open.ts'
import { openSms, tellingOf } from './tea-told.ts'
import { buy, openBatches, report, type TeaTelling, talk } from './tea-traffic.ts'

const MIN_MS = 60_000
/** The room was opened so long ago. */
const AGO_MIN = 96
const SKU = 'mango'
const FRESH = { ingredient: '椰浆', code: 'YJ-1121-01' }
/** When whoever is silent is called and asked again. */
const RINGS = [31.5, 47, 63, 79, 95]

/** Today: wire in the coconut milk of three shops. Nine shops have answered, two are silent; customers of three shops are told, and who was found later waits for a second pair of eyes. */
export async function tellTeaToday(told: TeaTelling): Promise<void> {
  const openedAt = new Date(told.ends.getTime() - AGO_MIN * MIN_MS)
  const at = (min: number) => new Date(openedAt.getTime() + min * MIN_MS)
  const shopIds = told.roster.shops.map((shop) => shop.id)
  const sold = new Set([...BOUGHT, ...REPORTED].map(({ shop }) => shopOf(told, shop)))
  await openBatches(told, at(BATCH_MIN), BAD, sold)
  const orders = new Map<string, string>()
  for (const { min, talks, ...person } of BOUGHT) {
    orders.set(person.name, await buy(told, at(min), SKU, person))
    if (talks) await talk(told, at(min + 40), { ...person, text: talks })
  }
  const ticketIds: string[] = []
  for (const { min, reply: _, ...said } of REPORTED) {
    orders.set(said.name, await buy(told, at(min - 22), SKU, said))
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
  const agent = personOf(told, 'agent')
  for (const [n, { reply }] of REPORTED.entries())
    await sendReply(told.as(agent, at(reply.min)), ticketIds[n]!, {
      text: reply.text,
      photos: [],
      wait: false,
    })
  const smsId = await openSms(told)
  await tellRoom(room, shopIds, tellingOf({ room, told, smsId, orders }))
  await openBatches(told, at(AGO_MIN - 4), FRESH, sold)
}

type Telling = ReturnType<typeof tellingOf>

async function tellRoom(room: DemoRoom, shopIds: string[], telling: Telling): Promise<void> {
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
    ...telling,
  ]
  for (const { tell } of later.toSorted((a, b) => a.min - b.min)) await tell()
}

/** Not every ticket rings somebody. */
function ignoreRefusal(error: unknown): void {
  if (!(error instanceof Error) || !('status' in error)) throw error
}
