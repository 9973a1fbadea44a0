import type { z } from 'zod'
import type { Locale } from '#contracts/kit'
import type { SaveServiceLine, ServiceLine, Week } from '#contracts/people'
import { audit } from '#platform/audit/audit'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { sentence } from '#platform/locale'
import { readBrand } from './brand-data.ts'
import { findServiceLine, removeLine, saveLine } from './care-line-data.ts'
import { checkWeek } from './week.ts'

type Line = z.infer<typeof ServiceLine>
const NEVER: Week = [[], [], [], [], [], [], []]

/** Under which number customers reach the brand. Shape: empty where there is none. */
export function readServiceLine(ctx: Ctx): Promise<Line> {
  return ctx.transaction((tx) => view(tx, ctx.locale))
}

/** Without a number there are no hours either. Errors: people.badHours. */
export function changeServiceLine(
  ctx: Ctx,
  { phone, hours }: z.infer<typeof SaveServiceLine>,
): Promise<Line> {
  checkWeek(hours, 'hours')
  return ctx.transaction(async (tx) => {
    const before = await view(tx, ctx.locale)
    const brand = await readBrand(tx)
    if (phone) await saveLine(tx, { brandId: brand.id, at: ctx.now(), phone, hours })
    else await removeLine(tx)
    const after = await view(tx, ctx.locale)
    await audit(tx, ctx, {
      action: 'people.changeServiceLine',
      subjectKind: 'brand',
      subjectId: brand.id,
      subject: brand.name,
      data: { before: before.said, after: after.said },
    })
    return after
  })
}

/** As customers read it: 400-820-7777（每天 9:00–21:00）; empty where the brand has none. */
export async function serviceContact(tx: Tx, locale: Locale): Promise<string> {
  return (await view(tx, locale)).said
}

async function view(tx: Tx, locale: Locale): Promise<Line> {
  const line = await findServiceLine(tx)
  if (!line) return { phone: '', hours: NEVER, said: '' }
  const hours = sayHours(line.hours, locale)
  const said = hours ? sentence(locale, 'server', 'line.said', { phone: line.phone, hours }) : line.phone
  return { ...line, said }
}

/** Neighbouring days alike are said as one; days on which nobody answers are left out. */
function sayHours(week: Week, locale: Locale): string {
  const say = (key: string, data = {}) => sentence(locale, 'server', `line.${key}`, data)
  const time = (value: string) => {
    const [hour = 0, minute = 0] = value.split(':').map(Number)
    const late = hour > 24 || (hour === 24 && minute > 0)
    const face = `${late ? hour - 24 : hour}:${String(minute).padStart(2, '0')}`
    return late ? say('nextDay', { time: face }) : face
  }
  const days = week.map((spans) => spans.map(([from, to]) => `${time(from)}–${time(to)}`).join(say('and')))
  const runs: { from: number; to: number; hours: string }[] = []
  for (const [day, hours] of days.entries()) {
    const last = runs.at(-1)
    if (last && last.hours === hours) last.to = day
    else runs.push({ from: day, to: day, hours })
  }
  return runs
    .filter(({ hours }) => hours !== '')
    .map(({ from, to, hours }) => `${nameOf(from, to, say)} ${hours}`)
    .join(say('then'))
}

function nameOf(from: number, to: number, say: (key: string, data?: object) => string): string {
  if (to - from === 6) return say('everyDay')
  return from === to ? say(`day.${from}`) : say('run', { from: say(`day.${from}`), to: say(`day.${to}`) })
}
