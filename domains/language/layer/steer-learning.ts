import type { TriageLearning } from '#contracts/language'
import { audit } from '#platform/audit/audit'
import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { scopeOf } from '#platform/permissions'
import type { FIELDS } from '../corrections/judged.ts'
import { languageErrors } from '../errors.ts'
import * as data from './layer-data.ts'
import { type LayerFigures, LEAST_CORRECTIONS, measureInUse } from './measure-layer.ts'

const SHOWN = 26
const YEAR_MS = 365 * 86_400_000
const MOST = 5000

/** What the brand's corrections have taught so far, version by version, and whether it is used. */
export function readLearning(ctx: Ctx): Promise<TriageLearning> {
  return ctx.transaction((tx) => viewLearning(tx, ctx))
}

async function viewLearning(tx: Tx, ctx: Ctx): Promise<TriageLearning> {
  const since = new Date(ctx.now().getTime() - YEAR_MS)
  const [learner, newest, on, corrections] = await Promise.all([
    data.readLearner(tx),
    data.readLayers(tx, SHOWN),
    data.readLayerOn(tx),
    data.countCorrections(tx, since, MOST),
  ])
  const rows = on && !newest.some((row) => row.id === on.id) ? [...newest, on] : newest
  const before = on && (await data.readLayerBefore(tx, on.number))
  const used = on ? await data.readUsed(tx, on.id, MOST) : []
  return {
    stopped: learner?.stopped ?? false,
    nextAt: learner?.next_at.toISOString() ?? null,
    corrections,
    needed: LEAST_CORRECTIONS,
    versions: rows.map((row) => ({
      id: row.id,
      number: row.number,
      madeAt: row.made_at.toISOString(),
      learntFrom: row.learnt_from,
      figures: row.figures as LayerFigures,
      parts: row.parts as (typeof FIELDS)[number][],
      state: row.state as 'on',
      why: row.why as 'better',
      changedAt: row.changed_at.toISOString(),
      changedBy: row.changed_by,
      inUse: row.id === on?.id && used.length > 0 ? measureInUse(used) : null,
    })),
    before: before?.id ?? null,
    can: scopeOf(ctx.actor, 'language.steer') ? ['steer'] : [],
  }
}

/**
 * One step back: the version in use is put away, and the one before it is used again; when there is none, the base alone judges.
 * What is learnt later comes into use only when it is better on corrections made from now on.
 * Errors: language.layerOff when none is in use.
 */
export function rollBack(ctx: Ctx): Promise<TriageLearning> {
  return ctx.transaction(async (tx) => {
    await data.lockLearner(tx)
    const on = await data.readLayerOn(tx)
    if (!on) throw languageErrors.layerOff()
    const before = await data.readLayerBefore(tx, on.number)
    const by = { changed_at: ctx.now(), changed_by: staffOf(ctx).name }
    await data.setLayer(tx, on.id, { state: 'off', why: 'person', ...by })
    if (before) await data.setLayer(tx, before.id, { state: 'on', why: 'person', ...by })
    await data.rememberRollBack(tx, ctx.now())
    await audit(tx, ctx, {
      action: 'language.rollBack',
      subjectKind: 'triageLayer',
      subjectId: on.id,
      subject: String(on.number),
      data: { from: on.number, to: before?.number ?? 0 },
    })
    return viewLearning(tx, ctx)
  })
}

/** Stopped, nothing learnt is used and nothing new is tried; resumed, it learns anew at once, whatever was put away before. */
export function steerLearning(ctx: Ctx, { stopped }: { stopped: boolean }): Promise<TriageLearning> {
  return ctx.transaction(async (tx) => {
    await data.lockLearner(tx)
    const now = ctx.now()
    await data.saveLearner(tx, ctx.actor.brandId, { next_at: now, stopped, rolled_back_at: null })
    const on = stopped ? await data.layerOnId(tx) : null
    if (on) {
      const by = { changed_at: now, changed_by: staffOf(ctx).name }
      await data.setLayer(tx, on, { state: 'off', why: 'person', ...by })
    }
    await audit(tx, ctx, {
      action: stopped ? 'language.stopLayer' : 'language.startLayer',
      subjectKind: 'triageLayer',
      subjectId: on ?? ctx.actor.brandId,
      subject: '',
      data: {},
    })
    return viewLearning(tx, ctx)
  })
}
