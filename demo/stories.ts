import type pg from 'pg'
import { v4 as uuidv4 } from 'uuid'
import type { FeedbackBody } from '#contracts/channels'
import type { Playbook } from '#contracts/playbook'
import { customerContext, keepPhoto } from '#domains/channels'
import { loadRoster, type Roster } from '#domains/people'
import { playbookInForce } from '#domains/playbook'
import {
  addCustomerMessage,
  addNote,
  answerProposal,
  closeTicket,
  type Incoming,
  openTickets,
  propose,
  rateHandling,
  ringUntil,
  sendReply,
  takeAlarm,
} from '#domains/tickets'
import { type Actor, type Ctx, contextFor, type Services, systemContext } from '#platform/context'
import { hashSecret } from '#platform/crypto/keys'
import type { DemoPlaces } from './codes.ts'
import { tellCompensation } from './compensations.ts'
import type { DemoBrand, DemoFeedback, Step } from './demo-file.ts'
import { tellEarlyWarnings } from './early-warnings.ts'
import { tellInPerson } from './in-person.ts'
import { tellIncidents } from './incidents.ts'
import { tellInvestigation } from './investigations.ts'
import { openMenus, tellMenus } from './orders.ts'
import { orderBehind, ridersOnDuty } from './orders-behind.ts'
import { tellDeliveries } from './orders-delivery.ts'
import { tellKitchen } from './orders-kitchen.ts'
import { tellMenuNews } from './orders-menu.ts'
import { tellPast } from './orders-past.ts'
import { tellReviews } from './orders-reviews.ts'
import { tellVisits } from './orders-visits.ts'
import { drawPicture } from './pictures.ts'
import { tellPlan } from './plans.ts'
import { giveFacts, sayWhatWasDone } from './required-facts.ts'
import { tellRevisits } from './revisits.ts'
import { tellRules } from './rules.ts'
import { tellTalks } from './talks.ts'
import { openedAt, seededRandom, stepDelay } from './timing.ts'
import { tellTwice } from './told-twice.ts'
import { tellTriageCheck } from './triage-checks.ts'

type Told = {
  services: Services
  brandId: string
  brand: DemoBrand
  places: DemoPlaces
  roster: Roster
  random: () => number
  ends: Date
  ratingReasons: string[]
  rejectReasons: string[]
  playbook: Playbook
  causes: Playbook['causes']
  teams: Playbook['teams']
  /** What each channel's form lets a customer ask for. */
  wants: Map<string, string[]>
  /** The owner's connections, for looking on: one round trip instead of a transaction. */
  look: pg.Pool
  as: (staffId: string | null, at: Date) => Ctx
  /** The menu's ids by SKU. */
  items: ReadonlyMap<string, string>
  /** Who has given a name so far. */
  met: Set<{ phone: string }>
}

