import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import type { Assessment } from '#contracts/tickets/assessment'
import type { CompensationDesk } from '#contracts/tickets/compensation'
import type { Investigation } from '#contracts/tickets/investigation'
import { keepPhoto } from '#domains/channels'
import { systemContext } from '#platform/context'
import { hotlineCall } from './call-records.ts'
import { CHANNEL_RECORDERS } from './channel-records.ts'
import { CUSTOMER_RECORDERS } from './customer-records.ts'
import { IN_PERSON_RECORDERS } from './in-person-records.ts'
import { INBOX_RECORDERS } from './inbox-records.ts'
import { INCIDENT_RECORDERS } from './incident-records.ts'
import { INSIGHT_RECORDERS } from './insight-records.ts'
import type { MadeStaff } from './make.ts'
import { alike } from './matter-records.ts'
import { NOTIFY_RECORDERS } from './notify-records.ts'
import { once } from './once.ts'
import { ORDER_RECORDERS } from './order-records.ts'
import type { Made, World } from './permission-world.ts'
import { SEAL_RECORDERS } from './seal-records.ts'

/** What is dear is made once a `route`, and put back as it was or given to the next person. */
type Recorder = {
  make: (world: World, route: string) => Promise<Made>
  /** The same kind of record in the shop, but belonging to this person: what the reach `own` is about. */
  makeOwn?: (world: World, owner: MadeStaff, route: string) => Promise<Made>
  /** A deed makes the record disappear, so everybody gets a fresh one. */
  vanishes?: true
}

/** How the record behind a route comes to be, by the beginning of its path: the longest one counts. A new room adds its line. */
const RECORDERS: Record<string, Recorder> = {
  '/shops/:id': { make: async ({ shop }) => ({ params: { id: shop.id }, shopId: shop.id }) },
  '/regions/:id': { make: async ({ brand }) => ({ params: { id: brand.regionId }, shopId: null }) },
  '/staff/:id': { make: async (world) => of(world, (await rider(world)).id) },
  '/staff/:id/absences': {
    make: async (world) => of(world, (await rider(world)).id),
    makeOwn: async (world, owner) => of(world, owner.id, owner),
  },
  '/staff/:id/absences/:absenceId': {
    make: async (world) => absence(world, await rider(world)),
    makeOwn: async (world, owner) => ({ ...(await absence(world, owner)), ownerId: owner.id }),
    vanishes: true,
  },
  '/sessions/:id': {
    make: async (world) => session(world, await rider(world)),
    makeOwn: async (world, owner) => ({ ...(await session(world, owner)), ownerId: owner.id }),
    vanishes: true,
  },
  '/tickets/:id': {
    make: async (world) => of(world, await ticket(world)),
    makeOwn: async (world, owner, route) => of(world, await ownTicket(world, owner, route), owner),
  },
  '/tickets/:id/evidence/:evidenceId': {
    make: async (world) => withEvidence(world, of(world, await ticket(world))),
    makeOwn: async (world, owner, route) =>
      withEvidence(world, of(world, await ownTicket(world, owner, route), owner)),
  },
  '/tickets/:id/assessments/:assessmentId': {
    make: async (world) => withAssessment(world, of(world, await ticket(world))),
    makeOwn: async (world, owner, route) =>
      withAssessment(world, of(world, await ownTicket(world, owner, route), owner)),
  },
  '/tickets/:id/relations/:otherId': {
    make: async (world) => beside(world, of(world, await ticket(world))),
    makeOwn: (world, owner, route) => ownPair(world, owner, route),
  },
  '/tickets/:id/matters/:otherId': {
    make: async (world) => alike(world, await beside(world, of(world, await ticket(world)))),
    makeOwn: async (world, owner, route) => alike(world, await ownPair(world, owner, route)),
  },
  '/tickets/:id/compensation/:compensationId': {
    make: async (world) => withCompensation(world, of(world, await ticket(world))),
  },
  '/approvals/:id': {
    make: async (world) => approval(world, of(world, await ticket(world))),
    makeOwn: async (world, owner, route) =>
      approval(world, of(world, await ownTicket(world, owner, route), owner)),
  },
  '/compensations/:id': { make: async (world) => issued(world, of(world, await ticket(world))) },
  '/tickets/:id/drafts/:mode': {
    make: async (world) => ofMode(of(world, await ticket(world))),
    makeOwn: async (world, owner, route) => ofMode(of(world, await ownTicket(world, owner, route), owner)),
  },
  '/tickets/:id/held/:heldId': {
    make: async (world) => heldOf(world, await ticket(world), await rider(world)),
    makeOwn: async (world, owner, route) => heldOf(world, await ownTicket(world, owner, route), owner),
    vanishes: true,
  },
  '/revisits/:id': { make: revisit, vanishes: true },
  '/tasks/:id': {
    make: async (world) => of(world, await task(world)),
    makeOwn: async (world, owner) => of(world, await task(world, owner), owner),
  },
  ...INBOX_RECORDERS,
  ...INCIDENT_RECORDERS,
  ...SEAL_RECORDERS,
  ...IN_PERSON_RECORDERS,
  ...ORDER_RECORDERS,
  ...NOTIFY_RECORDERS,
  ...INSIGHT_RECORDERS,
  '/attachments/:id': {
    make: async (world) => of(world, await photo(world)),
    makeOwn: async (world, owner, route) => of(world, await ownPhoto(world, owner, route), owner),
  },
  '/calls/:id': { make: async (world) => ofBrand(await hotlineCall(world)) },
  '/codes/:id': { make: async (world) => of(world, await code(world)) },
  '/codes/:id/slip': { make: async (world) => of(world, await code(world, 'slip')) },
  '/codes/:id/slip-key': { make: async (world) => of(world, await code(world, 'slip')) },
  '/codes/:id/slip-checks': { make: async (world) => of(world, await code(world, 'slip')) },
  '/codes/:id/kiosk': { make: async (world) => of(world, await code(world, 'kiosk')) },
  '/channels/:id/connection': { make: async (world) => ofBrand(await officialAccount(world)) },
  '/channels/:id/test': { make: async (world) => ofBrand(await officialAccount(world)) },
  '/channels/:id/wechat': { make: async (world) => ofBrand(await officialAccount(world)) },
  ...CHANNEL_RECORDERS,
  ...CUSTOMER_RECORDERS,
  '/channels/:id': { make: async (world) => ofBrand(await firstOf(world, '/channels')) },
  '/api-keys/:id': { make: async (world) => ofBrand((await apiKey(world)).id), vanishes: true },
  '/rules/:id': { make: async (world) => ofBrand(await rule(world)), vanishes: true },
  '/playbook/versions/:id': { make: async (world) => ofBrand(await firstOf(world, '/playbook/versions')) },
}

