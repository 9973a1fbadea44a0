import type { z } from 'zod'
import type { Conditions } from '#contracts/tickets/filter'
import type {
  Rule,
  RuleAction,
  RuleDeed,
  RuleRunPage,
  RuleTrial,
  SaveRule,
  TryRule,
} from '#contracts/tickets/rules'
import { findShopsByRegion, loadRoster } from '#domains/people'
import { playbookInForce } from '#domains/playbook'
import { audit } from '#platform/audit/audit'
import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { httpErrors } from '#platform/errors'
import { scopeOf } from '#platform/permissions'
import { newId } from '../handling/desk.ts'
import { ruleErrors } from './errors.ts'
import * as data from './rule-data.ts'

const MOST_RULES = 100
const MOST_RUNS = 40
const LATELY_MS = 30 * 86_400_000

export function listRules(ctx: Ctx): Promise<Rule[]> {
  return ctx.transaction((tx) => views(tx, ctx))
}

async function views(tx: Tx, ctx: Ctx): Promise<Rule[]> {
  const [rows, fired] = await Promise.all([
    data.allRules(tx),
    data.firedSince(tx, new Date(ctx.now().getTime() - LATELY_MS)),
  ])
  return rows.map((row) => {
    const count = fired.get(row.id)
    return {
      id: row.id,
      name: row.name,
      on: row.on,
      trigger: row.trigger as Rule['trigger'],
      after:
        row.after_min && row.after_what
          ? { min: row.after_min, what: row.after_what as NonNullable<Rule['after']>['what'] }
          : null,
      conditions: row.conditions as unknown as Conditions,
      actions: row.actions as unknown as RuleAction[],
      stops: row.stops,
      fired: count?.fired ?? 0,
      failed: count?.failed ?? 0,
      lastAt: count?.last_at?.toISOString() ?? null,
      updatedAt: row.updated_at.toISOString(),
    }
  })
}

/** A new rule stands last and is off until somebody has tried it and switches it on. Errors: rules.tooMany and those of `check`. */
export function createRule(ctx: Ctx, input: SaveRule): Promise<Rule[]> {
  return ctx.transaction(async (tx) => {
    await check(tx, ctx, input)
    const rules = await data.allRules(tx)
    if (rules.length >= MOST_RULES) throw ruleErrors.tooMany({ most: MOST_RULES })
    const id = newId()
    await data.insertRule(tx, {
      brand_id: ctx.actor.brandId,
      id,
      on: false,
      position: Math.max(0, ...rules.map((r) => r.position)) + 1,
      created_by: staffOf(ctx).staffId,
      created_at: ctx.now(),
      ...rowOf(input, ctx.now()),
    })
    await say(tx, ctx, 'tickets.createRule', id, input.name, { trigger: input.trigger })
    return views(tx, ctx)
  })
}

/** Errors: rules.notFound and those of `check`. */
export function saveRule(ctx: Ctx, id: string, input: SaveRule): Promise<Rule[]> {
  return ctx.transaction(async (tx) => {
    const before = await found(tx, id)
    await check(tx, ctx, input)
    await data.updateRule(tx, id, rowOf(input, ctx.now()))
    await say(tx, ctx, 'tickets.changeRule', id, input.name, {
      before: { name: before.name, conditions: before.conditions, actions: before.actions },
      after: { name: input.name, conditions: input.conditions, actions: input.actions },
    })
    return views(tx, ctx)
  })
}

export function turnRule(ctx: Ctx, id: string, on: boolean): Promise<Rule[]> {
  return ctx.transaction(async (tx) => {
    const rule = await found(tx, id)
    await data.switchRule(tx, id, on, ctx.now())
    await say(tx, ctx, on ? 'tickets.switchRuleOn' : 'tickets.switchRuleOff', id, rule.name)
    return views(tx, ctx)
  })
}

/** Errors: rules.orderIncomplete when somebody has added or removed one meanwhile. */
export function orderRules(ctx: Ctx, ids: readonly string[]): Promise<Rule[]> {
  return ctx.transaction(async (tx) => {
    const known = new Set((await data.allRules(tx)).map((r) => r.id))
    const complete =
      ids.length === known.size && new Set(ids).size === ids.length && ids.every((id) => known.has(id))
    if (!complete) throw ruleErrors.orderIncomplete()
    await data.placeRules(tx, ids)
    await say(tx, ctx, 'tickets.orderRules', ids[0]!, '', { ids })
    return views(tx, ctx)
  })
}