/** Ninety days of one brand, ticket by ticket, each through the use cases that people use. */
export async function tellStories(
  services: Services,
  brandId: string,
  brand: DemoBrand,
  places: DemoPlaces,
  look: pg.Pool,
  step: () => void,
): Promise<void> {
  const random = seededRandom(brand.brand.login.length * 977 + brand.feedback.length)
  const ends = services.now()
  const ctx = systemContext(services, brandId)
  const { roster, playbook } = await ctx.transaction(async (tx) => ({
    roster: await loadRoster(tx, ends),
    playbook: (await playbookInForce(tx)).playbook,
  }))
  const ratingReasons = playbook.closing.ratingReasons.map((r) => r.key)
  const rejectReasons = playbook.closing.rejectReasons.map((r) => r.key)
  const wants = new Map(
    playbook.forms.map((f) => [
      f.channel as string,
      f.fields.flatMap((x) => (x.options ?? []).map((o) => o.key)),
    ]),
  )
  const as = (staffId: string | null, at: Date) => asStaff({ services, brandId, roster }, staffId, at)
  const told: Told = {
    services,
    brandId,
    brand,
    places,
    roster,
    random,
    ends,
    ratingReasons,
    rejectReasons,
    playbook,
    causes: playbook.causes,
    teams: playbook.teams,
    wants,
    look,
    as,
    items: await openMenus({ services, brandId, brand, roster, ends, as }),
    met: new Set(),
  }
  await ridersOnDuty(told, true)
  const planned = brand.feedback
    .map((feedback, i) => ({ feedback, at: openedAt(feedback, i, brand.feedback.length, ends, random) }))
    .sort((a, b) => a.at.getTime() - b.at.getTime())
  for (const { feedback, at } of planned) {
    await tellStory(told, feedback, at)
    step()
  }
  await ridersOnDuty(told, false)
  await tellPast({ ...told, customers: [...told.met] })
  const lead = roster.people.find((p) => p.roles.some((r) => r.role === 'lead'))
  if (lead) await tellRules(asStaff(told, lead.id, ends))
  await tellTalks({ ...told, as })
  await tellInPerson({ ...told, as })
  await tellMenus(told, told.items)
  await tellKitchen(told)
  await tellMenuNews({ ...told, as })
  await tellDeliveries({ ...told, as })
  await tellReviews({ ...told, as })
  await tellVisits({ ...told, as })
  await tellIncidents({ ...told, as })
  await tellTwice(told)
  await tellEarlyWarnings({ ...told, as })
}

async function tellStory(told: Told, feedback: DemoFeedback, at: Date): Promise<void> {
  const { random, ends } = told
  const [receipt] = await openTickets(...(await opening(told, feedback, at)))
  let ticket = await findTicket(told, receipt!.progress)
  let state = await stateOf(told, ticket.id)
  const token = receipt!.progress.slice(3)
  let now = at
  if (ticket.priority === 'P1' && feedback.story.length) {
    now = new Date(Math.min(now.getTime() + (20 + random() * 30) * 1000, ends.getTime()))
    await takeAlarm(asStaff(told, state.assignee, now), ticket.id).catch(ignoreRefusal)
  }
  const looked = new Date(Math.min(now.getTime() + (20 + (feedback.text.length % 25)) * 1000, ends.getTime()))
  const staff = asStaff(told, state.assignee, looked)
  if (feedback.story.length && (await tellTriageCheck({ ...told, ticketId: ticket.id, feedback, staff })))
    ticket = await findTicket(told, receipt!.progress)
  for (const step of feedback.story) {
    const next = new Date(now.getTime() + stepDelay(step, ticket.priority, random))
    if (next > ends) break
    state = await rungUntil(told, ticket.id, next)
    const since = now
    now = next
    if ('propose' in step || 'accept' in step) {
      const time = { since, until: now, open: false }
      const known = await investigated(told, ticket, feedback, state, time)
      if (!known) await facts(told, ticket, feedback, asStaff(told, state.assignee, now))
    }
    await tellStep(told, ticket.id, token, step, asStaff(told, state.assignee, now)).catch(ignoreRefusal)
    if ('propose' in step || ('reply' in step && step === feedback.story.at(-1)))
      now = await tellCompensation({
        ...told,
        ...feedback,
        ticketId: ticket.id,
        assignee: state.assignee,
        at: now,
        as: (staffId, at) => asStaff(told, staffId, at),
      })
  }
  if (now < ends && !feedback.story.some((step) => 'propose' in step || 'accept' in step))
    await investigated(told, ticket, feedback, await stateOf(told, ticket.id), {
      since: new Date(Math.max(now.getTime(), ends.getTime() - 6 * 3_600_000)),
      until: ends,
      open: true,
    })
  await tellRevisits({
    ...told,
    ticketId: ticket.id,
    token,
    reasons: told.rejectReasons,
    ring: (until) => rungUntil(told, ticket.id, until),
    as: (staffId, at) => asStaff(told, staffId, at),
  })
  await tellPlan({
    ...told,
    ticketId: ticket.id,
    pack: told.brand.pack,
    text: feedback.text,
    as: (staffId, at) => asStaff(told, staffId, at),
  })
}

