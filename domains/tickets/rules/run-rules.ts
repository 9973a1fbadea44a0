import type { Conditions } from '#contracts/tickets/filter'
import type { RuleAction } from '#contracts/tickets/rules'
import { findShopsByRegion } from '#domains/people'
import { type Ctx, type Services, systemContext } from '#platform/context'
import type { Tx } from '#platform/db/database'
import type { Scope } from '#platform/permissions'
import type { Standpoint } from '../filter/matches.ts'
import { newId, openDesk, saveDesk } from '../handling/desk.ts'
import { addFact } from '../handling/desk-moves.ts'
import { act } from './act.ts'
import * as data from './rule-data.ts'

const EVERYTHING: Scope = { shops: 'all', own: false, staffId: null }
const AT_ONCE = 200
const MINUTE_MS = 60_000
const lastRun = new WeakMap<Services['db'], number>()

/**
 * Asks the rules about what was opened or changed, over all brands (T-rules of issue "workbench").
 * Shape: one waiting row is one transaction; the row goes with what the rules did. A rule that fired in a chain of causes is not asked
 *        again in that chain, so a chain is never longer than there are rules.
 */
export async function sweepRules(services: Services): Promise<number> {
  let done = 0
  for (const { brand_id, id } of await data.waitingForRules(services.db.open, AT_ONCE)) {
    try {
      if (await askRules(systemContext(services, brand_id), id)) done += 1
    } catch (error) {
      services.log.error(
        { err: error, due: id },
        'rules could not be asked about a ticket; it is tried again',
      )
    }
  }
  return done
}

async function askRules(ctx: Ctx, dueId: string): Promise<boolean> {
  return ctx.transaction(async (tx) => {
    const due = await data.takeDue(tx, dueId)
    if (!due) return false
    const from = await standpoint(tx, ctx)
    const fired = new Set(due.chain)
    for (const rule of await data.rulesOn(tx, due.trigger)) {
      if (fired.has(rule.id)) continue
      const conditions = rule.conditions as unknown as Conditions
      const fits = await data.fitsNow(tx, due.ticket_id, conditions, from)
      const begins =
        due.trigger === 'opened'
          ? fits
          : await data.beginsToFit(tx, due.brand_id, rule.id, due.ticket_id, fits)
      if (!begins) continue
      const cause = due.trigger === 'opened' ? 'opened' : due.id
      if (!(await fire(tx, ctx, rule, due.ticket_id, cause))) continue
      fired.add(rule.id)
      if (rule.stops) break
    }
    if (fired.size > due.chain.length)
      await data.queueChanged(tx, due.brand_id, [due.ticket_id], [...fired], ctx.now())
    return true
  })
}

/** Rules on time passed, once a minute: each fires once per handling cycle of a ticket. */
export async function sweepTimeRules(services: Services): Promise<number> {
  const minute = Math.floor(services.now().getTime() / MINUTE_MS)
  if (lastRun.get(services.db) === minute) return 0
  lastRun.set(services.db, minute)
  let fired = 0
  for (const brandId of await data.brandsWithTimeRules(services.db.open)) {
    const ctx = systemContext(services, brandId)
    const { rules, from } = await ctx.transaction(async (tx) => ({
      rules: await data.rulesOn(tx, 'time'),
      from: await standpoint(tx, ctx),
    }))
    for (const rule of rules) {
      const ids = await ctx.transaction((tx) => data.timeHasCome(tx, rule, from, AT_ONCE))
      for (const id of ids) fired += (await fireOnTime(ctx, rule, id, from)) ? 1 : 0
    }
  }
  return fired
}

async function fireOnTime(
  ctx: Ctx,
  rule: data.RuleRow,
  ticketId: string,
  from: Standpoint,
): Promise<boolean> {
  try {
    return await ctx.transaction(async (tx) => {
      const desk = await openDesk(ctx, tx, ticketId, EVERYTHING, { skipLocked: true })
      const conditions = rule.conditions as unknown as Conditions
      if (!desk || !(await data.fitsNow(tx, ticketId, conditions, from))) return false
      const did = await fire(tx, ctx, rule, ticketId, data.timeCause(desk.ticket.cycle))
      if (did) await data.queueChanged(tx, rule.brand_id, [ticketId], [rule.id], ctx.now())
      return did
    })
  } catch (error) {
    ctx.log.error({ err: error, ruleId: rule.id, ticketId }, 'a rule failed on a ticket; the others go on')
    return false
  }
}

/** False when this cause has already made the rule fire here. */
async function fire(tx: Tx, ctx: Ctx, rule: data.RuleRow, ticketId: string, cause: string): Promise<boolean> {
  if (await data.hasRun(tx, rule.id, ticketId, cause)) return false
  const desk = await openDesk(ctx, tx, ticketId, EVERYTHING)
  if (!desk) return false
  const did = await act(desk, rule.actions as unknown as RuleAction[])
  addFact(desk, 'rule', { ruleId: rule.id, name: rule.name })
  desk.byRule = true
  await saveDesk(desk)
  const failed = did.filter((deed) => deed.problem && deed.problem !== 'already')
  return data.insertRun(tx, {
    brand_id: rule.brand_id,
    id: newId(),
    rule_id: rule.id,
    ticket_id: ticketId,
    cycle: desk.ticket.cycle,
    cause,
    did: did as never,
    problem: failed.map((deed) => deed.problem).join(','),
    at: ctx.now(),
  })
}

async function standpoint(tx: Tx, ctx: Ctx): Promise<Standpoint> {
  return { staffId: null, now: ctx.now(), shopsOf: await findShopsByRegion(tx) }
}
