import { v7 as uuidv7 } from 'uuid'
import { incidentOpened, type OpenIncident } from '#contracts/incidents'
import type { EmergencyPlan } from '#contracts/playbook/emergency'
import { loadRoster, type Roster } from '#domains/people'
import { holidaysOf, type PlaybookInForce, playbookInForce } from '#domains/playbook'
import { type TicketOfIncident, ticketsOfIncident } from '#domains/tickets'
import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { scopeOf } from '#platform/permissions'
import { makeSteps } from '../checklist/make-steps.ts'
import { deskOf, type IncidentDesk, openIncidentDesk, saveIncidentDesk } from '../desk/change-room.ts'
import { type IncidentRow, lockOpening, nextNumber, type PostRow } from '../desk/desk-data.ts'
import { addFact, record, tell } from '../desk/moves.ts'
import { reaches } from '../desk/reach.ts'
import { incidentErrors } from '../errors.ts'
import { linkKnown } from '../linked/link-tickets.ts'
import { keepOut, linkedIds } from '../linked/linked-data.ts'
import { callPost } from '../people/call-people.ts'
import { involveShops } from '../people/involve-shops.ts'
import { join } from '../people/join.ts'
import { prefillSheet } from '../sheet/prefill-sheet.ts'
import { refuseAlarmOutOfReach, ticketsOfAlarm } from './alarm-reach.ts'
import { chooseTitle } from './choose-title.ts'
import { type FirstGrade, gradeByTickets } from './first-grade.ts'
import { hasWarned, insertIncident, openIncidentAbout } from './opening-data.ts'
import { aboutPlan, planOfTickets } from './plan-of-tickets.ts'
import { sayFound } from './save-incident.ts'
import { sayWords } from './say-words.ts'

/**
 * Opens an emergency room with one tap (E1): plan, checklist, clocks, people called.
 * Shape:  the same ticket, alarm or `tapKey` again gives the room that is open already (`opened: false`), also to two who tap at once; what
 *         was tapped joins it. The plan is copied as it is now. `tapKey` is the sender's name of the tap (Idempotency-Key).
 * Errors: incidents.ticketUnknown, incidents.alarmUnknown, incidents.shopUnknown, incidents.planUnknown, incidents.noPlan, incidents.titleMissing.
 */
export function openIncident(
  ctx: Ctx,
  input: OpenIncident,
  tapKey: string | null = null,
): Promise<{ id: string; opened: boolean }> {
  return ctx.transaction(async (tx) => {
    if (input.alarmId) await refuseAlarmOutOfReach(ctx, tx, input.alarmId)
    await lockOpening(tx, ctx.actor.brandId)
    const drill = input.source === 'drill'
    const ticketIds = drill ? [] : input.ticketIds
    const key = tapKey && `${ctx.actor.kind === 'staff' ? ctx.actor.staffId : ''}:${tapKey}`
    const without = await ofAlarm(tx, input)
    const [tickets, existing] = await Promise.all([
      ticketsOfIncident(tx, scopeOf(ctx.actor, 'tickets.read'), ticketIds),
      openIncidentAbout(tx, {
        alarmId: input.alarmId,
        ticketIds: input.anew || drill ? [] : [...ticketIds, ...without],
        tapKey: key,
      }),
    ])
    const unknown = ticketIds.find((id) => !tickets.some((t) => t.id === id))
    if (unknown) throw incidentErrors.ticketUnknown({ id: unknown }, 'ticketIds')
    const room = existing
      ? await joinExisting(ctx, tx, existing, { ...input, drill, tickets })
      : await openNew(ctx, tx, { ...input, ticketIds }, tickets, key)
    await leaveOut(ctx, tx, room.id, without)
    return room
  })
}

/** Tickets that are left out belong to the early warning that is in reach; others are not looked at. */
async function ofAlarm(tx: Tx, { alarmId, without }: OpenIncident): Promise<string[]> {
  if (!alarmId || !without.length) return []
  const counted = await ticketsOfAlarm(tx, alarmId)
  return without.filter((id) => counted.includes(id))
}

/** Of an early warning's tickets those that are about something else never come in by it; what somebody has brought into the room that is joined stays there. */
async function leaveOut(ctx: Ctx, tx: Tx, id: string, without: readonly string[]) {
  if (!without.length) return
  const there = await linkedIds(tx, id, without)
  const room = { brand_id: ctx.actor.brandId, id }
  await keepOut(
    tx,
    room,
    without.filter((one) => !there.has(one)),
  )
}