/** Paths whose variable is not the id of a record: each brand has its own of that name. */
export const NAMES_NOT_RECORDS = ['/playbook/calendar-years/:year']

export function recorderFor(path: string): Recorder | null {
  const fitting = Object.keys(RECORDERS).filter((key) => path === key || path.startsWith(`${key}/`))
  const longest = fitting.sort((a, b) => b.length - a.length)[0]
  return longest ? RECORDERS[longest]! : null
}

function of(world: World, id: string, owner?: MadeStaff): Made {
  world.brandsOwn.add(id)
  if (!owner) world.shopsOwn.add(id)
  return { params: { id }, shopId: world.shop.id, ...(owner ? { ownerId: owner.id } : {}) }
}

/** The same with another ticket of the shop. */
async function beside(world: World, made: Made): Promise<Made> {
  return { ...made, params: { ...made.params, otherId: await ticket(world) } }
}

/** Two tickets of the shop, held by the same person. */
async function ownPair(world: World, owner: MadeStaff, route: string): Promise<Made> {
  const made = of(world, await ownTicket(world, owner, route), owner)
  const otherId = await ownTicket(world, owner, `${route} other`)
  return { ...made, params: { ...made.params, otherId } }
}

function ofBrand(id: string): Made {
  return { params: { id }, shopId: null }
}

function rider({ app, shop }: World): Promise<MadeStaff> {
  return app.make.staff({ role: 'rider', shop })
}

async function absence(world: World, person: MadeStaff): Promise<Made> {
  const days = { from: '2026-03-01T00:00:00Z', to: '2026-03-02T00:00:00Z' }
  const made = await world.app
    .as(world.callers.admin.wide)
    .post<{ id: string }>(`/staff/${person.id}/absences`, days)
  return { params: { id: person.id, absenceId: made.body.id }, shopId: world.shop.id }
}

async function session(world: World, person: MadeStaff): Promise<Made> {
  const token = await world.app.sessionFor(person)
  const list = await world.app.withToken(token).get<{ id: string; current: boolean }[]>('/sessions')
  return { params: { id: list.body.find((s) => s.current)!.id }, shopId: world.shop.id }
}

