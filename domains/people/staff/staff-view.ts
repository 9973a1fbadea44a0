import type { Staff, Week } from '#contracts/people'
import type { Ctx } from '#platform/context'
import { isOnDuty, wallTime } from './duty.ts'
import { grantOf } from './grant-data.ts'
import type { StoredStaff } from './staff-data.ts'

/** A person as the staff list shows them: the phone is masked for everybody. */
export function viewStaff(ctx: Ctx, zone: string, row: StoredStaff): Staff {
  const duty = row.duty as unknown as Week
  const free = row.state === 'active' && !row.away && !row.absent
  return {
    id: row.id,
    name: row.name,
    login: row.login,
    phoneMasked: maskPhone(ctx.keys.open(ctx.actor.brandId, row.phone_enc)),
    state: row.state as Staff['state'],
    grants: row.grants.map(grantOf),
    duty,
    away: row.away,
    onDuty: free && isOnDuty(duty, wallTime(zone, ctx.now())),
    totpOn: row.totp_last !== null,
    lastSeenAt: row.seen_at?.toISOString() ?? null,
    capacity: row.capacity,
  }
}

/** 138****1234; of a short number only the last two digits stay. */
export function maskPhone(phone: string): string {
  if (!phone) return ''
  return phone.length >= 8 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : `****${phone.slice(-2)}`
}
