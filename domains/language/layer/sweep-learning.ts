import { v7 as uuidv7 } from 'uuid'
import { audit } from '#platform/audit/audit'
import { type Ctx, type Services, systemContext } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { FIELDS, type Field } from '../corrections/judged.ts'
import { learnLayer, packLayer, type Weights } from './layer.ts'
import * as data from './layer-data.ts'
import {
  isBetter,
  isWorse,
  type LayerFigures,
  LEAST_CORRECTIONS,
  measureInUse,
  measureLayer,
} from './measure-layer.ts'

const WEEK_MS = 7 * 86_400_000
/** When learning was cut short. */
const AGAIN_MS = 3_600_000
const YEAR_MS = 365 * 86_400_000
const MOST = 5000
const BRANDS = 20

/** Once a week for each brand: what is in use is measured anew, and a new version learns from all corrections of the last year. */
export async function sweepLearning(services: Services): Promise<number> {
  const brands = await data.learnersDue(services.db.open, services.now(), BRANDS)
  let learnt = 0
  for (const brandId of brands) {
    try {
      if (await learnOne(systemContext(services, brandId))) learnt += 1
    } catch (error) {
      services.log.error({ err: error, brandId }, 'a brand could not learn from its corrections')
    }
  }
  return learnt
}

/** The learning itself happens outside of any transaction. Another worker that came first has moved the day on. */
async function learnOne(ctx: Ctx): Promise<boolean> {
  const now = ctx.now()
  const begun = await ctx.transaction(async (tx) => {
    const learner = await data.lockLearner(tx)
    if (!learner || learner.next_at > now) return null
    const again = new Date(now.getTime() + AGAIN_MS)
    await data.saveLearner(tx, ctx.actor.brandId, { next_at: again, stopped: learner.stopped })
    const rows = await data.readCorrections(tx, new Date(now.getTime() - YEAR_MS), MOST)
    return { rows, again, stopped: learner.stopped, rolledBackAt: learner.rolled_back_at }
  })
  if (!begun) return false
  const { rows, rolledBackAt } = begun
  await ctx.transaction((tx) => dropIfWorse(tx, ctx))
  const learnt =
    begun.stopped || rows.length < LEAST_CORRECTIONS
      ? null
      : { figures: await measureLayer(rows, rolledBackAt), weights: await learnLayer(rows) }
  await ctx.transaction(async (tx) => {
    if (learnt) await keep(tx, ctx, { ...learnt, learntFrom: rows.length })
    await data.moveLearner(tx, begun.again, new Date(now.getTime() + WEEK_MS))
  })
  return true
}

/** A part that is worse on the corrections made while it was in use takes its version with it. */
async function dropIfWorse(tx: Tx, ctx: Ctx): Promise<void> {
  const id = await data.layerOnId(tx)
  if (!id) return
  const figures = measureInUse(await data.readUsed(tx, id, MOST))
  if (!FIELDS.some((field) => isWorse(figures[field]))) return
  await turn(tx, ctx, id, 'off', 'worse')
}

type Learnt = { learntFrom: number; weights: Weights; figures: LayerFigures }

/** Every version is kept; it is used only when a part of it was measured better, and then instead of the one before. A part that was in use stays unless it is measured worse now. */
async function keep(tx: Tx, ctx: Ctx, { learntFrom, weights, figures }: Learnt): Promise<void> {
  const learner = await data.lockLearner(tx)
  const [last] = await data.readLayers(tx, 1)
  const on = await data.readLayerOn(tx)
  const inUse = (on?.parts ?? []) as Field[]
  const better = FIELDS.filter((field) => weights[field] && isBetter(figures[field]))
  const parts = FIELDS.filter(
    (field) =>
      better.includes(field) || (weights[field] && inUse.includes(field) && !isWorse(figures[field])),
  )
  const use = better.length > 0 && learner?.stopped !== true
  const now = ctx.now()
  if (use && on)
    await data.setLayer(tx, on.id, { state: 'off', why: 'replaced', changed_at: now, changed_by: '' })
  const id = uuidv7()
  await data.insertLayer(tx, {
    brand_id: ctx.actor.brandId,
    id,
    number: (last?.number ?? 0) + 1,
    made_at: now,
    learnt_from: learntFrom,
    weights: packLayer(weights),
    figures: JSON.stringify(figures),
    parts: use ? parts : [],
    state: use ? 'on' : 'off',
    why: use ? 'better' : 'untried',
    changed_at: now,
  })
  if (use) await record(tx, ctx, id, (last?.number ?? 0) + 1, 'on', 'better')
}

async function turn(tx: Tx, ctx: Ctx, id: string, state: 'on' | 'off', why: string): Promise<void> {
  const row = await data.readLayer(tx, id)
  await data.setLayer(tx, id, { state, why, changed_at: ctx.now(), changed_by: '' })
  await record(tx, ctx, id, row?.number ?? 0, state, why)
}

function record(tx: Tx, ctx: Ctx, id: string, number: number, state: string, why: string): Promise<void> {
  return audit(tx, ctx, {
    action: 'language.learn',
    subjectKind: 'triageLayer',
    subjectId: id,
    subject: String(number),
    data: { state, why },
  })
}
