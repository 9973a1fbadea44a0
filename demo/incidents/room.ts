import type pg from 'pg'
import type { OpenIncident } from '#contracts/incidents'
import type { Role } from '#contracts/people'
import { answerCall, openIncident, ringRoom } from '#domains/incidents'
import type { Roster } from '#domains/people'
import { type Ctx, type Services, systemContext } from '#platform/context'
import type { DemoBrand } from '../demo-file.ts'

export type IncidentTelling = {
  services: Services
  brandId: string
  brand: Pick<DemoBrand, 'pack'>
  roster: Roster
  ends: Date
  look: pg.Pool
  as: (staffId: string | null, at: Date) => Ctx
}

/** One room while its past is told; minutes count from its opening. */
export type DemoRoom = {
  told: IncidentTelling
  id: string
  at: (min: number) => Date
  /** Who holds each post, as soon as somebody has answered for it. */
  holders: Map<string, string>
  shopIds: string[]
}

const MIN_MS = 60_000
const DAY_MS = 24 * 60 * MIN_MS

/** So many days before now at an hour in Beijing, where the brands are. */
export function daysBefore({ ends }: Pick<IncidentTelling, 'ends'>, days: number, hour: number): Date {
  const today = Math.floor((ends.getTime() + 8 * 60 * MIN_MS) / DAY_MS) * DAY_MS
  return new Date(today - days * DAY_MS + (hour - 8) * 60 * MIN_MS)
}

export function shopOf({ roster }: IncidentTelling, code: string): string {
  const shop = roster.shops.find((s) => s.code === code)
  if (!shop) throw new Error(`the demo has no shop ${code}`)
  return shop.id
}

/** The first who holds the role for this shop; without a shop, for the whole brand. */
export function personOf({ roster }: IncidentTelling, role: Role, shopId?: string): string {
  const found = roster.people.find((p) =>
    p.roles.some(
      (r) => r.role === role && (shopId ? r.shops !== 'all' && r.shops.includes(shopId) : r.shops === 'all'),
    ),
  )
  if (!found) throw new Error(`the demo has nobody who is ${role}`)
  return found.id
}

export async function openRoom(
  told: IncidentTelling,
  opener: string,
  openedAt: Date,
  input: Partial<OpenIncident> & Pick<OpenIncident, 'source' | 'plan'>,
): Promise<DemoRoom> {
  const at = (min: number) => new Date(openedAt.getTime() + min * MIN_MS)
  const { id } = await openIncident(told.as(opener, openedAt), {
    ticketIds: [],
    shopIds: [],
    without: [],
    anew: false,
    ...input,
  })
  const room = { told, id, at, holders: new Map<string, string>(), shopIds: input.shopIds ?? [] }
  await noteHolders(room)
  return room
}

/** Somebody who has been called for the post says 收到, for every post that this person is called for. */
export async function answer(room: DemoRoom, post: string, min: number): Promise<void> {
  if (room.holders.has(post)) return
  const { rows } = await room.told.look.query<{ id: string }>(
    `select staff_id as id from incidents.member where incident_id = $1 and post = $2 and state = 'called' order by added_at, staff_id limit 1`,
    [room.id, post],
  )
  if (!rows[0]) return
  await answerCall(room.told.as(rows[0].id, room.at(min)), room.id, 'acknowledged')
  await noteHolders(room)
}

async function noteHolders({ told, id, holders }: DemoRoom): Promise<void> {
  const { rows } = await told.look.query<{ post: string; id: string }>(
    `select post, staff_id as id from incidents.member where incident_id = $1 and post <> '' and state in ('joined', 'acknowledged') order by answered_at desc`,
    [id],
  )
  for (const row of rows) holders.set(row.post, row.id)
}

/** Whoever holds the post, at that minute; whoever leads for a post that nobody has answered for. */
export function holder({ told, holders, at }: DemoRoom, post: string, min: number): Ctx {
  const staffId = holders.get(post) ?? holders.get('leader')
  if (!staffId) throw new Error(`nobody has answered for ${post}`)
  return told.as(staffId, at(min))
}

/** What the sweeps would have rung by then in this room. */
export function ring({ told, id, at }: DemoRoom, min: number): Promise<void> {
  return ringRoom(systemContext({ ...told.services, now: () => at(min) }, told.brandId), id)
}
