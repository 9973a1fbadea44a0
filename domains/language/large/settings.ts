import { z } from 'zod'
import type { LargeSettings, LargeTest, LargeUse, SaveLarge } from '#contracts/language/large'
import { audit } from '#platform/audit/audit'
import type { Ctx } from '#platform/context'
import { isPrivateHost } from '#platform/outside/public-address'
import { languageErrors } from '../errors.ts'
import { isResting, note, settingsOf } from './ask-large.ts'
import { chat } from './chat.ts'
import * as data from './large-data.ts'

const NONE: LargeSettings = {
  on: false,
  url: '',
  model: '',
  timeoutSec: 20,
  uses: [],
  keySet: false,
  calls: 0,
  fallbacks: 0,
  lastOkAt: null,
  problem: '',
  problemAt: null,
  restUntil: null,
}
type Health = Partial<Pick<LargeSettings, 'lastOkAt' | 'problem' | 'problemAt'>>

export async function readLarge(ctx: Ctx): Promise<LargeSettings> {
  const row = await ctx.transaction((tx) => data.readLargeRow(tx))
  return row ? view(ctx, row) : NONE
}

function view(ctx: Ctx, row: data.LargeRow): LargeSettings {
  const health = row.health as Health
  return {
    on: row.on,
    url: row.url,
    model: row.model,
    timeoutSec: row.timeout_sec,
    uses: row.uses as LargeUse[],
    keySet: row.key_enc !== null,
    calls: row.calls,
    fallbacks: row.fallbacks,
    lastOkAt: health.lastOkAt ?? null,
    problem: health.problem ?? '',
    problemAt: health.problemAt ?? null,
    restUntil: isResting(row, ctx.now()) ? row.rest_until!.toISOString() : null,
  }
}

/** A key belongs to the address it was given for: a new address needs it anew. Errors: language.addressPrivate, as for webhooks; language.keyMissing. */
export async function saveLarge(ctx: Ctx, input: SaveLarge): Promise<LargeSettings> {
  refuseAddress(ctx, input.url)
  await ctx.transaction(async (tx) => {
    const before = await data.readLargeRow(tx)
    const moved = before && new URL(before.url).origin !== new URL(input.url).origin
    if (moved && before.key_enc && input.key === undefined) throw languageErrors.keyMissing({}, 'key')
    const { on, url, model, timeoutSec, uses, key } = input
    const brand_id = ctx.actor.brandId
    const kept = key === undefined ? (before?.key_enc ?? null) : null
    const key_enc = key ? ctx.keys.seal(brand_id, key) : kept
    const fresh = { rest_until: null, failures: 0 }
    await data.saveLargeRow(tx, {
      brand_id,
      on,
      url,
      model,
      timeout_sec: timeoutSec,
      uses,
      key_enc,
      ...fresh,
    })
    await audit(tx, ctx, {
      action: 'language.saveLarge',
      subjectKind: 'largeModel',
      subjectId: brand_id,
      subject: model,
      data: { on, url, model, uses, timeoutSec, newKey: key !== undefined },
    })
  })
  return readLarge(ctx)
}

function refuseAddress(ctx: Ctx, url: string): void {
  const { protocol, hostname, username } = new URL(url)
  if (username) throw languageErrors.addressPrivate({}, 'url')
  if (ctx.privateHooks) return
  if (protocol !== 'https:' || isPrivateHost(hostname)) throw languageErrors.addressPrivate({}, 'url')
}

/** Asks for one word and tells what came of it. Errors: language.largeOff when nothing is connected. */
export async function testLarge(ctx: Ctx): Promise<LargeTest> {
  const row = await ctx.transaction((tx) => data.readLargeRow(tx))
  if (!row) throw languageErrors.largeOff()
  const told = await chat(settingsOf(ctx, row), {
    system: '这是一次连通测试。输出 {"ok": true}。',
    data: {},
    answer: z.object({ ok: z.literal(true) }),
  })
  await note(ctx, 'test', { kind: 'largeModel', id: row.brand_id, name: row.model }, told)
  return { ok: told.ok, problem: told.ok ? '' : told.problem, tookMs: told.tookMs }
}