export function removeRule(ctx: Ctx, id: string): Promise<Rule[]> {
  return ctx.transaction(async (tx) => {
    const rule = await found(tx, id)
    await data.deleteRule(tx, id)
    await say(tx, ctx, 'tickets.deleteRule', id, rule.name)
    return views(tx, ctx)
  })
}

/** Which of the latest tickets a rule would have touched: looked at as they stand today, so a condition on status tells of today's. */
export function tryRule(ctx: Ctx, input: z.infer<typeof TryRule>): Promise<RuleTrial> {
  return ctx.transaction(async (tx) => {
    const from = { staffId: null, now: ctx.now(), shopsOf: await findShopsByRegion(tx) }
    const found = await data.lookBack(tx, input.conditions, from, {
      all: scopeOf(ctx.actor, 'tickets.manageRules'),
      read: scopeOf(ctx.actor, 'tickets.read'),
    })
    return {
      looked: found.looked,
      fits: found.fits,
      since: found.since?.toISOString() ?? null,
      samples: found.samples.map((row) => ({
        id: row.id,
        number: `HY-${row.number}`,
        title: row.title,
        openedAt: row.opened_at.toISOString(),
        priority: row.priority,
      })),
    }
  })
}

/** What a rule did, newest first. Errors: rules.notFound, http.badInput for a foreign cursor. */
export function listRuns(
  ctx: Ctx,
  id: string,
  cursor: string | undefined,
): Promise<z.infer<typeof RuleRunPage>> {
  return ctx.transaction(async (tx) => {
    await found(tx, id)
    const rows = await data.runsOf(
      tx,
      id,
      scopeOf(ctx.actor, 'tickets.read'),
      cursor ? placeOf(cursor) : null,
      MOST_RUNS + 1,
    )
    const page = rows.slice(0, MOST_RUNS)
    const last = rows.length > MOST_RUNS ? page.at(-1) : undefined
    return {
      runs: page.map((row) => ({
        id: row.id,
        at: row.at.toISOString(),
        ticket: row.readable ? { id: row.ticket_id, number: `HY-${row.number}`, title: row.title } : null,
        did: row.did as unknown as RuleDeed[],
        problem: row.problem,
      })),
      next: last ? Buffer.from(JSON.stringify([last.at.toISOString(), last.id])).toString('base64url') : null,
    }
  })
}

function placeOf(cursor: string): { at: Date; id: string } {
  try {
    const [at, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [string, string]
    if (Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id)) throw new Error('not a cursor')
    return { at: new Date(at), id }
  } catch {
    throw httpErrors.badInput({ problem: 'cursor' }, 'cursor')
  }
}

/** Errors: rules.afterMissing, rules.staffUnknown, rules.templateUnknown. */
async function check(tx: Tx, ctx: Ctx, input: SaveRule): Promise<void> {
  if (input.trigger === 'time' && !input.after) throw ruleErrors.afterMissing({}, 'after')
  const [roster, { playbook }] = await Promise.all([loadRoster(tx, ctx.now()), playbookInForce(tx)])
  const known = new Set(roster.people.map((p) => p.id))
  input.actions.forEach((action, i) => {
    const named =
      action.do === 'assignTo' ? [action.staffId] : action.do === 'notifyStaff' ? action.staffIds : []
    if (named.some((id) => !known.has(id))) throw ruleErrors.staffUnknown({}, `actions.${i}`)
    if (action.do === 'reply' && !playbook.templates.some((t) => t.key === action.template))
      throw ruleErrors.templateUnknown({ template: action.template }, `actions.${i}`)
  })
}

async function found(tx: Tx, id: string): Promise<data.RuleRow> {
  const rule = await data.findRule(tx, id)
  if (!rule) throw ruleErrors.notFound()
  return rule
}

function rowOf(input: SaveRule, at: Date): data.RuleSet {
  const timed = input.trigger === 'time' ? input.after : null
  return {
    name: input.name,
    trigger: input.trigger,
    after_min: timed?.min ?? null,
    after_what: timed?.what ?? null,
    conditions: input.conditions as never,
    actions: input.actions as never,
    stops: input.stops,
    updated_at: at,
  }
}

function say(
  tx: Tx,
  ctx: Ctx,
  action: string,
  id: string,
  subject: string,
  more: Record<string, unknown> = {},
) {
  return audit(tx, ctx, { action, subjectKind: 'rule', subjectId: id, subject, data: more })
}
