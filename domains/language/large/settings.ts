import { z } from 'zod'
import type { LargeSettings, LargeTest, LargeUse, SaveLarge, TryLarge } from '#contracts/language/large'
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
    refuseLostKey(before, input)
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

/**
 * Asks one invented thing of what stands in the form, saved or not, and tells what came of it: nothing of a customer is in it, and nothing is switched on.
 * Shape: health is kept of what is saved alone; every trial is audited.
 * Errors: language.addressPrivate, language.keyMissing as when it is saved.
 */
export async function tryLarge(ctx: Ctx, input: TryLarge): Promise<LargeTest> {
  refuseAddress(ctx, input.url)
  const { url, model, timeoutSec, key } = input
  const row = await ctx.transaction((tx) => data.readLargeRow(tx))
  refuseLostKey(row, input)
  const stored = row ? settingsOf(ctx, row).key : ''
  const settings = { url, model, timeoutSec, key: key ?? stored, allowPrivate: ctx.privateHooks }
  const told = await chat(settings, TRIAL)
  const saved = row?.url === url && row.model === model && key === undefined
  const about = { kind: 'largeModel', id: ctx.actor.brandId, name: `${model} · ${new URL(url).host}` }
  await note(ctx, saved ? 'test' : 'trial', about, told)
  return { ok: told.ok, problem: told.ok ? '' : told.problem, tookMs: told.tookMs }
}

const TRIAL = {
  system: '这是一次连通测试，下面的话是编的。输出 {"ok": true}。',
  data: { text: '今天天气不错。' },
  answer: z.object({ ok: z.literal(true) }),
}

/** A key goes to the address it was given for and to no other. */
function refuseLostKey(row: data.LargeRow | undefined, { url, key }: Pick<SaveLarge, 'url' | 'key'>): void {
  const moved = row && new URL(row.url).origin !== new URL(url).origin
  if (moved && row.key_enc && key === undefined) throw languageErrors.keyMissing({}, 'key')
}
