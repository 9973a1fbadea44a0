import type { TFunction } from 'i18next'
import type { CompensationKind } from '#contracts/playbook'
import { formatMoney } from './money.ts'

type Words = TFunction<'tickets'>

/** Words for the facts of compensation; `given` is what it is and what it is worth. */
export function compensationValues(
  t: Words,
  data: Record<string, unknown>,
  locale: string,
): Record<string, string> {
  if (data.reason === 'absent' || data.reason === 'silent')
    return { passedBecause: t(`compensation.passed.${data.reason}`) }
  if (typeof data.value === 'string') return { valueName: t(`compensation.value.${data.value}`) }
  if (typeof data.compensation !== 'string') return {}
  const kind = data.compensation as CompensationKind
  const amount = formatMoney(Number(data.amountMinor ?? 0), String(data.currency ?? 'CNY'), locale)
  const item = String(data.item ?? '')
  const points = Number(data.points ?? 0)
  return { given: t(`compensation.gift.${kind}`, { amount, item, points, count: points }) }
}

const TASK_FACTS = ['task_done', 'task_cancelled', 'task_moved']

/** The task of an approval ends and moves with it: the approval's own line says so, and why. */
export function toldByApproval(fact: string, data: Record<string, unknown>): boolean {
  return data.task === 'approval' && TASK_FACTS.includes(fact)
}
