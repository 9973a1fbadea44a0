import type { z } from 'zod'
import type { SaveItem } from '#contracts/orders/menu'
import type { BookVisit, SaveRecord, VisitView } from '#contracts/orders/visits'
import type { TestApp } from './app.ts'
import { everyDay, type MadeBrand, type MadeShop, type MadeStaff } from './make.ts'

type Item = z.input<typeof SaveItem>

export const FACIAL: Item = {
  sku: 'calm-facial',
  name: '舒缓补水护理',
  section: '面部护理',
  kind: 'treatment',
  priceMinor: 39800,
  station: 'bed',
  makeS: 3600,
  ingredients: ['舒缓精华', '补水面膜'],
}

/** A salon with one treatment, two therapists at its beds, a batch of essence that is open, and those who look after skins. */
export async function openSalon(app: TestApp, wanted: { brand?: MadeBrand; shop?: MadeShop } = {}) {
  const brand = wanted.brand ?? (await app.make.brand({ name: '云栀', pack: 'beauty' }))
  const hours = everyDay(['10:00', '22:00'])
  const shop = wanted.shop ?? (await app.make.shop({ brand, name: '静安店', hours }))
  const duty = everyDay(['10:00', '20:00'])
  const [admin, agent, manager, quality, advisor, marketing] = await Promise.all([
    app.make.staff({ role: 'admin', brand }),
    app.make.staff({ role: 'agent', brand }),
    app.make.staff({ role: 'shop_manager', shop }),
    app.make.staff({ role: 'quality', brand }),
    app.make.staff({ role: 'advisor', brand }),
    app.make.staff({ role: 'marketing', brand }),
  ])
  const [afang, lulu] = await Promise.all([
    app.make.staff({ role: 'shop_staff', shop, name: '阿芳', duty }),
    app.make.staff({ role: 'shop_staff', shop, name: '露露', duty }),
  ])
  const facial = (await app.as(admin).post<{ id: string }>('/menu', FACIAL)).body.id
  await app.as(manager).put(`/shops/${shop.id}/stations`, {
    key: 'bed',
    name: '护理床',
    capacity: 2,
    staffIds: [afang.id, lulu.id],
  })
  const batch = await openBatchOf(app, { shop, manager }, '舒缓精华', 'E-2602-11')
  return { brand, shop, admin, agent, manager, quality, advisor, marketing, afang, lulu, facial, batch }
}
export type OpenSalon = Awaited<ReturnType<typeof openSalon>>

export async function openBatchOf(
  app: TestApp,
  { shop, manager }: { shop: MadeShop; manager: MadeStaff },
  ingredient: string,
  code: string,
): Promise<string> {
  const { status, text } = await app.as(manager).post(`/shops/${shop.id}/batches`, { ingredient, code })
  if (status >= 300) throw new Error(text)
  const all = await app.as(manager).get<{ id: string; code: string }[]>(`/shops/${shop.id}/batches`)
  return all.body.find((batch) => batch.code === code)!.id
}

/** Somebody calls and wants a facial at that time. */
export function booking(salon: OpenSalon, startsAt: string, more: Partial<z.input<typeof BookVisit>> = {}) {
  return {
    shopId: salon.shop.id,
    startsAt: new Date(startsAt).toISOString(),
    therapistId: salon.afang.id,
    items: [{ itemId: salon.facial, quantity: 1 }],
    name: '梁小姐',
    contact: '13800009045',
    ...more,
  }
}

export async function book(app: TestApp, by: MadeStaff, body: object): Promise<string> {
  const made = await app.as(by).post<{ id: string }>('/visits', body)
  if (made.status !== 201) throw new Error(made.text)
  return made.body.id
}

export const RECORD: z.input<typeof SaveRecord> = {
  observations: '两颊轻微泛红，屏障偏薄',
  settings: '冷导 2 档 15 分钟',
  patchTest: 'passed',
  advice: '三天内不去角质，外出防晒',
}

/** Comes, is treated by the therapist with this batch, and leaves. */
export async function treat(app: TestApp, salon: OpenSalon, id: string): Promise<void> {
  await app.as(salon.agent).put(`/orders/${id}/visit/arrival`, {})
  const as = app.as(salon.afang)
  await as.put(`/orders/${id}/visit/begin`, {})
  await as.put(`/orders/${id}/visit/record`, {
    ...RECORD,
    products: [{ batchId: salon.batch, amount: '2 毫升' }],
  })
  const done = await as.put<VisitView>(`/orders/${id}/visit/finish`, { skin: 'calm' })
  if (done.status !== 200) throw new Error(done.text)
}
