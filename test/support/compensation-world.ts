import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Receipt } from '#contracts/channels'
import type { Progress } from '#contracts/tickets'
import type { CompensationDesk, ProposeCompensation } from '#contracts/tickets/compensation'
import type { TestApp } from './app.ts'
import type { Answer } from './client.ts'
import type { MadeShop, MadeStaff } from './make.ts'

type Desk = CompensationDesk
type Wish = Partial<z.input<typeof ProposeCompensation>>
const ROLES = ['agent', 'lead', 'quality', 'finance', 'executive', 'admin'] as const
type Wide = (typeof ROLES)[number]
export type CompensationWorld = Awaited<ReturnType<typeof openCompensationWorld>>
export type OpenedTicket = { id: string; number: string; token: string }

/**
 * A brand of its own with one shop of the milk tea pack with its manager, its region's manager and the people of the whole brand.
 * Its policy: agents ¥50, managers ¥100, leads ¥300; beyond it the shop's manager, above ¥300 the region's too; ¥3,000 a month.
 */
export async function openCompensationWorld(app: TestApp) {
  const brand = await app.make.brand()
  const shop = await app.make.shop({ brand, name: '湖滨店' })
  const wide = {} as Record<Wide, MadeStaff>
  for (const role of ROLES) wide[role] = await app.make.staff({ brand, role })
  const people = {
    ...wide,
    manager: await app.make.staff({ role: 'shop_manager', shop, name: '王店长' }),
    region: await app.make.staff({ brand, role: 'region_manager', regionId: shop.regionId, name: '周区经' }),
    clerk: await app.make.staff({ role: 'shop_staff', shop, name: '李店员' }),
  }
  const slugs = new Map<string, Promise<string>>()
  const slugOf = (at: MadeShop) => {
    const made =
      slugs.get(at.id) ??
      app
        .as(people.admin)
        .post<{ slug: string }[]>('/codes', { shopId: at.id, place: 'table', labels: ['A07'] })
        .then((answer) => answer.body[0]!.slug)
    slugs.set(at.id, made)
    return made
  }
  const ticket = async (
    content = '等了半个多小时',
    more: Record<string, unknown> = {},
    at: MadeShop = shop,
  ): Promise<OpenedTicket> => {
    const body = { submissionId: randomUUID(), content, mood: 'bad', locale: 'zh-CN', ...more }
    const sent = await app.anonymous.post<Receipt>(`/public/forms/${await slugOf(at)}/feedback`, body, {
      ip: `10.1.${Math.floor(Math.random() * 255)}.${Math.floor(Math.random() * 255)}`,
    })
    if (sent.status !== 201) throw new Error(`no ticket was opened: ${sent.text}`)
    const { id } = await app.services.db.inBrand(shop.brandId, (tx) =>
      tx
        .selectFrom('tickets.ticket')
        .select('id')
        .where('number', '=', Number(sent.body.number.slice(3)))
        .executeTakeFirstOrThrow(),
    )
    return { id, number: sent.body.number, token: sent.body.progress.slice(3) }
  }
  const desk = async (id: string, who: MadeStaff = people.lead): Promise<Desk> =>
    (await app.as(who).get<Desk>(`/tickets/${id}/compensation`)).body
  const propose = (id: string, who: MadeStaff, wish: Wish = {}): Promise<Answer<Desk>> =>
    app.as(who).post<Desk>(`/tickets/${id}/compensation`, {
      id: randomUUID(),
      kind: 'refund',
      amountMinor: 2_000,
      reason: '顾客等太久，茶也凉了',
      ...wish,
    })
  const decide = (
    approvalId: string,
    who: MadeStaff,
    decision: 'approve' | 'reject' = 'approve',
    note = '',
  ) => app.as(who).put(`/approvals/${approvalId}`, { decision, note })
  return {
    brand,
    shop,
    people,
    ticket,
    desk,
    propose,
    decide,
    /** The step that waits for an answer. */
    asked: async (id: string) =>
      (await desk(id)).list.flatMap((c) => c.steps).find((s) => s.state === 'asked') ?? null,
    /** What the customer reads. */
    told: async ({ token }: OpenedTicket): Promise<string[]> =>
      (await app.anonymous.get<Progress>(`/public/progress/${token}`)).body.messages
        .filter((m) => m.from === 'us')
        .map((m) => m.text),
    /** Used of the shop's month, in minor units. */
    used: async (at: MadeShop = shop): Promise<number> =>
      (
        await app.services.db.inBrand(at.brandId, (tx) =>
          tx.selectFrom('tickets.budget').select('used_minor').where('shop_id', '=', at.id).execute(),
        )
      ).reduce((sum, row) => sum + row.used_minor, 0),
    /** Kinds of the notices that somebody has got, the newest first. */
    noticesOf: async (who: MadeStaff, ticketId: string): Promise<string[]> =>
      (await app.as(who).get<{ notices: { kind: string; ticketId: string }[] }>('/notices')).body.notices
        .filter((n) => n.ticketId === ticketId)
        .map((n) => n.kind),
  }
}
