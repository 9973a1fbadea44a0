import type { Ctx, Services } from '#platform/context'
import { httpErrors } from '#platform/errors'
import { type ConnectionRow, channelByHook, findConnection } from '../connect/connection-data.ts'
import { readSettings } from '../connect/settings.ts'
import { channelErrors } from '../errors.ts'
import { customerContext, openCode } from '../public-form.ts'
import { channelsWithSites } from './chat-data.ts'
import { ChatSettings } from './settings.ts'
import { openVisitor, type Visitor } from './visitor.ts'

/** A chat channel whose widget asks. `site`: the website it stands on; empty when the browser did not say (our own pages). */
export type Door = { ctx: Ctx; row: ConnectionRow; settings: ChatSettings; site: string }

/**
 * The chat channel behind a widget's address, for a website that may carry it.
 * Errors: channels.notFound for a channel that is unknown, off or not set up; http.foreignOrigin for a website that is not on its list.
 */
export async function openDoor(asking: Ctx, hook: string, origin: string | undefined): Promise<Door> {
  const key = await channelByHook(asking, hook)
  if (!key) throw channelErrors.notFound()
  const ctx = customerContext(asking, key.brand_id, asking.locale)
  const row = await ctx.transaction((tx) => findConnection(tx, key.channel_id))
  if (row?.kind !== 'chat' || !row.on || !row.connected_at) throw channelErrors.notFound()
  const settings = ChatSettings.safeParse(readSettings(ctx, row)).data
  if (!settings) throw channelErrors.notFound()
  const site = origin ?? ''
  if (site && site !== ctx.origin && !settings.origins.includes(site)) throw httpErrors.foreignOrigin()
  return { ctx, row, settings, site }
}

/** The websites that may frame the form of a code: those of the brand's website and of its chats. Errors: those of openCode. */
export async function frameOrigins(services: Services, slug: string): Promise<string[]> {
  const { brandId } = await openCode(services, slug)
  const rows = await services.db.inBrand(brandId, channelsWithSites)
  const origins = rows.flatMap(({ settings }) => ChatSettings.safeParse(settings).data?.origins ?? [])
  return [...new Set(origins)]
}

/** Errors: channels.forged for a token that is not ours, of another channel, or over. */
export function visitorAt({ ctx, row }: Door, token: string): Visitor {
  const visitor = openVisitor(ctx, row.id, token)
  if (!visitor) throw channelErrors.forged()
  return visitor
}
