import type { z } from 'zod'
import type { Channel, SaveChannel } from '#contracts/channels'
import { findStaffNames } from '#domains/people'
import { audit } from '#platform/audit/audit'
import type { Ctx } from '#platform/context'
import * as data from './channel-data.ts'
import { originOf } from './chat/settings.ts'
import { hasConnector } from './connect/registry.ts'
import { channelErrors } from './errors.ts'

type ChannelView = z.infer<typeof Channel>
const DAY_MS = 86_400_000

/** I1: each channel with its state, the person who watches it, and its health. */
export function listChannels(ctx: Ctx): Promise<ChannelView[]> {
  return ctx.transaction(async (tx) => {
    const [rows, health] = await Promise.all([
      data.listChannels(tx),
      data.channelHealth(tx, new Date(ctx.now().getTime() - DAY_MS)),
    ])
    const names = await findStaffNames(
      tx,
      rows.flatMap((r) => r.owner_id ?? []),
    )
    return rows.map((row) => {
      const now = health.get(row.id)
      return {
        id: row.id,
        kind: row.kind as ChannelView['kind'],
        key: row.key,
        name: row.name,
        on: row.on,
        owner: row.owner_id ? { id: row.owner_id, name: names.get(row.owner_id) ?? '' } : null,
        lastMessageAt: now?.last?.toISOString() ?? null,
        today: now?.today ?? 0,
        faults: now?.faults ?? 0,
        origins: row.kind === 'website' ? originsOf(row.settings) : null,
        connection: connectionOf(row),
      }
    })
  })
}

function connectionOf(row: { kind: string; connected_at: Date | null; health: unknown }) {
  if (!hasConnector(row.kind)) return null
  const health = { state: 'idle' as const, code: '', data: {}, at: null, ...(row.health as object) }
  return { connectedAt: row.connected_at?.toISOString() ?? null, health }
}

function originsOf(settings: unknown): string[] {
  const { origins } = settings as { origins?: unknown }
  return Array.isArray(origins) ? origins.filter((one) => typeof one === 'string') : []
}

/** Errors: channels.notFound, channels.ownerUnknown, channels.siteWrong for what is no website, or another kind of channel. */
export async function saveChannel(
  ctx: Ctx,
  id: string,
  input: z.infer<typeof SaveChannel>,
): Promise<ChannelView> {
  await ctx.transaction(async (tx) => {
    const row = await data.findChannel(tx, id)
    if (!row) throw channelErrors.notFound()
    if (input.ownerId && !(await findStaffNames(tx, [input.ownerId])).has(input.ownerId)) {
      throw channelErrors.ownerUnknown({}, 'ownerId')
    }
    if (input.origins) await data.saveSites(tx, id, sitesOf(row.kind, input.origins))
    const set = { name: input.name, on: input.on, owner_id: input.ownerId }
    if (Object.values(set).some((v) => v !== undefined)) await data.updateChannel(tx, id, set)
    await audit(tx, ctx, {
      action: 'channels.save',
      subjectKind: 'channel',
      subjectId: id,
      subject: row.name,
      data: input,
    })
  })
  const saved = (await listChannels(ctx)).find((c) => c.id === id)
  if (!saved) throw channelErrors.notFound()
  return saved
}

function sitesOf(kind: string, lines: readonly string[]): string[] {
  const sites = lines.map((line) => ({ line, origin: kind === 'website' ? originOf(line) : null }))
  const wrong = sites.find(({ origin }) => !origin)
  if (wrong) throw channelErrors.siteWrong({ site: wrong.line.slice(0, 100) }, 'origins')
  return [...new Set(sites.map(({ origin }) => origin!))]
}
