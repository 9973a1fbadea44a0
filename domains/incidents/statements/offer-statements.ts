import type { z } from 'zod'
import type { AffectedQuery } from '#contracts/incidents/affected'
import type { StatementOffer } from '#contracts/incidents/statements'
import { type EmergencyPlan, type PlanStatement, STATEMENT_VARIABLES } from '#contracts/playbook/emergency'
import { findBrandName, findShops, findStaffNames, findZone, serviceContact } from '#domains/people'
import { say } from '#domains/playbook'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { sentence } from '#platform/locale'
import { findAffected } from '../affected/affected-data.ts'
import type { IncidentRow } from '../desk/desk-data.ts'
import { headInReach } from '../reading/read-room.ts'
import { roomTitlesFor } from '../reading/room-title.ts'
import { roomSeals } from '../seal/room-seals.ts'
import { boughtOf, insideWhat, isInside, plainWhat, soldBetween } from './statement-facts.ts'

type Variable = (typeof STATEMENT_VARIABLES)[number]

/** The plan's texts with what the room knows; what it does not know stands as a marked gap. Errors: incidents.notFound. */
export async function offerStatements(ctx: Ctx, id: string): Promise<z.infer<typeof StatementOffer>[]> {
  const { incident } = await headInReach(ctx, id, 'incidents.work')
  const plan = incident.plan as EmergencyPlan
  const known = await ctx.transaction((tx) => factsOf(ctx, tx, incident, plan))
  return plan.statements.map((statement) => ({
    key: statement.key,
    name: say(statement.name, ctx.locale),
    audience: statement.audience,
    text: fill(ctx, say(statement.text, ctx.locale), {
      ...known.all,
      ...(isInside(statement.audience) ? known.inside : {}),
      ...ownContact(statement),
    }),
  }))
}

/** An authority is told whom to ask for, not the number for customers. */
const ownContact = ({ audience }: PlanStatement): Known => (audience === 'authority' ? { contact: '' } : {})

type Known = Partial<Record<Variable, string>>

/** `inside`: what the staff and an authority read in other words than everybody else. */
async function factsOf(
  ctx: Ctx,
  tx: Tx,
  incident: IncidentRow,
  plan: EmergencyPlan,
): Promise<{ all: Known; inside: Known }> {
  const [brand, shops, names, zone, seals, affected, contact, titleOf] = await Promise.all([
    findBrandName(tx),
    findShops(tx, incident.shop_ids),
    findStaffNames(tx, incident.spokesperson_id ? [incident.spokesperson_id] : []),
    findZone(tx),
    plan.seal ? roomSeals(tx, ctx, incident.id, 'all') : [],
    findAffected(tx, incident.id),
    serviceContact(tx, ctx.locale),
    roomTitlesFor(ctx, tx, [incident]),
  ])
  const [seal] = seals.filter((s) => !s.liftedAt)
  const query = affected ? (affected.query as AffectedQuery) : null
  const [product, sold] = await Promise.all([boughtOf(tx, ctx, seal, query), soldBetween(tx, seal, query)])
  const at = (instant: string | undefined) => (instant ? sayTime(ctx, zone, new Date(instant)) : '')
  const all = {
    brand,
    what: plainWhat(ctx, plan) || incident.summary.replace(/[。.！!\s]+$/u, ''),
    // Those of a whole brand that are known so far are not all: whoever writes names them.
    shops: incident.whole_brand
      ? ''
      : sayShops(
          ctx,
          [...shops.values()].map((shop) => shop.name),
        ),
    product,
    batch: seal?.batchCode || (query?.batchCodes.join(sentence(ctx.locale, 'incidents-server', 'and')) ?? ''),
    from: at(sold.from),
    to: at(sold.to),
    contact,
    spokesperson: names.get(incident.spokesperson_id ?? '') ?? '',
    time: sayTime(ctx, zone, incident.opened_at),
  }
  const inside = seal ? seal.ingredient || seal.what.split(' · ')[0] : query?.ingredient
  return {
    all,
    inside: { what: insideWhat(incident, titleOf(incident)), ...(inside ? { product: inside } : {}) },
  }
}

const NAMED_MOST = 3

/** Few by name; of many the first, and how many. */
function sayShops({ locale }: Ctx, names: readonly string[]): string {
  const say = (key: string, data = {}) => sentence(locale, 'incidents-server', key, data)
  const first = names.slice(0, NAMED_MOST).join(say('and'))
  return names.length > NAMED_MOST ? say('shopsMany', { names: first, count: names.length }) : first
}

function sayTime({ locale }: Ctx, zone: string, at: Date): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at)
}

function fill({ locale }: Ctx, text: string, known: Partial<Record<Variable, string>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (all, name: string) => {
    if (!STATEMENT_VARIABLES.includes(name as Variable)) return all
    return known[name as Variable] || `[${sentence(locale, 'incidents-server', `gap.${name}`)}]`
  })
}
