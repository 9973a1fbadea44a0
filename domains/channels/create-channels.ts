import { randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { Locale } from '#contracts/kit'
import type { ChannelKind } from '#contracts/playbook'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { sentence } from '#platform/locale'
import { addChannel, channelOfKind, insertChannels, insertCodes } from './channel-data.ts'

const KINDS: ChannelKind[] = ['qr', 'counter', 'website', 'api']

/** What every brand starts with: one channel of each kind, and the address of the website form. */
export async function createDefaultChannels(tx: Tx, ctx: Ctx, locale: Locale = 'zh-CN'): Promise<void> {
  const created_at = ctx.now()
  const brand_id = ctx.actor.brandId
  const rows = KINDS.map((kind) => ({
    brand_id,
    id: uuidv7(),
    kind,
    key: kind,
    name: sentence(locale, 'server', `channel.${kind}`),
    created_at,
  }))
  await insertChannels(tx, rows)
  const website = rows.find((r) => r.kind === 'website')!
  await insertCodes(tx, [
    {
      brand_id,
      id: uuidv7(),
      channel_id: website.id,
      slug: newSlug(),
      place: 'website',
      label: website.name,
      shop_id: null,
      created_at,
    },
  ])
}

const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz'

/** Eight signs without look-alikes (0/o, 1/l/i): 10¹² addresses, short enough to type from a poster. */
export function newSlug(): string {
  return [...randomBytes(8)].map((b) => ALPHABET[b % ALPHABET.length]).join('')
}

/** The brand's channel of a kind; made, without a connection, the first time a file brings something of it. */
export async function channelForImport(
  tx: Tx,
  ctx: Ctx,
  kind: ChannelKind,
): Promise<{ id: string; name: string }> {
  const known = await channelOfKind(tx, kind)
  if (known) return known
  const row = {
    brand_id: ctx.actor.brandId,
    id: uuidv7(),
    kind,
    key: kind,
    name: sentence(ctx.locale, 'server', `channel.${kind}`),
    created_at: ctx.now(),
  }
  await addChannel(tx, row)
  return (await channelOfKind(tx, kind)) ?? row
}
