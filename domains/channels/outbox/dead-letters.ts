import type { z } from 'zod'
import type { DeadLetterList } from '#contracts/channels/connect'
import { maskNumbersIn } from '#domains/customers'
import { audit } from '#platform/audit/audit'
import type { Ctx } from '#platform/context'
import { readPlace, writePlace } from '#platform/keyset'
import { scopeOf } from '#platform/permissions'
import { channelErrors } from '../errors.ts'
import { deadLetters, settleDead } from './outbox-data.ts'
import { openPayload } from './payload.ts'

const PAGE = 30
const TEXT_SIGNS = 200

/** Of a conversation's shop; one without a shop belongs to the whole brand. */
const reachOf = (ctx: Ctx) => scopeOf(ctx.actor, 'channels.connect')

/** Messages that were given up, with the reason, the newest first. */
export async function listDead(ctx: Ctx, after: string | undefined): Promise<z.infer<typeof DeadLetterList>> {
  const rows = await ctx.transaction((tx) => deadLetters(tx, reachOf(ctx), readPlace(after), PAGE + 1))
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    letters: shown.map((r) => ({
      id: r.id,
      channel: { id: r.channel_id, name: r.name, kind: r.kind },
      ticketId: r.ticket_id,
      text: maskNumbersIn(openPayload(ctx, r.payload_enc).text).slice(0, TEXT_SIGNS),
      problem: r.problem,
      tries: r.tries,
      at: r.created_at.toISOString(),
    })),
    next: rows.length > PAGE && last ? writePlace({ at: last.created_at, id: last.id }) : null,
  }
}

/** Sends it once more, or puts it away. Errors: channels.letterUnknown. */
export function settleLetter(ctx: Ctx, id: string, deed: 'again' | 'drop'): Promise<void> {
  return ctx.transaction(async (tx) => {
    const done = await settleDead(tx, reachOf(ctx), id, {
      to: deed === 'again' ? 'queued' : 'dropped',
      at: ctx.now(),
    })
    if (!done) throw channelErrors.letterUnknown()
    await audit(tx, ctx, { action: `channels.letter.${deed}`, subjectKind: 'message', subjectId: id })
  })
}