type Brought = Pick<OpenIncident, 'alarmId' | 'shopIds'> & { drill: boolean; tickets: TicketOfIncident[] }

/**
 * Whoever tapped comes into the room that is there, although it may be of other shops, and so do the tickets and shops that it has not got yet.
 * Shape: an early warning belongs to the room from now on, and is told so once; a room that came of another one keeps that as its own. What the
 *        law wants counts from the first ticket it brings that the room's plan is for.
 */
async function joinExisting(
  ctx: Ctx,
  tx: Tx,
  id: string,
  { alarmId, shopIds, drill, tickets }: Brought,
): Promise<{ id: string; opened: boolean }> {
  const desk = await openIncidentDesk(ctx, tx, id)
  if (!desk || desk.incident.status === 'closed') return { id, opened: false }
  const comes = !reaches(ctx.actor, 'incidents.read', desk)
  if (comes) await join(desk)
  const brings = await linkKnown(desk, tickets, ctx.actor.kind === 'staff' ? ctx.actor.name : '')
  const { incident } = desk
  const fresh = shopIds.filter((shop) => !incident.shop_ids.includes(shop))
  if (fresh.length) {
    refuseUnknownShops(ctx, await desk.roster(), fresh)
    await involveShops(desk, fresh)
  }
  const other = alarmId && !drill && incident.alarm_id !== alarmId
  const warned = other && !(await hasWarned(tx, id, alarmId))
  if (warned) {
    incident.alarm_id ??= alarmId
    addFact(desk, 'warned', { alarm: alarmId })
    await foundEarlier(desk, tickets)
    tell(desk, incidentOpened, { alarmId, ticketIds: tickets.map((t) => t.id), drill }, { only: true })
  }
  if (comes || brings || fresh.length || warned) await saveIncidentDesk(desk)
  return { id, opened: false }
}

/** Tickets that came into the room may have been heard before it was found; only those that its plan is for count. */
export async function foundEarlier(desk: IncidentDesk, tickets: TicketOfIncident[]): Promise<void> {
  const { playbook } = await playbookInForce(desk.tx)
  const first = heardFirst(aboutPlan(playbook, desk.incident.plan_key, tickets), desk.incident.found_at)
  if (first < desk.incident.found_at) await sayFound(desk, first)
}

async function openNew(
  ctx: Ctx,
  tx: Tx,
  input: OpenIncident,
  tickets: TicketOfIncident[],
  tapKey: string | null,
): Promise<{ id: string; opened: boolean }> {
  const [playbook, roster, table] = await Promise.all([
    playbookInForce(tx),
    loadRoster(tx, ctx.now()),
    holidaysOf(tx),
  ])
  const plan = choosePlan(playbook, input, tickets)
  const shopIds = chooseShops(ctx, roster, input, tickets)
  const by = { playbook: playbook.playbook, plan, source: input.source, tickets }
  const { about, counted, said, grade } = await gradeByTickets(tx, by)
  const named = await chooseTitle(ctx, tx, { ...by, input, counted, said })
  const incident = await newIncident(ctx, tx, {
    input,
    named,
    about,
    plan,
    grade,
    playbook,
    shopIds,
    tapKey,
  })
  const { found_at: foundAt, opened_at: openedAt } = incident
  const due = { foundAt, openedAt, gradedAt: null, table, zone: roster.zone }
  const posts = plan.posts.map((post, position) => newPost(incident, post.key, position))
  const linked = tickets.map((t) => ({
    brand_id: incident.brand_id,
    incident_id: incident.id,
    ticket_id: t.id,
    linked_at: incident.opened_at,
    linked_by_name: incident.opened_by_name,
  }))
  await insertIncident(tx, { incident, steps: makeSteps(plan, incident, due), posts, linked })
  const desk = deskOf(ctx, tx, incident, [])
  await begin(desk, posts, tickets, { grade, about: counted, said })
  await saveIncidentDesk(desk)
  return { id: incident.id, opened: true }
}

async function begin(
  desk: IncidentDesk,
  posts: PostRow[],
  tickets: TicketOfIncident[],
  { grade, about, said }: { grade: FirstGrade; about: TicketOfIncident[]; said: ReadonlyMap<string, string> },
): Promise<void> {
  const { incident } = desk
  const ticketIds = tickets.map((t) => t.id)
  addFact(desk, 'opened', {
    source: incident.source,
    plan: incident.plan_key,
    tickets: tickets.map((t) => t.number),
  })
  if (incident.source === 'alarm') sayWords(desk, about, said)
  if (grade.why) addFact(desk, 'graded_first', { to: grade.key, ...grade.why })
  record(desk, 'open', { source: incident.source, plan: incident.plan_key, tickets: ticketIds })
  tell(desk, incidentOpened, { alarmId: incident.alarm_id, ticketIds, drill: incident.drill }, { only: true })
  await prefillSheet(desk, about, said)
  if (desk.ctx.actor.kind === 'staff') await join(desk, posts)
  for (const post of posts) await callPost(desk, post)
}

