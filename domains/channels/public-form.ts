import type { z } from 'zod'
import type { PublicForm } from '#contracts/channels'
import type { SlipLink } from '#contracts/channels/box'
import type { Locale } from '#contracts/kit'
import type { ChannelKind, Playbook } from '#contracts/playbook'
import { findBrandName, loadRoster } from '#domains/people'
import { playbookInForce, say } from '#domains/playbook'
import { type Ctx, contextFor, type Services } from '#platform/context'
import { slipOf } from './box/slip-keys.ts'
import { codeBySlug, countScan, findChannel, findCodeById } from './channel-data.ts'
import { channelErrors } from './errors.ts'

export type OpenCode = {
  brandId: string
  codeId: string
  channelId: string
  kind: ChannelKind
  shopId: string | null
  place: string
  label: string
}

/** The code behind an address on a poster. Errors: channels.codeUnknown, channels.codeOff (code or channel). */
export async function openCode(services: Services, slug: string): Promise<OpenCode> {
  const key = await codeBySlug(services.db.open, slug)
  if (!key) throw channelErrors.codeUnknown()
  return services.db.inBrand(key.brand_id, async (tx) => {
    const code = await findCodeById(tx, key.code_id)
    const channel = code && (await findChannel(tx, code.channel_id))
    if (!code || !channel) throw channelErrors.codeUnknown()
    if (!code.on || !channel.on) throw channelErrors.codeOff()
    return {
      brandId: key.brand_id,
      codeId: code.id,
      channelId: channel.id,
      kind: channel.kind as ChannelKind,
      shopId: code.shop_id,
      place: code.place,
      label: code.label,
    }
  })
}

export function customerContext(services: Services, brandId: string, locale: Locale, requestId = ''): Ctx {
  return contextFor(services, { kind: 'customer', brandId }, { locale, requestId })
}

/** I2, I5: the form behind a code, in the reader's language. Counts the scan. */
export async function readPublicForm(
  services: Services,
  slug: string,
  locale: Locale,
  link?: SlipLink,
): Promise<z.infer<typeof PublicForm>> {
  const code = await openCode(services, slug)
  const slip = await slipOf(services, code, link)
  return services.db.inBrand(code.brandId, async (tx) => {
    await countScan(tx, code.brandId, code.codeId, services.now())
    const { playbook } = await playbookInForce(tx)
    const roster = await loadRoster(tx, services.now())
    const brand = await findBrandName(tx)
    const shop = roster.shops.find((s) => s.id === code.shopId)
    return {
      brand,
      shop: shop?.name ?? '',
      place: code.place === 'table' ? code.label : '',
      ...formWords(playbook, code.kind, locale),
      slip,
      shops: code.shopId
        ? []
        : roster.shops
            .filter((s) => s.state !== 'closed')
            .map(({ code, name, zone }) => ({ code, name, zone })),
      zone: shop?.zone ?? roster.zone,
    }
  })
}

/** The registration form of one channel kind, as the playbook words it. */
export function formWords(playbook: Playbook, kind: ChannelKind, locale: Locale) {
  const form =
    playbook.forms.find((f) => f.channel === kind) ?? playbook.forms.find((f) => f.channel === 'website')
  if (!form) throw new Error(`the playbook has no form for ${kind}`)
  const chips = playbook.categories.flatMap((c) =>
    c.children.flatMap((sub) =>
      sub.chip ? [{ key: `${c.key}.${sub.key}`, label: say(sub.chip, locale) }] : [],
    ),
  )
  return {
    channel: kind,
    title: say(form.title, locale),
    subtitle: say(form.subtitle, locale),
    submit: say(form.submit, locale),
    privacy: say(form.privacy, locale),
    thanks: say(form.thanks, locale),
    fields: form.fields.map((f) => ({
      key: f.key,
      required: f.required,
      label: say(f.label, locale),
      hint: f.hint ? say(f.hint, locale) : '',
      options: (f.options ?? []).map((o) => ({ key: o.key, label: say(o.label, locale) })),
    })),
    categories: chips,
  }
}
