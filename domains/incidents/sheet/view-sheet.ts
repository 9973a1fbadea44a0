import type { Room } from '#contracts/incidents'
import type { Locale } from '#contracts/kit'
import type { EmergencyPlan } from '#contracts/playbook/emergency'
import { say } from '#domains/playbook'
import type { Ctx } from '#platform/context'
import type { SheetRows } from './sheet-data.ts'

export const MASK = '••••'

/**
 * The sheet as everybody sees it: of sensitive values, also of those that were written over, it is only known that they are there.
 * Shape: `whole` says that the reader reads all of the room. What the system filled in comes from the tickets of all its shops: nobody else sees it
 *        before somebody has saved it as the own word.
 */
export function viewSheet(
  ctx: Ctx,
  plan: EmergencyPlan,
  { sheet, earlier }: SheetRows,
  locale: Locale,
  { whole, clear = false }: { whole: boolean; clear?: boolean },
): Room['sheet'] {
  const isShown = (row: { by_name: string }) => whole || row.by_name !== ''
  return plan.sheet.map((field) => {
    const stored = sheet.find((v) => v.key === field.key && isShown(v))
    const shown = (value: Buffer | null) => {
      const masked = field.sensitive && value !== null && !clear
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
        .filter((v) => v.key === field.key && isShown(v))
        .map((v) => ({ ...shown(v.value_enc), by: v.by_name, at: v.at.toISOString() })),
    }
  })
}