/** Chosen, or that of most of the tickets. Errors: incidents.planUnknown, incidents.noPlan when the playbook has none for it and nobody has chosen. */
function choosePlan(
  { playbook }: PlaybookInForce,
  input: OpenIncident,
  tickets: TicketOfIncident[],
): EmergencyPlan {
  if (input.plan) {
    const chosen = playbook.emergencies.find((p) => p.key === input.plan)
    if (!chosen) throw incidentErrors.planUnknown({ plan: input.plan }, 'plan')
    return chosen
  }
  const likely = planOfTickets(playbook, tickets)
  if (!likely) throw incidentErrors.noPlan({}, 'plan')
  return likely
}

/** The shops of the tickets and those that were named. Errors: incidents.shopUnknown when one is none of the brand's, or out of the own reach. */
function chooseShops(ctx: Ctx, roster: Roster, input: OpenIncident, tickets: TicketOfIncident[]): string[] {
  const reach = scopeOf(ctx.actor, 'incidents.open')?.shops ?? []
  refuseUnknownShops(ctx, roster, input.shopIds)
  const chosen = new Set(input.shopIds)
  for (const { shopId } of tickets) if (shopId) chosen.add(shopId)
  // Whoever answers for some shops opens for these, never for the whole brand.
  if (!chosen.size && reach !== 'all') return reach
  return [...chosen]
}

function refuseUnknownShops(ctx: Ctx, roster: Roster, shopIds: readonly string[]): void {
  const reach = scopeOf(ctx.actor, 'incidents.open')?.shops ?? []
  const unknown = shopIds.find(
    (id) => !roster.shops.some((s) => s.id === id) || (reach !== 'all' && !reach.includes(id)),
  )
  if (unknown) throw incidentErrors.shopUnknown({ id: unknown }, 'shopIds')
}

type New = {
  input: OpenIncident
  named: Pick<IncidentRow, 'title' | 'title_of_ticket'>
  /** Of an early warning, which may be about much else, those that the plan is for: the house knows of it since the first of them was heard. */
  about: TicketOfIncident[]
  plan: EmergencyPlan
  grade: FirstGrade
  playbook: PlaybookInForce
  shopIds: string[]
  tapKey: string | null
}

async function newIncident(ctx: Ctx, tx: Tx, made: New): Promise<IncidentRow> {
  const { input, plan } = made
  const drill = input.source === 'drill'
  const opener = ctx.actor.kind === 'staff' ? staffOf(ctx) : null
  return {
    brand_id: ctx.actor.brandId,
    id: uuidv7(),
    number: await nextNumber(tx, drill),
    drill,
    ...made.named,
    summary: '',
    kind: plan.kind,
    plan_key: plan.key,
    plan: plan as IncidentRow['plan'],
    playbook_version_id: made.playbook.versionId,
    grade: made.grade.key,
    graded_at: null,
    status: 'open',
    source: input.source,
    alarm_id: input.alarmId ?? null,
    tap_key: made.tapKey,
    leader_id: null,
    spokesperson_id: null,
    shop_ids: made.shopIds,
    whole_brand: made.shopIds.length === 0,
    version: 0,
    opened_by: opener?.staffId ?? null,
    opened_by_name: opener?.name ?? '',
    found_at: drill ? ctx.now() : heardFirst(made.about, ctx.now()),
    opened_at: ctx.now(),
    contained_at: null,
    closed_at: null,
    closed_by_name: '',
    closing_words: '',
    score: null,
  }
}

const heardFirst = (tickets: readonly TicketOfIncident[], latest: Date) =>
  new Date(Math.min(latest.getTime(), ...tickets.map((t) => t.heardAt.getTime())))

function newPost(incident: IncidentRow, key: string, position: number): PostRow {
  return {
    brand_id: incident.brand_id,
    incident_id: incident.id,
    key,
    position,
    reached: 0,
    level: 0,
    acknowledged_at: null,
    exhausted: false,
    next_call_at: null,
  }
}
