import { v4 as uuidv4 } from 'uuid'
import { createDemoChannel, customerContext, type Heard, hearDemo, sendDemoNews } from '#domains/channels'
import { decideAffected, findAffectedCustomers, noteCall, writeAffected } from '#domains/incidents'
import { takeHeard } from '#domains/tickets'
import { type DemoRoom, holder, personOf, ring, shopOf } from './room.ts'
import { ANSWERED, BAD, BATCH_MIN, CALLS, MESSAGE, REPORTED, SEALED_MIN } from './tea-open.ts'
import { type TeaTelling, talk } from './tea-traffic.ts'

const MIN_MS = 60_000
const DAY_MS = 24 * 60 * MIN_MS

type Told = { room: DemoRoom; told: TeaTelling; smsId: string; orders: ReadonlyMap<string, string> }

/** Text messages as if they were connected: the way to whoever is known by a number alone. Nothing of it leaves the program. */
export function openSms(told: TeaTelling): Promise<string> {
  const ownerId = personOf(told, 'lead')
  return createDemoChannel(told.as(ownerId, new Date(told.ends.getTime() - 100 * DAY_MS)), {
    ...{ kind: 'sms' as const, name: '短信（演示）', ownerId, standsIn: true },
    seenAt: new Date(told.ends.getTime() - 2 * MIN_MS),
  })
}

/**
 * Customers of the three shops have been told: two numbers came back, one of them was called; another customer has answered. Whoever bought it at
 * the other shops was found later and waits for the second approval.
 */
export function tellingOf(all: Told): { min: number; tell: () => Promise<void> }[] {
  const { room, told } = all
  const { id } = room
  const three = [...new Set(REPORTED.map(({ shop }) => shopOf(told, shop)))]
  const by = (min: number) => holder(room, 'care', min)
  const look = (min: number, shopIds: string[]) => findAffectedCustomers(by(min), id, looked(room, shopIds))
  const executive = told.as(personOf(told, 'executive'), room.at(69))
  return [
    { min: 62, tell: () => look(62, three) },
    { min: 64, tell: () => writeAffected(by(64), id, { text: MESSAGE, also: {}, complainants: false }) },
    { min: 69, tell: () => decideAffected(executive, id, { version: 2, approve: true, why: '' }) },
    { min: 69.2, tell: () => send(all, 69.2) },
    ...CALLS.map((call) => ({ min: call.min, tell: () => called(all, call) })),
    { min: ANSWERED.min, tell: () => talk(told, room.at(ANSWERED.min), ANSWERED) },
    { min: 84, tell: () => look(84, []) },
  ]
}

const looked = ({ at }: DemoRoom, shopIds: string[]) => ({
  itemIds: [],
  ingredient: BAD.ingredient,
  batchCodes: [BAD.code],
  shopIds,
  from: at(BATCH_MIN).toISOString(),
  to: at(SEALED_MIN).toISOString(),
})

/** What the outbox and the service would have done within the minute: two numbers are nobody's. */
async function send({ room, told, smsId, orders }: Told, min: number): Promise<void> {
  await ring(room, min)
  const { rows } = await told.look.query<{ message: string; order: string }>(
    'select message_id as message, order_id as order from incidents.affected_customer where incident_id = $1 and message_id is not null order by id',
    [room.id],
  )
  const ctx = customerContext({ ...told.services, now: () => room.at(min + 0.2) }, told.brandId, 'zh-CN')
  await sendDemoNews(
    ctx,
    rows.map(({ message }) => message),
  )
  const nobodys = CALLS.map(({ name }) => orders.get(name))
  for (const { message } of rows.filter(({ order }) => nobodys.includes(order))) {
    const heard: Heard = { sort: 'receipt', externalId: message, state: 'failed', problem: 'badNumber' }
    await hearDemo(ctx, smsId, { externalId: uuidv4(), thread: message, payload: [heard] }, (tx, one) =>
      takeHeard(tx, ctx, one),
    )
  }
  await ring(room, min + 0.4)
}

async function called({ room, told, orders }: Told, { min, name, ...said }: (typeof CALLS)[number]) {
  const { rows } = await told.look.query<{ id: string }>(
    'select id from incidents.affected_customer where incident_id = $1 and order_id = $2',
    [room.id, orders.get(name)],
  )
  await noteCall(holder(room, 'care', min), room.id, rows[0]!.id, said)
}
