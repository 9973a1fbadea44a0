import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { PublicSalon, SalonDesk, SalonForm, SalonFormView } from '#contracts/channels/salon'
import type { Locale } from '#contracts/kit'
import { findBrandName, findShops, loadRoster, type Roster } from '#domains/people'
import { say } from '#domains/playbook'
import { audit } from '#platform/audit/audit'
import { type Ctx, type Services, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { covers, scopeOf } from '#platform/permissions'
import { findChannel } from '../channel-data.ts'
import { channelForImport, newSlug } from '../create-channels.ts'
import { channelErrors } from '../errors.ts'
import { FIRST_FORM } from './first-form.ts'
import * as data from './salon-data.ts'

type FormView = z.infer<typeof SalonFormView>
type DeskRow = Awaited<ReturnType<typeof data.listDesks>>[number]

const LOCALES: Locale[] = ['zh-CN', 'zh-TW', 'en']
/** Who treats customers, and may be named on the tablet. */
const TREAT = ['shop_staff', 'advisor', 'shop_manager']
const ANYWHERE = { shops: 'all' as const, own: false, staffId: null }

export function readSalonForm(ctx: Ctx): Promise<FormView> {
  return ctx.transaction((tx) => formNow(tx))
}

/** A changed wording is a new version; answers keep the one they were given to. */
export function saveSalonForm(ctx: Ctx, form: SalonForm): Promise<FormView> {
  return ctx.transaction(async (tx) => {
    const version = await data.insertForm(tx, {
      brand_id: ctx.actor.brandId,
      form: JSON.stringify(form),
      saved_by: staffOf(ctx).staffId,
      saved_at: ctx.now(),
    })
    await audit(tx, ctx, {
      action: 'channels.saveSalonForm',
      subjectKind: 'brand',
      subjectId: ctx.actor.brandId,
      data: { version },
    })
    return formNow(tx)
  })
}

async function formNow(tx: Tx): Promise<FormView> {
  const row = await data.findForm(tx)
  return row
    ? { version: row.version, form: row.form as SalonForm, savedAt: row.saved_at.toISOString() }
    : { version: 0, form: FIRST_FORM, savedAt: null }
}

export function listSalonDesks(ctx: Ctx): Promise<SalonDesk[]> {
  return ctx.transaction(async (tx) =>
    viewDesks(tx, ctx, await data.listDesks(tx, scopeOf(ctx.actor, 'channels.readSalon'))),
  )
}

/** The tablet's address of a shop; asked for again it is the same. Errors: channels.unknownShop out of reach. */
export function createSalonDesk(ctx: Ctx, shopId: string): Promise<SalonDesk> {
  return ctx.transaction(async (tx) => {
    const shop = (await findShops(tx, [shopId])).get(shopId)
    if (!shop || !covers(scopeOf(ctx.actor, 'channels.manageSalon'), { shopId }))
      throw channelErrors.unknownShop({}, 'shopId')
    const channel = await channelForImport(tx, ctx, 'salon')
    const row = await data.insertDesk(tx, {
      brand_id: ctx.actor.brandId,
      id: uuidv7(),
      shop_id: shopId,
      channel_id: channel.id,
      slug: newSlug(),
      created_at: ctx.now(),
    })
    await audit(tx, ctx, {
      action: 'channels.createSalonDesk',
      subjectKind: 'shop',
      subjectId: shopId,
      subject: shop.name,
    })
    return (await viewDesks(tx, ctx, [row]))[0]!
  })
}

/** Errors: channels.notFound out of reach. */
export function switchSalonDesk(ctx: Ctx, id: string, on: boolean): Promise<SalonDesk> {
  return ctx.transaction(async (tx) => {
    const row = await data.findDesk(tx, scopeOf(ctx.actor, 'channels.manageSalon'), id)
    if (!row) throw channelErrors.notFound()
    await data.switchDesk(tx, id, on)
    const [view] = await viewDesks(tx, ctx, [{ ...row, on }])
    await audit(tx, ctx, {
      action: 'channels.switchSalonDesk',
      subjectKind: 'shop',
      subjectId: row.shop_id,
      subject: view!.shop.name,
      data: { on },
    })
    return view!
  })
}

async function viewDesks(tx: Tx, ctx: Ctx, rows: DeskRow[]): Promise<SalonDesk[]> {
  const roster = await loadRoster(tx, ctx.now())
  return rows.map((row) => ({
    id: row.id,
    shop: { id: row.shop_id, name: roster.shops.find((s) => s.id === row.shop_id)?.name ?? '' },
    url: `${ctx.origin}/f/${row.slug}`,
    on: row.on,
    people: treatersOf(roster, row.shop_id),
  }))
}

/** Those whose role is held at this very shop, and advisors of wherever. */
function treatersOf({ people }: Roster, shopId: string): { id: string; name: string }[] {
  return people
    .filter(({ roles }) =>
      roles.some(
        ({ role, shops }) =>
          TREAT.includes(role) && (shops === 'all' ? role === 'advisor' : shops.includes(shopId)),
      ),
    )
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'))
}

export type OpenSalon = { brandId: string; shopId: string; channelId: string }

/** The desk behind an address. Errors: channels.codeUnknown, channels.codeOff (desk or channel). */
export async function openSalon(services: Services, slug: string): Promise<OpenSalon> {
  const key = await data.deskBySlug(services.db.open, slug)
  if (!key) throw channelErrors.codeUnknown()
  return services.db.inBrand(key.brand_id, async (tx) => {
    const desk = await data.findDesk(tx, ANYWHERE, key.desk_id)
    const channel = desk && (await findChannel(tx, desk.channel_id))
    if (!desk || !channel) throw channelErrors.codeUnknown()
    if (!desk.on || !channel.on) throw channelErrors.codeOff()
    return { brandId: key.brand_id, shopId: desk.shop_id, channelId: channel.id }
  })
}

export async function readPublicSalon(services: Services, slug: string): Promise<PublicSalon> {
  const { brandId, shopId } = await openSalon(services, slug)
  return services.db.inBrand(brandId, async (tx) => {
    const { version, form } = await formNow(tx)
    const roster = await loadRoster(tx, services.now())
    return {
      brand: await findBrandName(tx),
      shop: roster.shops.find((s) => s.id === shopId)?.name ?? '',
      version,
      people: treatersOf(roster, shopId),
      words: Object.fromEntries(
        LOCALES.map((locale) => [locale, wordsIn(form, locale)]),
      ) as PublicSalon['words'],
    }
  })
}

function wordsIn({ effect, discomfort, wish, consent }: SalonForm, locale: Locale) {
  return {
    effect: say(effect.ask, locale),
    discomfort: say(discomfort.ask, locale),
    none: say(discomfort.none, locale),
    discomforts: discomfort.chips.map((chip) => say(chip, locale)),
    wish: say(wish.ask, locale),
    wishes: wish.chips.map((chip) => say(chip, locale)),
    consent: say(consent, locale),
  }
}

/** The wording that an answer was given to, and who the therapist is. Shape: `therapist` null when it is nobody of this shop. */
export async function salonAnswered(
  tx: Tx,
  ctx: Ctx,
  { shopId, version, therapistId }: { shopId: string; version: number; therapistId: string | undefined },
): Promise<{ form: SalonForm; therapist: { id: string; name: string } | null }> {
  const row = version > 0 ? await data.findForm(tx, version) : undefined
  if (version > 0 && !row) throw channelErrors.formUnknown({}, 'version')
  const people = treatersOf(await loadRoster(tx, ctx.now()), shopId)
  return {
    form: row ? (row.form as SalonForm) : FIRST_FORM,
    therapist: people.find((p) => p.id === therapistId) ?? null,
  }
}
