import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import type { Mood } from '#contracts/channels'
import { keepPhoto } from '#domains/channels'
import { contextFor } from '#platform/context'
import type { TestApp } from './app.ts'
import type { MadeBrand, MadeShop, MadeStaff } from './make.ts'

export type Told = { id: string; token: string }

let hosts = 0

/** What a customer tells at a table of this shop: the ticket and the token of its progress page. */
export async function tell(app: TestApp, shop: MadeShop, content: string, mood: Mood = 'bad'): Promise<Told> {
  const slug = await (codes.get(shop.id) ?? newCode(app, shop))
  hosts += 1
  const answer = await app.anonymous.post<{ number: string; progress: string }>(
    `/public/forms/${slug}/feedback`,
    { submissionId: randomUUID(), content, mood, locale: 'zh-CN' },
    { ip: `10.9.${(hosts >> 8) & 255}.${hosts & 255}` },
  )
  if (answer.status !== 201) throw new Error(`no ticket was opened: ${answer.text}`)
  const { id } = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx
      .selectFrom('tickets.ticket')
      .select('id')
      .where('number', '=', Number(answer.body.number.slice(3)))
      .executeTakeFirstOrThrow(),
  )
  return { id, token: answer.body.progress.slice(3) }
}

const codes = new Map<string, Promise<string>>()

function newCode(app: TestApp, shop: MadeShop): Promise<string> {
  const made = (async () => {
    const brand = { id: shop.brandId, name: '', regionId: shop.regionId } satisfies MadeBrand
    const admin = await app.make.staff({ role: 'admin', brand })
    const body = { shopId: shop.id, place: 'table', labels: ['A07'] }
    return (await app.as(admin).post<{ slug: string }[]>('/codes', body)).body[0]!.slug
  })()
  codes.set(shop.id, made)
  return made
}

/** A photo this person has uploaded and nothing uses yet. */
export async function uploaded({ services }: TestApp, person: MadeStaff): Promise<string> {
  const picture = sharp({ create: { width: 40, height: 30, channels: 3, background: '#b98b5a' } })
  const actor = {
    kind: 'staff',
    brandId: person.brandId,
    staffId: person.id,
    sessionId: '',
    name: person.name,
    grants: [],
  } as const
  const ctx = contextFor(services, { ...actor, grants: [] })
  return (await keepPhoto(ctx, `staff:${person.id}`, await picture.jpeg().toBuffer())).id
}
