import type { LargeUse } from '#contracts/language/large'
import { audit } from '#platform/audit/audit'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { type Asked, type ChatSettings, chat, type Told } from './chat.ts'
import * as data from './large-data.ts'

/** So many faults in a row, and it is left alone for a while: nobody waits for what does not answer. */
const FAULTS = 3
const REST_MS = 5 * 60_000
const BUSY_REST_MS = 60_000

/** Whether somebody connected a large model and switched this on. */
export async function largeUses(ctx: Ctx): Promise<LargeUse[]> {
  const row = await ctx.transaction((tx) => data.readLargeRow(tx))
  return row?.on ? (row.uses as LargeUse[]) : []
}

/**
 * Asks the connected large model, if one is connected for this use and not at rest. The texts in `data` must be masked (maskerFor).
 * Shape: `off`, or a fault, says that whoever asks goes on without it; faults are counted. Each call is audited with its tokens, never with what was said.
 *        Call it outside of any transaction.
 */
export async function askLarge<T>(
  ctx: Ctx,
  use: LargeUse,
  about: { kind: string; id: string; name: string },
  asked: Asked<T>,
): Promise<{ ok: true; value: T } | { ok: false; problem: string }> {
  const row = await ctx.transaction(async (tx) => {
    const found = await data.readLargeRow(tx)
    if (!found?.on || !found.uses.includes(use)) return null
    if (!isResting(found, ctx.now())) return found
    await data.noteSpared(tx)
    return 'resting' as const
  })
  if (!row) return { ok: false, problem: 'off' }
  if (row === 'resting') return { ok: false, problem: 'resting' }
  const told = await chat(settingsOf(ctx, row), asked)
  await note(ctx, use, about, told)
  return told.ok ? { ok: true, value: told.value } : { ok: false, problem: told.problem }
}

export const isResting = (row: data.LargeRow, now: Date): boolean =>
  row.rest_until !== null && row.rest_until > now

export function settingsOf(ctx: Ctx, row: data.LargeRow): ChatSettings {
  return {
    url: row.url,
    model: row.model,
    key: ctx.keys.open(row.brand_id, row.key_enc),
    timeoutSec: row.timeout_sec,
    allowPrivate: ctx.privateHooks,
  }
}

/** `trial`: of settings that are not saved, so the health of those that are says nothing of it. */
export async function note(
  ctx: Ctx,
  use: LargeUse | 'test' | 'trial',
  about: { kind: string; id: string; name: string },
  told: Told<unknown>,
): Promise<void> {
  const now = ctx.now()
  await ctx.transaction(async (tx) => {
    if (use !== 'trial') await noteHealth(tx, now, told)
    await audit(tx, ctx, {
      action: use === 'test' || use === 'trial' ? 'language.testLarge' : 'language.askLarge',
      subjectKind: about.kind,
      subjectId: about.id,
      subject: about.name,
      data: {
        use,
        tokensIn: told.tokens.in,
        tokensOut: told.tokens.out,
        tookMs: told.tookMs,
        problem: told.ok ? '' : told.problem,
      },
    })
  })
}

async function noteHealth(tx: Tx, now: Date, told: Told<unknown>): Promise<void> {
  if (told.ok) return data.noteAnswer(tx, { lastOkAt: now.toISOString(), problem: '', problemAt: null })
  const busy = told.problem === 'busy'
  const rest = new Date(now.getTime() + (busy ? BUSY_REST_MS : REST_MS))
  const health = { problem: told.problem, problemAt: now.toISOString() }
  await data.noteFault(tx, health, { rest, after: busy ? 1 : FAULTS })
}
