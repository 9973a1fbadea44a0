import { inventTicket } from '#domains/incidents'
import { play } from './incidents/deeds.ts'
import { POISONING_DEEDS } from './incidents/poisoning-closed.ts'
import { daysBefore, openRoom, personOf, shopOf } from './incidents/room.ts'
import { tellSeal } from './incidents/seals.ts'
import { SKIN_DEEDS } from './incidents/skin-open.ts'
import { CLOSED_DEEDS } from './incidents/tea-closed.ts'
import { DRILL_ANSWERS, DRILL_DEEDS } from './incidents/tea-drill.ts'
import { tellTeaToday } from './incidents/tea-today.ts'
import type { TeaTelling } from './incidents/tea-traffic.ts'

const MIN_MS = 60_000
/** Before now; the customer has said what is wrong some minutes before. */
const SKIN_AGO_MIN = 3.4
const SEALED_MIN = 17

/** Emergency rooms of the demo, through the deeds that people do: one that is open, others that are over, a drill. */
export async function tellIncidents(told: TeaTelling): Promise<void> {
  const { pack } = told.brand
  if (pack === 'milk_tea') {
    await tellTeaClosed(told)
    await tellTeaDrill(told)
    await tellTeaToday(told)
  }
  if (pack === 'beauty') await tellSkin(told)
  if (pack === 'restaurant') await tellPoisoning(told)
}

async function tellTeaClosed(told: TeaTelling): Promise<void> {
  const shop = shopOf(told, 'HZ03')
  const room = await openRoom(told, personOf(told, 'shop_manager', shop), daysBefore(told, 26, 15.3), {
    source: 'hand',
    plan: 'foreign_object',
    title: '滨江宝龙店：手打柠檬茶里有一截钢丝',
    shopIds: [shop],
  })
  await play(room, CLOSED_DEEDS)
}

async function tellTeaDrill(told: TeaTelling): Promise<void> {
  const shops = ['HZ01', 'HZ02', 'HZ03', 'HZ04'].map((code) => shopOf(told, code))
  const room = await openRoom(told, personOf(told, 'quality'), daysBefore(told, 12, 14), {
    source: 'drill',
    plan: 'food_poisoning',
    title: '假设：两位顾客喝完红豆奶茶后上吐下泻',
    shopIds: shops,
  })
  const opener = told.as(personOf(told, 'quality'), room.at(0.5))
  for (const [n, title] of ['喝完红豆奶茶一小时开始吐', '和朋友喝了一样的，两个人都拉肚子'].entries())
    await inventTicket(opener, room.id, { title, customerName: `假设顾客 ${n + 1}`, shopId: shops[n]! })
  await play(
    room,
    DRILL_DEEDS.filter((deed) => deed.min < SEALED_MIN),
  )
  const order = {
    ...{ ingredient: '红豆', batchCode: 'B-0301', shopIds: shops },
    ...{ instruction: '演练：按真的来，贴演练封条，报数量、拍批号。', sample: '每店 1 份' },
  }
  await tellSeal(room, SEALED_MIN, order, DRILL_ANSWERS)
  await play(
    room,
    DRILL_DEEDS.filter((deed) => deed.min > SEALED_MIN),
  )
}

/** The strong reaction that a customer of the SPA has just reported. */
async function tellSkin(told: TeaTelling): Promise<void> {
  const { rows } = await told.look.query<{ id: string; shop: string }>(
    `select a.ticket_id as id, t.shop_id as shop from orders.aftercare a join tickets.ticket t on t.brand_id = a.brand_id and t.id = a.ticket_id
     where a.brand_id = $1 and a.reaction = 'strong'`,
    [told.brandId],
  )
  if (!rows[0]) return
  const openedAt = new Date(told.ends.getTime() - SKIN_AGO_MIN * MIN_MS)
  const room = await openRoom(told, personOf(told, 'quality'), openedAt, {
    source: 'ticket',
    plan: 'skin_reaction',
    title: '果酸焕肤后右脸红肿刺痛',
    ticketIds: [rows[0].id],
  })
  await play({ ...room, shopIds: [rows[0].shop] }, SKIN_DEEDS)
}

async function tellPoisoning(told: TeaTelling): Promise<void> {
  const shop = shopOf(told, 'CD01')
  const room = await openRoom(told, personOf(told, 'lead'), daysBefore(told, 19, 11.2), {
    source: 'hand',
    plan: 'food_poisoning',
    title: '春熙路店：一桌五人餐后三人腹泻',
    shopIds: [shop],
  })
  await play(room, POISONING_DEEDS)
}
