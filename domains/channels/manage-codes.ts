import QRCode from 'qrcode'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { Code, CreateCodes, SaveCode } from '#contracts/channels'
import { findShops } from '#domains/people'
import { audit } from '#platform/audit/audit'
import type { Ctx } from '#platform/context'
import { covers, type Scope, scopeOf } from '#platform/permissions'
import * as data from './channel-data.ts'
import { newSlug } from './create-channels.ts'
import { channelErrors } from './errors.ts'

type CodeView = z.infer<typeof Code>

export function listCodes(ctx: Ctx, shopId: string | undefined): Promise<CodeView[]> {
  return ctx.transaction(async (tx) => {
    const rows = await data.listCodes(tx, scopeOf(ctx.actor, 'channels.readCodes'), shopId)
    const shops = await findShops(
      tx,
      rows.flatMap((r) => r.shop_id ?? []),
    )
    return rows.map((row) => view(ctx, row, shops.get(row.shop_id ?? '')?.name ?? ''))
  })
}

/** One code per label. A table code belongs to the QR channel, `website` to the website channel. Errors: channels.labelTaken, channels.unknownShop. */
export function createCodes(ctx: Ctx, input: z.infer<typeof CreateCodes>): Promise<CodeView[]> {
  return ctx.transaction(async (tx) => {
    const scope = scopeOf(ctx.actor, 'channels.manageCodes')
    if (!covers(scope, { shopId: input.shopId })) throw channelErrors.unknownShop({}, 'shopId')
    const shop = input.shopId ? (await findShops(tx, [input.shopId])).get(input.shopId) : undefined
    if (input.shopId && !shop) throw channelErrors.unknownShop({}, 'shopId')
    const taken = await data.takenLabels(tx, input.shopId, input.labels)
    if (taken[0]) throw channelErrors.labelTaken({ label: taken[0].label }, 'labels')
    const channel = await data.channelOfKind(tx, input.place === 'website' ? 'website' : 'qr')
    if (!channel) throw channelErrors.notFound()
    const rows = [...new Set(input.labels)].map((label) => ({
      brand_id: ctx.actor.brandId,
      id: uuidv7(),
      channel_id: channel.id,
      slug: newSlug(),
      place: input.place,
      label,
      shop_id: input.shopId,
      created_at: ctx.now(),
    }))
    await data.insertCodes(tx, rows)
    await audit(tx, ctx, {
      action: 'channels.createCodes',
      subjectKind: 'shop',
      subjectId: input.shopId ?? channel.id,
      subject: shop?.name ?? channel.name,
      data: { place: input.place, labels: input.labels },
    })
    return rows.map((row) => view(ctx, { ...row, on: true, scans: 0 }, shop?.name ?? ''))
  })
}

export function saveCode(ctx: Ctx, id: string, input: z.infer<typeof SaveCode>): Promise<CodeView> {
  return ctx.transaction(async (tx) => {
    const row = await codeInScope(tx, scopeOf(ctx.actor, 'channels.manageCodes'), id)
    await data.updateCode(tx, id, input)
    await audit(tx, ctx, {
      action: 'channels.saveCode',
      subjectKind: 'code',
      subjectId: id,
      subject: row.label,
      data: input,
    })
    const shops = await findShops(tx, row.shop_id ? [row.shop_id] : [])
    return view(ctx, { ...row, ...input, scans: 0 }, shops.get(row.shop_id ?? '')?.name ?? '')
  })
}

/** The code as a picture: SVG, error correction Q so that a scratched table card still works. */
export function codeSvg(ctx: Ctx, id: string): Promise<string> {
  return ctx.transaction(async (tx) => {
    const row = await codeInScope(tx, scopeOf(ctx.actor, 'channels.readCodes'), id)
    return QRCode.toString(`${ctx.origin}/q/${row.slug}`, {
      type: 'svg',
      errorCorrectionLevel: 'Q',
      margin: 2,
      color: { dark: '#23211d', light: '#ffffff' },
    })
  })
}

async function codeInScope(tx: Parameters<typeof data.findCode>[0], scope: Scope | null, id: string) {
  const row = await data.findCode(tx, scope, id)
  if (!row) throw channelErrors.notFound()
  return row
}

type CodeRow = {
  id: string
  slug: string
  place: string
  label: string
  shop_id: string | null
  on: boolean
  created_at: Date
  scans: number | null
}

function view(ctx: Ctx, row: CodeRow, shopName: string): CodeView {
  return {
    id: row.id,
    slug: row.slug,
    url: `${ctx.origin}/q/${row.slug}`,
    place: row.place as CodeView['place'],
    label: row.label,
    shop: row.shop_id ? { id: row.shop_id, name: shopName } : null,
    on: row.on,
    scans: Number(row.scans ?? 0),
    createdAt: row.created_at.toISOString(),
  }
}
