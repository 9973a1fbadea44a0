import type { Room } from '#contracts/incidents'
import type { Locale } from '#contracts/kit'
import type { EmergencyPlan } from '#contracts/playbook/emergency'
import { say } from '#domains/playbook'
import type { Ctx } from '#platform/context'
import type { SheetRows } from './sheet-data.ts'

export const MASK = '••••'

/** The sheet as everybody sees it: of sensitive values, also of those that were written over, it is only known that they are there. */
export function viewSheet(
  ctx: Ctx,
  plan: EmergencyPlan,
  { sheet, earlier }: SheetRows,
  locale: Locale,
  inTheClear = false,
): Room['sheet'] {
  return plan.sheet.map((field) => {
    const stored = sheet.find((v) => v.key === field.key)
    const shown = (value: Buffer | null) => {
      const masked = field.sensitive && value !== null && !inTheClear
      return { value: masked ? MASK : ctx.keys.open(ctx.actor.brandId, value), masked }
    }
    return {
      field: {
        ...field,
        label: say(field.label, locale),
        choices: field.choices.map((c) => ({ key: c.key, name: say(c.name, locale) })),
      },
      ...shown(stored?.value_enc ?? null),
      by: stored?.by_name ?? '',
      at: stored?.at.toISOString() ?? null,
      earlier: earlier
        .filter((v) => v.key === field.key)
        .map((v) => ({ ...shown(v.value_enc), by: v.by_name, at: v.at.toISOString() })),
    }
  })
}
