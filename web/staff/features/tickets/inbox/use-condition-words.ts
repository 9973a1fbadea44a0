import { useTranslation } from 'react-i18next'
import type { Condition } from '#contracts/tickets/filter'
import { useConditionChoices } from './use-condition-choices.ts'

/** A condition in a few words, as it stands on its chip: 门店是湖滨店, 收到时间在最近 7 天内. */
export function useConditionWords(): (condition: Condition) => string {
  const { t } = useTranslation('inbox')
  const choicesOf = useConditionChoices()
  return (condition) => {
    const field = t(`condition.fields.${condition.field}`)
    const op = t(`condition.ops.${condition.op}`)
    const chip = (values: string) => t('condition.chip', { field, op, values })
    if ('span' in condition) {
      const span = t(`condition.span.${condition.span.unit}`, { count: condition.span.amount })
      const due = condition.field === 'due' ? 'Due' : ''
      return t(`condition.time.${condition.op}${due}`, { field, span })
    }
    if ('values' in condition) {
      const choices = choicesOf(condition.field)
      const names = condition.values.map(
        (value) => choices.find((choice) => choice.value === value)?.label ?? value,
      )
      return chip(
        names.length > 2
          ? t('condition.more', { first: names[0], count: names.length })
          : names.join(t('common:list.and')),
      )
    }
    if (typeof condition.value === 'boolean')
      return t(`condition.${condition.value ? 'yes' : 'no'}.${condition.field}`)
    if (typeof condition.value === 'string') return chip(`“${condition.value}”`)
    const level = choicesOf(condition.field).find((choice) => choice.value === String(condition.value))
    return chip(level?.label ?? String(condition.value))
  }
}
