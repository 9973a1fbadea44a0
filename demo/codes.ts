import { channelOfKind, createApiKey, createCodes, saveChannel } from '#domains/channels'
import { loadRoster } from '#domains/people'
import type { Ctx } from '#platform/context'
import type { DemoBrand } from './demo-file.ts'

export type DemoPlaces = {
  tables: { codeId: string; slug: string; shopId: string; label: string }[]
  channels: Record<'qr' | 'counter' | 'website' | 'api', string>
  shops: { id: string; code: string }[]
  apiKeyId: string
}

/** A code for the counter and each table of every shop, and a key for the brand's app. */
export async function createDemoCodes(ctx: Ctx, brand: DemoBrand): Promise<DemoPlaces> {
  const { roster, channels } = await ctx.transaction(async (tx) => ({
    roster: await loadRoster(tx, ctx.now()),
    channels: {
      qr: (await channelOfKind(tx, 'qr'))!.id,
      counter: (await channelOfKind(tx, 'counter'))!.id,
      website: (await channelOfKind(tx, 'website'))!.id,
      api: (await channelOfKind(tx, 'api'))!.id,
    },
  }))
  const { shops } = roster
  const lead = roster.people.find((p) => p.roles.some((r) => r.role === 'lead'))
  for (const id of Object.values(channels)) if (lead) await saveChannel(ctx, id, { ownerId: lead.id })
  const tables: DemoPlaces['tables'] = []
  for (const shop of shops) {
    const count = brand.shops.find((s) => s.code === shop.code)?.tables ?? 0
    const labels = Array.from({ length: Math.min(count, 12) }, (_, i) => `A${String(i + 1).padStart(2, '0')}`)
    const made = [
      ...(await createCodes(ctx, { shopId: shop.id, place: 'counter', labels: ['收银台'] })),
      ...(labels.length ? await createCodes(ctx, { shopId: shop.id, place: 'table', labels }) : []),
    ]
    tables.push(
      ...made.map((c) => ({
        codeId: c.id,
        slug: c.slug,
        shopId: shop.id,
        label: c.place === 'table' ? c.label : '',
      })),
    )
  }
  const key = await createApiKey(ctx, {
    name: `${brand.brand.name} App`,
    scopes: ['feedback.write', 'feedback.read'],
  })
  return { tables, channels, shops, apiKeyId: key.id }
}
