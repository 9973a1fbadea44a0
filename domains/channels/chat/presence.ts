import { findShopByCode, findShops, findZone } from '#domains/people'
import { holidaysOf, playbookInForce, type WorkCalendar, workCalendar } from '#domains/playbook'
import type { Tx } from '#platform/db/database'
import type { Door } from './door.ts'
import { attendance, parseHours } from './hours.ts'

export type Presence = { open: boolean; opensAt: Date | null }

/** Nobody plans further ahead than the longest holiday. */
const LOOK_AHEAD_DAYS = 31

/** Whether somebody is there now: by the hours written for this chat, else by the calendar of its shop or of the brand's office (H2). */
export async function presenceNow(tx: Tx, { ctx, settings }: Door): Promise<Presence> {
  const lines = parseHours(settings.hours) ?? []
  const zone = await findZone(tx)
  if (lines.length) return attendance(lines, ctx.now(), zone)
  return presenceBy(await workHours(tx, settings.shopCode, zone), ctx.now())
}

async function workHours(tx: Tx, shopCode: string, zone: string): Promise<WorkCalendar> {
  const { calendars } = (await playbookInForce(tx)).playbook
  const table = await holidaysOf(tx)
  const known = shopCode ? await findShopByCode(tx, shopCode) : undefined
  const shop = known && (await findShops(tx, [known.id])).get(known.id)
  if (shop) return workCalendar({ kind: 'shop', shopWeek: shop.hours, zone: shop.zone, table })
  const office = calendars.find((one) => one.kind === 'office')
  return workCalendar({
    kind: office ? 'office' : 'always',
    week: office?.week,
    holidays: office?.holidays,
    zone,
    table,
  })
}

/** Shape: `opensAt` is null while open, and when nobody is back within a month. */
export function presenceBy(calendar: WorkCalendar, at: Date): Presence {
  const now = at.getTime()
  const today = calendar.dayAt(now)
  for (let day = today; day <= today + LOOK_AHEAD_DAYS; day++) {
    const { spans } = calendar.on(day)
    for (let i = 0; i < spans.length; i += 2) {
      const [from, to] = [spans[i] ?? 0, spans[i + 1] ?? 0]
      if (from <= now && now < to) return { open: true, opensAt: null }
      if (from > now) return { open: false, opensAt: new Date(from) }
    }
  }
  return { open: false, opensAt: null }
}