/** A ticket of the shop, told at its counter code. */
async function ticket(world: World): Promise<string> {
  const { app, shop, slug, agent } = world
  const body = {
    submissionId: randomUUID(),
    content: '等了半个多小时',
    contact: '13800001234',
    locale: 'zh-CN',
  }
  const sent = await app.anonymous.post<{ number: string }>(`/public/forms/${slug}/feedback`, body, {
    ip: anyIp(),
  })
  if (sent.status !== 201) throw new Error(`no ticket was opened: ${sent.text}`)
  const { id } = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx
      .selectFrom('tickets.ticket')
      .select('id')
      .where('number', '=', Number(sent.body.number.replace('HY-', '')))
      .executeTakeFirstOrThrow(),
  )
  return handTo(world, id, agent)
}

function ofMode(made: Made): Made {
  return { ...made, params: { ...made.params, mode: 'note' } }
}

/** A message that this person has sent and can still take back. */
async function heldOf(world: World, ticketId: string, owner: MadeStaff): Promise<Made> {
  const { services } = world.app
  const heldId = randomUUID()
  await services.db.inBrand(owner.brandId, (tx) =>
    tx
      .insertInto('tickets.held_message')
      .values({
        brand_id: owner.brandId,
        id: heldId,
        ticket_id: ticketId,
        staff_id: owner.id,
        by_name: owner.name,
        mode: 'reply',
        body: JSON.stringify({ text: '马上给您重做' }),
        created_at: services.now(),
        send_at: services.now(),
      })
      .execute(),
  )
  return { params: { id: ticketId, heldId }, shopId: world.shop.id, ownerId: owner.id }
}

/** A call that is due on a closed ticket of the shop. */
async function revisit(world: World): Promise<Made> {
  const { services } = world.app
  const [id, ticketId, now] = [randomUUID(), await ticket(world), services.now()]
  const due = { state: 'due', means: 'phone', cycle: 1, planned_at: now, due_at: now }
  await services.db.inBrand(world.brand.id, async (tx) => {
    await tx
      .updateTable('tickets.ticket')
      .set({ status: 'closed', closed_at: now })
      .where('id', '=', ticketId)
      .execute()
    await tx
      .insertInto('tickets.revisit')
      .values({ brand_id: world.brand.id, id, ticket_id: ticketId, shop_id: world.shop.id, ...due })
      .execute()
  })
  return of(world, id)
}

/** A step on a ticket of the shop; another's, or this person's. */
async function task(world: World, owner?: MadeStaff): Promise<string> {
  const { app, shop, agent } = world
  const body = { title: '查一下出品记录', dueAt: '2026-03-02T10:00:00Z' }
  const made = await app.as(agent).post<{ id: string }>(`/tickets/${await ticket(world)}/tasks`, body)
  if (made.status !== 201) throw new Error(`no task was given: ${made.text}`)
  if (owner)
    await app.services.db.inBrand(shop.brandId, (tx) =>
      // Over already, so that it stands in nobody's list: what counts here is whether it is found at all.
      tx
        .updateTable('tickets.task')
        .set({ owner_id: owner.id, state: 'cancelled', next_at: null })
        .where('id', '=', made.body.id)
        .execute(),
    )
  return made.body.id
}

/** One ticket that goes from hand to hand. */
async function ownTicket(world: World, owner: MadeStaff, route: string): Promise<string> {
  return handTo(world, await once(`${route} ticket`, () => ticket(world)), owner)
}

async function ownPhoto(world: World, owner: MadeStaff, route: string): Promise<string> {
  const ticketId = await ownTicket(world, owner, route)
  return once(`${route} photo`, () => photo(world, ticketId))
}

async function handTo({ app, shop }: World, id: string, owner: { id: string }): Promise<string> {
  await app.services.db.inBrand(shop.brandId, (tx) =>
    tx.updateTable('tickets.ticket').set({ assignee_id: owner.id }).where('id', '=', id).execute(),
  )
  return id
}

async function photo(world: World, ticketId?: string): Promise<string> {
  const { services } = world.app
  const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: '#888' } })
  const bytes = await picture.jpeg().toBuffer()
  const { id } = await keepPhoto(systemContext(services, world.brand.id), 'code:test', bytes)
  const at = ticketId ?? (await ticket(world))
  await services.db.inBrand(world.brand.id, (tx) =>
    tx.updateTable('channels.attachment').set({ ticket_id: at }).where('id', '=', id).execute(),
  )
  return id
}

