import { timingSafeEqual } from 'node:crypto'
import type { z } from 'zod'
import type { KioskFront, KioskPresence, KioskSetup, KioskTone, SaveKiosk } from '#contracts/channels/box'
import { Locale } from '#contracts/kit'
import { findBrandName, findShops } from '#domains/people'
import { playbookInForce } from '#domains/playbook'
import { audit } from '#platform/audit/audit'
import type { Ctx, Services } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { scopeOf } from '#platform/permissions'
import { findCode } from '../channel-data.ts'
import { channelErrors } from '../errors.ts'
import { formWords, type OpenCode, openCode } from '../public-form.ts'
import { changeCode, kioskOf } from './box-data.ts'

type Row = NonNullable<Awaited<ReturnType<typeof findCode>>>

/** How a tablet is set up, and when it was last heard of. Errors: channels.notFound, also for a code of another kind. */
export function readKiosk(ctx: Ctx, id: string): Promise<KioskSetup> {
  return ctx.transaction(async (tx) => view(tx, ctx, await kioskCode(tx, ctx, id)))
}

export function saveKiosk(ctx: Ctx, id: string, input: z.infer<typeof SaveKiosk>): Promise<KioskSetup> {
  return ctx.transaction(async (tx) => {
    const row = await kioskCode(tx, ctx, id)
    const change = {
      kiosk_tone: input.tone ?? row.kiosk_tone,
      kiosk_idle_sec: input.idleSec ?? row.kiosk_idle_sec,
    }
    await changeCode(tx, id, change)
    await note(tx, ctx, row, 'channels.saveKiosk', input)
    return view(tx, ctx, { ...row, ...change })
  })
}

/** A new link: a tablet with the one before sends on, but counts as any phone in the shop. Errors: channels.notFound. */
export function renewKioskLink(ctx: Ctx, id: string): Promise<KioskSetup> {
  return ctx.transaction(async (tx) => {
    const row = await kioskCode(tx, ctx, id)
    const change = { kiosk_round: row.kiosk_round + 1, kiosk_seen_at: null, kiosk_waiting: 0 }
    await changeCode(tx, id, change)
    await note(tx, ctx, row, 'channels.renewKioskLink', {})
    return view(tx, ctx, { ...row, ...change })
  })
}

/** What a tablet shows; notes that it is there if its link is the newest. Errors: channels.codeUnknown, channels.codeOff. */
export async function takePresence(
  services: Services,
  slug: string,
  { key, waiting }: z.infer<typeof KioskPresence>,
): Promise<KioskFront> {
  const code = await openKiosk(services, slug)
  return services.db.inBrand(code.brandId, async (tx) => {
    const row = await kioskOf(tx, code.codeId)
    if (!row) throw channelErrors.codeUnknown()
    const known = same(key, keyOf(services, code.codeId, row.kiosk_round))
    if (known) await changeCode(tx, code.codeId, { kiosk_seen_at: services.now(), kiosk_waiting: waiting })
    const { playbook } = await playbookInForce(tx)
    const shops = await findShops(tx, code.shopId ? [code.shopId] : [])
    const words = Object.fromEntries(
      Locale.options.map((locale) => {
        const { title, subtitle, privacy, thanks, categories } = formWords(playbook, code.kind, locale)
        return [locale, { title, subtitle, privacy, thanks, categories }]
      }),
    ) as KioskFront['words']
    return {
      brand: await findBrandName(tx),
      shop: shops.get(code.shopId ?? '')?.name ?? '',
      tone: row.kiosk_tone as KioskTone,
      idleSec: row.kiosk_idle_sec,
      known,
      words,
    }
  })
}

/**
 * The code behind a tablet's address, and whether the sender has the tablet's own link.
 * Errors: channels.codeUnknown also for a code that is no tablet's, channels.codeOff.
 */
export async function openKioskAs(
  services: Services,
  slug: string,
  key: string,
): Promise<OpenCode & { known: boolean }> {
  const code = await openKiosk(services, slug)
  const row = await services.db.inBrand(code.brandId, (tx) => kioskOf(tx, code.codeId))
  return { ...code, known: row !== undefined && same(key, keyOf(services, code.codeId, row.kiosk_round)) }
}

async function openKiosk(services: Services, slug: string): Promise<OpenCode> {
  const code = await openCode(services, slug)
  if (code.place !== 'kiosk') throw channelErrors.codeUnknown()
  return code
}

/** Made again from the code each time, so that nothing secret is stored. */
function keyOf({ keys }: Pick<Services, 'keys'>, codeId: string, round: number): string {
  return keys.tokenFor('kiosk', `${codeId}:${round}`)
}

function same(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)]
  return one.length === other.length && timingSafeEqual(one, other)
}

async function kioskCode(tx: Tx, ctx: Ctx, id: string): Promise<Row> {
  const row = await findCode(tx, scopeOf(ctx.actor, 'channels.manageCodes'), id)
  if (row?.place !== 'kiosk') throw channelErrors.notFound()
  return row
}

function note(tx: Tx, ctx: Ctx, row: Row, action: string, data: Record<string, unknown>): Promise<unknown> {
  return audit(tx, ctx, { action, subjectKind: 'code', subjectId: row.id, subject: row.label, data })
}

async function view(tx: Tx, ctx: Ctx, row: Row): Promise<KioskSetup> {
  const shops = await findShops(tx, row.shop_id ? [row.shop_id] : [])
  return {
    id: row.id,
    label: row.label,
    shop: shops.get(row.shop_id ?? '')?.name ?? '',
    url: `${ctx.origin}/k/${row.slug}/${keyOf(ctx, row.id, row.kiosk_round)}`,
    tone: row.kiosk_tone as KioskTone,
    idleSec: row.kiosk_idle_sec,
    seenAt: row.kiosk_seen_at?.toISOString() ?? null,
    waiting: row.kiosk_waiting,
  }
}
