import type { GiveReview } from '#contracts/orders/order-page'
import { answerReview, giveReview, takePlatformOrder } from '#domains/orders'
import type { Roster } from '#domains/people'
import { type Ctx, type Services, systemContext } from '#platform/context'
import type { DemoBrand } from './demo-file.ts'

const HOUR_MS = 3_600_000

type Telling = {
  services: Services
  brandId: string
  brand: Pick<DemoBrand, 'pack'>
  roster: Roster
  ends: Date
  as: (staffId: string | null, at: Date) => Ctx
}
type Said = {
  agoH: number
  number: string
  name: string
  items: [string, number, number][]
  review: GiveReview
  answer: string
}

/** Yesterday's orders of a platform, and what their customers said. */
const SAID: readonly Said[] = [
  {
    agoH: 27,
    number: '601782004410023',
    name: '周(先生)',
    items: [['藤椒鸡饭', 2, 2800]],
    review: { mark: 'good', words: ['tasty', 'on_time'], text: '还是热的，藤椒够味。', photos: [] },
    answer: '',
  },
  {
    agoH: 25,
    number: '601782004410871',
    name: '何(女士)',
    items: [
      ['牛肉饭', 1, 3200],
      ['酸梅汤', 1, 800],
    ],
    review: { mark: 'medium', words: ['late'], text: '味道可以，比说好的晚了十几分钟。', photos: [] },
    answer: '抱歉让您等了。昨天午高峰骑手不够，这周起中午加了一位，下次请再看我们准不准时。',
  },
]

/** Orders of the past that were reviewed; one of them has been answered. */
export async function tellReviews(told: Telling): Promise<void> {
  if (told.brand.pack !== 'takeaway') return
  const shop = told.roster.shops.find((s) => s.code === 'CD01')
  const manager = told.roster.people.find((p) =>
    p.roles.some((r) => r.role === 'shop_manager' && r.shops !== 'all' && r.shops.includes(shop?.id ?? '')),
  )
  if (!shop) return
  for (const said of SAID) {
    const at = (laterH: number) => new Date(told.ends.getTime() - (said.agoH - laterH) * HOUR_MS)
    const system = (laterH: number) =>
      systemContext({ ...told.services, now: () => at(laterH) }, told.brandId)
    const news = { source: 'meituan' as const, externalId: said.number, shopId: shop.id, reason: '' }
    const id = await placed(system(0), { ...news, event: 'placed', order: orderOf(said) })
    if (!id) continue
    await placed(system(0.6), { ...news, event: 'delivered', order: null })
    await giveReview(system(1), told.services.keys.tokenFor('order', id), said.review, 'zh-CN')
    if (said.answer && manager) await answerReview(told.as(manager.id, at(1.5)), id, said.answer)
  }
}

function placed(ctx: Ctx, news: Parameters<typeof takePlatformOrder>[2]): Promise<string | null> {
  return ctx.transaction((tx) => takePlatformOrder(tx, ctx, news))
}

function orderOf({ name, items, number }: Said) {
  const total = items.reduce((sum, [, quantity, priceMinor]) => sum + quantity * priceMinor, 0)
  return {
    shown: number,
    name,
    phone: '',
    address: '',
    point: null,
    items: items.map(([dish, quantity, priceMinor]) => ({
      name: dish,
      sku: '',
      quantity,
      priceMinor,
      options: '',
    })),
    note: '',
    wantedAt: null,
    deliveryFeeMinor: 0,
    discountMinor: 0,
    totalMinor: total,
    carried: true,
  }
}
