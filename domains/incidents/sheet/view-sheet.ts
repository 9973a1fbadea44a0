import type { Room } from '#contracts/incidents'
import type { Locale } from '#contracts/kit'
import type { EmergencyPlan } from '#contracts/playbook/emergency'
import { say } from '#domains/playbook'
import type { Ctx } from '#platform/context'
import type { RoomParts } from '../reading/room-data.ts'

export const MASK = '••••'

/** The sheet as everybody sees it: sensitive values are only known to be there. */
export function viewSheet(
  ctx: Ctx,
  plan: EmergencyPlan,
  values: RoomParts['sheet'],
  locale: Locale,
  inTheClear = false,
): Room['sheet'] {
  return plan.sheet.map((field) => {
    const stored = values.find((v) => v.key === field.key)?.value_enc ?? null
    const masked = field.sensitive && stored !== null && !inTheClear
    return {
      field: {
        ...field,
        label: say(field.label, locale),
        choices: field.choices.map((c) => ({ key: c.key, name: say(c.name, locale) })),
      },
      value: masked ? MASK : ctx.keys.open(ctx.actor.brandId, stored),
      masked,
    }
  })
}