/** With a piece of evidence that somebody of quality put to it. */
async function withEvidence({ app, callers }: World, { params, ...made }: Made): Promise<Made> {
  const body = { kind: 'order', reference: 'A1032' }
  const answer = await app
    .as(callers.quality.wide)
    .post<Investigation>(`/tickets/${params.id}/evidence`, body)
  const evidenceId = answer.body.evidence.at(-1)!.id
  return { ...made, params: { ...params, evidenceId } }
}

/** With a joint assessment to which somebody of quality invited an agent. */
async function withAssessment({ app, callers, agent }: World, { params, ...made }: Made): Promise<Made> {
  const body = {
    question: '退款还是重做？',
    dueAt: '2026-03-05T00:00:00Z',
    accountableId: callers.lead.wide.id,
    invited: [{ team: 'care', staffId: agent.id }],
  }
  const path = `/tickets/${params.id}/assessments`
  const answer = await app.as(callers.quality.wide).post<Assessment[]>(path, body)
  return { ...made, params: { ...params, assessmentId: answer.body[0]!.id } }
}

/** With a refund beyond the limit of whoever proposed it. */
async function withCompensation({ app, callers }: World, { params, ...made }: Made): Promise<Made> {
  const compensationId = randomUUID()
  const body = {
    id: compensationId,
    kind: 'refund',
    amountMinor: 90_000,
    reason: '为了这个测试',
    confirmed: true,
  }
  const answer = await app.as(callers.lead.wide).post(`/tickets/${params.id}/compensation`, body)
  if (answer.status !== 200) throw new Error(`no compensation was proposed: ${answer.text}`)
  return { ...made, params: { ...params, compensationId } }
}

/** The same, given: the month's budget of the world is long used up, so nobody is asked. */
async function issued(world: World, made: Made): Promise<Made> {
  const { params, ...rest } = await withCompensation(world, made)
  const id = params.compensationId!
  await world.app.services.db.inBrand(world.brand.id, (tx) =>
    tx
      .updateTable('tickets.compensation')
      .set({ state: 'issued', issued_at: world.app.services.now() })
      .where('id', '=', id)
      .execute(),
  )
  return { ...rest, params: { id } }
}

async function approval(world: World, made: Made): Promise<Made> {
  const { params, ...rest } = await withCompensation(world, made)
  const desk = await world.app
    .as(world.callers.lead.wide)
    .get<CompensationDesk>(`/tickets/${params.id}/compensation`)
  const own = desk.body.list.find((c) => c.id === params.compensationId)!
  return { ...rest, params: { id: own.steps[0]!.id } }
}

let labels = 0
async function code({ app, shop, callers }: World, place = 'table'): Promise<string> {
  labels += 1
  const body = { shopId: shop.id, place, labels: [`T${labels}`] }
  return (await app.as(callers.admin.wide).post<{ id: string }[]>('/codes', body)).body[0]!.id
}

export async function apiKey(
  { app, callers }: World,
  scopes = ['feedback.write', 'feedback.read'],
  brand: 'wide' | 'foreign' = 'wide',
): Promise<{ id: string; secret: string }> {
  const made = await app
    .as(callers.admin[brand])
    .post<{ id: string; secret: string }>('/api-keys', { name: '官网', scopes })
  if (made.status !== 201) throw new Error(`no key was made: ${made.text}`)
  return made.body
}

/** Connected to a WeChat that nobody answers at: what is asked of it is refused, and that comes after permission. */
async function officialAccount({ app, callers }: World): Promise<string> {
  const admin = app.as(callers.admin.wide)
  const { body } = await admin.post<{ id: string }>('/channels', { kind: 'wechat', name: '公众号' })
  const settings = { appId: 'wx0000000000000000', appSecret: 'nobody-knows-this', token: 'token' }
  const nowhere = { mode: 'plain', apiBase: 'http://127.0.0.1:9' }
  await admin.put(`/channels/${body.id}/connection`, { settings: { ...settings, ...nowhere } })
  return body.id
}

async function firstOf({ app, callers }: World, path: string): Promise<string> {
  return (await app.as(callers.admin.wide).get<{ id: string }[]>(path)).body[0]!.id
}

let hosts = 0
/** A sender of its own for every call: the limits of one sender are tested elsewhere. */
export function anyIp(): string {
  hosts += 1
  return `10.${(hosts >> 16) & 255}.${(hosts >> 8) & 255}.${hosts & 255}`
}

async function rule({ app, callers }: World): Promise<string> {
  const made = await app.as(callers.admin.wide).post<{ id: string }[]>('/rules', {
    name: '差评先看',
    trigger: 'opened',
    conditions: [],
    actions: [{ do: 'tag', tags: ['差评'] }],
  })
  return made.body.at(-1)!.id
}
