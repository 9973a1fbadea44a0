import { stopSaleTold } from '#contracts/incidents/seal'
import type { IncidentDesk } from '../desk/change-room.ts'
import { notify, tell } from '../desk/moves.ts'

/** Whoever is told, and of which of the shops; of none: of the seal as a whole. */
export type ToldOf = Map<string, string[]>

/** Tells a seal to whoever has to act on it: they are called, and the groups of the shops with them; in a drill they are told as they wish. */
export function tellShops(
  desk: IncidentDesk,
  sealId: string,
  shopIds: readonly string[],
  { of, times }: { of: ToldOf; times: number },
): void {
  if (desk.incident.drill) {
    notify(desk, of.keys(), times > 1 ? 'incident_seal_again' : 'incident_seal')
    return
  }
  const self = desk.ctx.actor.kind === 'staff' ? desk.ctx.actor.staffId : null
  const told = [...of].filter(([id]) => id !== self).map(([staffId, at]) => ({ staffId, shopIds: at }))
  const staffIds = told.map((one) => one.staffId)
  tell(desk, stopSaleTold, { sealId, times, shopIds: [...shopIds], told }, { staffIds, only: true })
}

export function addTold(of: ToldOf, staffIds: readonly string[], shopId: string): void {
  for (const id of staffIds) of.set(id, [...(of.get(id) ?? []), shopId])
}
