import type { EmergencyPlan } from '#contracts/playbook/emergency'
import { photoViews } from '#domains/channels'
import { headsOf } from '#domains/customers'
import { findRegions, findShops, findShopsByRegion, findStaffNames } from '#domains/people'
import { ticketsOfIncident } from '#domains/tickets'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { replyIds } from '../affected/complained-data.ts'
import { roomAffected } from '../affected/room-affected.ts'
import { findIncident } from '../desk/desk-data.ts'
import { roomSeals } from '../seal/room-seals.ts'
import { photosOfShops } from '../seal/shop-photos-data.ts'
import type { Loaded, ReadFor } from './loaded.ts'
import { nameFor, ticketTitleFor } from './names-shown.ts'
import type { AffectedWithWriter } from './personal.ts'
import { atOneInstant, type RoomParts, roomParts } from './room-data.ts'
import { roomTitlesFor } from './room-title.ts'
import { type SharedRoom, viewShared } from './view-room.ts'

/** Somebody counts as having the room open for so long after the last sign. */
export const HERE_MS = 75_000

export type Computed = {
  version: number
  shared: SharedRoom
  /** Without the closing brace: the reader's own part is put behind it. */
  json: string
  statements: RoomParts['statements']
  affected: AffectedWithWriter
}

/** The room as everybody with this reach and language reads it, of one instant. Undefined when there is none. */
export function computeRoom(ctx: Ctx, id: string, read: ReadFor): Promise<Computed | undefined> {
  return ctx.transaction(async (tx) => {
    await atOneInstant(tx)
    const loaded = await loadRoom(ctx, tx, id, read)
    if (!loaded) return undefined
    const shared = viewShared(ctx, ctx.locale, ctx.now(), loaded.room)
    return {
      version: shared.version,
      shared,
      json: JSON.stringify(shared).slice(0, -1),
      statements: loaded.room.parts.statements,
      affected: loaded.affected,
    }
  })
}

/** `whole`: with every linked ticket, however many. */
export async function loadRoom(
  ctx: Ctx,
  tx: Tx,
  id: string,
  read: ReadFor,
  whole = false,
): Promise<{ room: Loaded; affected: AffectedWithWriter } | undefined> {
  const incident = await findIncident(tx, id)
  if (!incident) return undefined
  const parts = await roomParts(tx, id, new Date(ctx.now().getTime() - HERE_MS), whole)
  const plan = incident.plan as EmergencyPlan
  const shops = read === 'all' ? ('all' as const) : [...read.shops]
  const scope = { shops, own: false, staffId: null }
  const [tickets, seals, affected, regions, byRegion] = await Promise.all([
    ticketsOfIncident(
      tx,
      scope,
      parts.linked.filter((l) => !l.invented).map((l) => l.ticket_id),
    ),
    plan.seal ? roomSeals(tx, ctx, id, shops) : [],
    plan.affected ? roomAffected(tx, ctx, id) : null,
    findRegions(tx),
    findShopsByRegion(tx),
  ])
  const own = read === 'all' ? null : new Set([...(await photosOfShops(tx, id, read.shops)), ...read.fileIds])
  const shopIds = [
    ...incident.shop_ids,
    ...tickets.flatMap((t) => t.shopId ?? []),
    ...parts.linked.flatMap((l) => (l.invented as { shopId?: string } | null)?.shopId ?? []),
  ]
  const [shopNames, heads, replies, names, files] = await Promise.all([
    findShops(tx, [...new Set(shopIds)]),
    headsOf(
      tx,
      tickets.flatMap((ticket) => ticket.customerId ?? []),
    ),
    affected ? replyIds(tx, id) : new Set<string>(),
    findStaffNames(tx, peopleOf(incident, parts)),
    photoViews(
      tx,
      ctx,
      parts.files.map((f) => f.file_id).filter((fileId) => !own || own.has(fileId)),
      `/api/incidents/${id}/files`,
    ),
  ])
  const regionNames = new Map(regions.map((r) => [r.id, r.name]))
  const regionOfShop = new Map(
    [...byRegion].flatMap(([region, ids]) =>
      ids.map((shop) => [shop, regionNames.get(region) ?? ''] as const),
    ),
  )
  const room = {
    incident,
    parts,
    tickets,
    heads,
    replies,
    shops: shopNames,
    regions: regionOfShop,
    names,
    files,
    seals,
    toTell: {
      untold: affected?.summary.count.found ?? 0,
      waits: affected?.summary.state === 'message_asked',
    },
    read,
    shown: nameFor(ctx.actor),
    ticketTitle: await ticketTitleFor(ctx, tx),
    roomTitle: (await roomTitlesFor(ctx, tx, [incident]))(incident),
  }
  return { room, affected }
}

function peopleOf(incident: Loaded['incident'], { members, measures }: RoomParts): string[] {
  const ids = [
    incident.leader_id,
    incident.spokesperson_id,
    ...members.map((m) => m.staff_id),
    ...measures.map((m) => m.owner_id),
  ]
  return [...new Set(ids.filter((id) => id !== null))]
}
