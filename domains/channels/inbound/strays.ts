import type { z } from 'zod'
import type { StrayList, StrayQuery } from '#contracts/channels/connect'
import { maskNumbersIn } from '#domains/customers'
import { audit } from '#platform/audit/audit'
import type { Ctx } from '#platform/context'
import { readPlace, writePlace } from '#platform/keyset'
import { reachesBrand } from '../connect/reach.ts'
import { channelErrors } from '../errors.ts'
import { againStray, findStrays } from './stray-data.ts'

const PAGE = 30
const RAW_SIGNS = 4000

/** What services pushed and nobody has understood ("needs a look"), the newest first. */
export async function listStrays(
  ctx: Ctx,
  query: z.infer<typeof StrayQuery>,
): Promise<z.infer<typeof StrayList>> {
  if (!reachesBrand(ctx)) return { messages: [], next: null }
  const rows = await ctx.transaction((tx) =>
    findStrays(tx, query.channel ?? null, readPlace(query.after), PAGE + 1),
  )
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    messages: shown.map((r) => ({
      id: r.id,
      channel: { id: r.channel_id, name: r.name, kind: r.kind },
      receivedAt: r.received_at.toISOString(),
      problem: r.problem,
      raw: rawOf(ctx, r.payload_enc),
    })),
    next: rows.length > PAGE && last ? writePlace({ at: last.received_at, id: last.id }) : null,
  }
}

function rawOf(ctx: Ctx, sealed: Buffer): string {
  const { payload } = JSON.parse(ctx.keys.open(ctx.actor.brandId, sealed)) as { payload?: unknown }
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload, null, 2)
  return maskNumbersIn(text ?? '').slice(0, RAW_SIGNS)
}

/** Reads it once more (after a setting was mended), or puts it away. Errors: channels.notFound. */
export function settleStray(ctx: Ctx, id: string, deed: 'again' | 'dismiss'): Promise<void> {
  return ctx.transaction(async (tx) => {
    if (!reachesBrand(ctx)) throw channelErrors.notFound()
    const channelId = await againStray(tx, id, deed === 'again' ? 'received' : 'dismissed', ctx.now())
    if (!channelId) throw channelErrors.notFound()
    await audit(tx, ctx, {
      action: `channels.stray.${deed}`,
      subjectKind: 'message',
      subjectId: id,
      data: { channelId },
    })
  })
}