function investigated(
  told: Told,
  ticket: Found,
  { text, category }: DemoFeedback,
  { assignee }: State,
  time: { since: Date; until: Date; open: boolean },
): Promise<boolean> {
  return tellInvestigation({
    ...told,
    ...ticket,
    ...time,
    ticketId: ticket.id,
    pack: told.brand.pack,
    text,
    category,
    assignee,
    as: (staffId, at) => asStaff(told, staffId, at),
  }).catch((error: unknown) => {
    ignoreRefusal(error)
    return false
  })
}

function facts(told: Told, ticket: Found, { text }: DemoFeedback, staff: Ctx): Promise<void> {
  const { causes, brand } = told
  const { id: ticketId, priority, kind } = ticket
  return giveFacts({ ticketId, text, pack: brand.pack, priority, kind, causes, staff }).catch(ignoreRefusal)
}

/** A step that the rules no longer allow (closed in the meantime) simply did not happen. */
function ignoreRefusal(error: unknown): void {
  if (!(error instanceof Error) || !('status' in error)) throw error
}

async function opening(told: Told, feedback: DemoFeedback, at: Date): Promise<[Ctx, Incoming[]]> {
  const { services, brandId, brand, places, random } = told
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const clocked: Services = { ...services, now: () => at }
  const table = pick(places.tables)
  const shopId = feedback.channel === 'qr' ? table.shopId : pick(places.shops).id
  const person = feedback.contact || feedback.channel === 'website' ? pick(brand.customers) : undefined
  if (person) told.met.add(person)
  const body: FeedbackBody = {
    content: feedback.text,
    mood: feedback.mood,
    photos: [],
    contact: person?.phone,
    name: person?.name,
    orderNumber: await orderBehind(told, { ...feedback, shopId, at, person }),
    wants:
      feedback.wants && told.wants.get(feedback.channel)?.includes(feedback.wants)
        ? feedback.wants
        : undefined,
    ...(feedback.channel === 'qr' && random() < 0.4 && feedback.kind === 'complaint'
      ? { category: feedback.category }
      : {}),
  }
  const customer = customerContext(clocked, brandId, 'zh-CN')
  const owner = `code:${table.codeId}`
  for (let i = 0; i < feedback.photos && feedback.channel === 'qr'; i++) {
    body.photos.push((await keepPhoto(customer, owner, await drawPicture(Math.floor(random() * 1000)))).id)
  }
  const incoming: Incoming = {
    channelId: places.channels[feedback.channel],
    channelKind: feedback.channel,
    externalId: uuidv4(),
    shopId,
    place: feedback.channel === 'qr' ? table.label : feedback.channel === 'api' ? '' : '',
    locale: 'zh-CN',
    stars: feedback.channel === 'api' ? feedback.stars : undefined,
    body,
    photoOwner: owner,
  }
  if (feedback.channel !== 'counter') return [customer, [incoming]]
  const clerk =
    told.roster.people.find((p) =>
      p.roles.some((r) => r.role === 'shop_staff' && (r.shops === 'all' || r.shops.includes(shopId))),
    ) ?? told.roster.people[0]!
  return [
    contextFor(clocked, actorFor(told, clerk.id)),
    [{ ...incoming, enteredBy: { id: clerk.id, name: clerk.name } }],
  ]
}

