import { DateTime } from 'luxon'
import { v4 as uuidv4 } from 'uuid'
import type { MenuItem } from '#contracts/orders/menu'
import type { GiveReview } from '#contracts/orders/order-page'
import { giveReview, readMenu, takeOrder } from '#domains/orders'
import { systemContext } from '#platform/context'
import { firstChoices } from '../orders-kitchen.ts'
import { badReviews, LIVE, type Ordered, orderedSoFar, unreviewed } from './live-data.ts'
import { chance, type Place, secondsSince, unlessRefused } from './place.ts'

/** A visitor of the demo sees something happen; a demo that runs for months stays small. */
const LIMITS = { aDay: 200, ever: 6000 }
/** One order in so many seconds: lively for the first hour or two of a day, a trickle after that. */
const EVERY_S = { lively: 50, orders: 90, trickle: 600 }
const BAD_A_DAY = 3
const KM = 1 / 111
const NAMES = ['林', '周', '何', '许', '沈', '韩', '吕', '孟', '苏', '顾', '叶', '贺']
/** Streets that nearly every Chinese city has: the shops stand in several. */
const STREETS = ['人民路', '建设路', '解放路', '中山路', '新华路', '和平路']
const NOTES = ['', '', '', '少放葱', '麻烦快一点', '放门口就行，谢谢', '分开装']
const WORDS: Record<GiveReview['mark'], Pick<GiveReview, 'words' | 'text'>[]> = {
  good: [
    { words: ['tasty', 'on_time'], text: '味道稳定，送得也快。' },
    { words: ['friendly'], text: '' },
    { words: ['well_packed'], text: '包得很仔细，一点没洒。' },
  ],
  medium: [
    { words: ['late'], text: '味道不错，就是等得久了点。' },
    { words: ['taste'], text: '今天偏甜了。' },
  ],
  bad: [
    { words: ['cold', 'late'], text: '送到已经凉了，等了快一个小时。' },
    { words: ['missing'], text: '少了一份，打电话也没人接。' },
  ],
}

/** Whether the next guest comes now. */
export function guestDue({ today, ever, lastAt }: Ordered, now: Date): boolean {
  if (today >= LIMITS.aDay || ever >= LIMITS.ever) return false
  const everyS = today < EVERY_S.orders ? EVERY_S.lively : EVERY_S.trickle
  return !lastAt || secondsSince(lastAt, now) >= everyS
}

/** One order, as a delivery platform or the counter takes it: nobody outside is written to for either. */
export async function orderSomething(place: Place): Promise<boolean> {
  const { services, brandId, shop, now } = place
  const dayBegan = DateTime.fromJSDate(now, { zone: 'Asia/Shanghai' }).startOf('day').toJSDate()
  const so = await services.db.inBrand(brandId, (tx) => orderedSoFar(tx, shop.id, dayBegan))
  if (!guestDue(so, now)) return false
  const ctx = systemContext(services, brandId)
  const menu = (await readMenu(ctx, shop.id)).filter((item) => item.kind === 'dish' && !item.unavailable)
  if (!menu.length) return false
  const id = uuidv4()
  const kind =
    shop.riders.length && chance(id, 'kind') < 0.6
      ? 'delivery'
      : chance(id, 'kind') < 0.8
        ? 'pickup'
        : 'dine_in'
  const atCounter = kind === 'dine_in'
  return unlessRefused(() =>
    ctx.transaction((tx) =>
      takeOrder(tx, ctx, {
        ...{ shopId: shop.id, kind, source: atCounter ? 'counter' : 'meituan', externalId: numberOf(id) },
        ...{
          name: atCounter ? '' : `${pick(NAMES, id, 'name')}(${chance(id, 'sex') < 0.5 ? '女士' : '先生'})`,
        },
        ...(atCounter ? {} : { contact: `138000${String(80_000 + Math.floor(chance(id, 'phone') * 500))}` }),
        ...(kind === 'delivery' ? { address: addressFor(place, id) } : {}),
        items: linesFrom(menu, id),
        note: pick(NOTES, id, 'note'),
        ...{ deliveryFeeMinor: kind === 'delivery' ? 400 : 0, discountMinor: 0, paid: true, draft: false },
      }),
    ),
  )
}

function linesFrom(menu: readonly MenuItem[], id: string) {
  const count = chance(id, 'lines') < 0.6 ? 1 : 2
  return Array.from({ length: count }, (_, n) => {
    const item = menu[Math.floor(chance(id, `item ${n}`) * menu.length)]!
    const quantity = chance(id, `quantity ${n}`) < 0.8 ? 1 : 2
    return { itemId: item.id, quantity, options: firstChoices(item.options), note: '' }
  })
}

/** As a platform's own number looks. */
function numberOf(id: string): string {
  return `${LIVE}${String(BigInt(`0x${id.replaceAll('-', '')}`) % 10n ** 12n).padStart(12, '0')}`
}

function addressFor({ shop }: Place, id: string) {
  const text = `${pick(STREETS, id, 'street')} ${Math.ceil(chance(id, 'house') * 600)} 号 ${Math.ceil(chance(id, 'door') * 30)} 幢`
  if (!shop.point) return { text }
  const off = (about: string) => (chance(id, about) * 2 - 1) * 1.5 * KM
  return { text, point: { lat: shop.point.lat + off('lat'), lng: shop.point.lng + off('lng') } }
}

function pick<T>(from: readonly T[], id: string, about: string): T {
  return from[Math.floor(chance(id, about) * from.length)]!
}

/** A word about one of six orders, a minute or more after it was handed over; a bad one opens a ticket, so there are few. */
export async function saySomething({ services, brandId, shop, now }: Place): Promise<boolean> {
  const ago = (s: number) => new Date(now.getTime() - s * 1000)
  const { waiting, bad } = await services.db.inBrand(brandId, async (tx) => ({
    waiting: await unreviewed(tx, shop.id, ago(900), ago(60)),
    bad: await badReviews(tx, ago(86_400)),
  }))
  const id = waiting.find((order) => chance(order, 'review') < 1 / 6)
  if (!id) return false
  const dice = chance(id, 'mark')
  const mark = dice < 0.12 && bad < BAD_A_DAY ? 'bad' : dice < 0.3 ? 'medium' : 'good'
  const said = pick(WORDS[mark], id, 'words')
  const ctx = systemContext(services, brandId)
  return unlessRefused(() =>
    giveReview(ctx, services.keys.tokenFor('order', id), { ...said, mark, photos: [] }, 'zh-CN'),
  )
}