async function tellStep(told: Told, id: string, token: string, step: Step, staff: Ctx): Promise<void> {
  const customer = customerContext({ ...told.services, now: staff.now }, told.brandId, 'zh-CN')
  if ('reply' in step) return sendReply(staff, id, { text: step.reply, photos: [], wait: false })
  if ('ask' in step) return sendReply(staff, id, { text: step.ask, photos: [], wait: true })
  if ('note' in step) return addNote(staff, id, { text: step.note, photos: [] })
  if ('customer' in step)
    return addCustomerMessage(
      customer,
      token,
      { messageId: uuidv4(), text: step.customer, photos: [] },
      'zh-CN',
    )
  if ('propose' in step) return propose(staff, id, { text: step.propose })
  if ('reject' in step)
    return answerProposal(
      customer,
      token,
      { accept: false, reason: step.reject, words: step.words ?? '' },
      'zh-CN',
    )
  if ('accept' in step) return accepted(told, customer, staff, id, token, step)
}

async function accepted(
  told: Told,
  customer: Ctx,
  staff: Ctx,
  id: string,
  token: string,
  step: Extract<Step, { accept: true }>,
): Promise<void> {
  const proposed = await answerProposal(customer, token, { accept: true }, 'zh-CN').then(
    () => true,
    () => false,
  )
  if (!proposed) {
    const refused = await closeTicket(staff, id, '顾客已经满意，不需要另出方案。').then(
      () => false,
      () => true,
    )
    if (!refused) return
    await sayWhatWasDone(staff, id)
    await answerProposal(customer, token, { accept: true }, 'zh-CN')
  }
  if (step.stars) {
    const reasons = reasonFor(told, step.stars)
    await rateHandling(customer, token, { stars: step.stars, reasons, words: step.words ?? '' }, 'zh-CN')
  }
}

/** A reason that fits the stars: the packs name what was good first, and what was not from `slow` on. */
function reasonFor({ ratingReasons, random }: Told, stars: number): string[] {
  const bad = ratingReasons.indexOf('slow')
  const fitting = stars >= 4 ? ratingReasons.slice(0, bad) : ratingReasons.slice(bad)
  const one = fitting[Math.floor(random() * fitting.length)]
  return one ? [one] : []
}

type Found = { id: string; priority: string; kind: string; shopId: string | null; openedAt: Date }

async function findTicket(told: Told, progress: string): Promise<Found> {
  const { rows } = await told.look.query(
    'select id, priority, kind, shop_id as "shopId", opened_at as "openedAt" from tickets.ticket where token_hash = $1',
    [hashSecret(progress.slice(3))],
  )
  return rows[0]
}

type State = { assignee: string | null; rings: Date | null }

/** Who holds the ticket, and when something of it rings next. */
async function stateOf(told: Told, ticketId: string): Promise<State> {
  const { rows } = await told.look.query(STATE, [told.brandId, ticketId])
  return rows[0]
}

const STATE = `select assignee_id as assignee, least(closes_at, remind_at,
  (select min(next_at) from tickets.revisit where brand_id = $1 and ticket_id = $2),
  (select min(next_at) from tickets.clock where brand_id = $1 and ticket_id = $2),
  (select next_at from tickets.alarm where brand_id = $1 and ticket_id = $2)) as rings
  from tickets.ticket where brand_id = $1 and id = $2`

/** Lets ring what the sweeps would have rung by then. */
async function rungUntil(told: Told, ticketId: string, until: Date): Promise<State> {
  const state = await stateOf(told, ticketId)
  if (!state.rings || state.rings > until) return state
  await ringUntil(told.services, told.brandId, ticketId, until)
  return stateOf(told, ticketId)
}

type Who = Pick<Told, 'services' | 'brandId' | 'roster'>

function asStaff(told: Who, staffId: string | null, now: Date): Ctx {
  return contextFor(
    { ...told.services, now: () => now },
    actorFor(told, staffId ?? told.roster.people[0]!.id),
  )
}

function actorFor(told: Who, staffId: string): Actor {
  const person = told.roster.people.find((p) => p.id === staffId)!
  return {
    kind: 'staff',
    brandId: told.brandId,
    staffId,
    sessionId: '',
    name: person.name,
    grants: person.roles,
  }
}
