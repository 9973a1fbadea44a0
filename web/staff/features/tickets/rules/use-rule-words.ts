import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Locale } from '#contracts/kit'
import type { Rule, RuleAction, RuleDeed } from '#contracts/tickets/rules'
import { textIn } from '../../../ui/text-in.ts'
import { staffQuery } from '../../people/index.ts'
import { usePlaybookDocument } from '../playbook-query.ts'
import { inUnit } from './rule-draft.ts'

/** Says rules in sentences: when they are asked, what they do, what came of it. */
export function useRuleWords() {
  const { t, i18n } = useTranslation(['rules', 'tickets'])
  const staff = useQuery(staffQuery)
  const playbook = usePlaybookDocument()
  const and = t('common:list.and')
  const nameOf = (id: string) => staff.data?.find((person) => person.id === id)?.name ?? '…'
  const role = (key: string) => t(`tickets:role.${key}`)
  const span = (minutes: number) => {
    const { amount, unit } = inUnit(minutes)
    return t(`span.${unit}`, { count: amount })
  }
  const action = (one: RuleAction): string => {
    switch (one.do) {
      case 'tag':
      case 'untag':
        return t(`says.${one.do}`, { tags: one.tags.join(and) })
      case 'assignTo':
        return t('says.assignTo', { name: nameOf(one.staffId) })
      case 'assignRole':
      case 'notifyRole':
        return t(`says.${one.do}`, { role: role(one.role) })
      case 'severity': {
        const scale = playbook.data?.severity[one.atLeast - 1]
        return t('says.severity', { level: scale ? textIn(scale, i18n.language as Locale) : one.atLeast })
      }
      case 'notifyStaff':
        return t('says.notifyStaff', { names: one.staffIds.map(nameOf).join(and) })
      case 'note':
        return t('says.note', { text: one.text })
      case 'task':
        return t('says.task', { title: one.title, role: role(one.role), span: span(one.dueInMin) })
      case 'reply': {
        const template = playbook.data?.templates.find((tpl) => tpl.key === one.template)
        return t('says.reply', {
          name: template ? textIn(template.name, i18n.language as Locale) : one.template,
        })
      }
      case 'setAside':
        return t('says.setAside', { reason: t(`tickets:setAside.${one.reason}`) })
    }
  }
  return {
    when: (rule: Pick<Rule, 'trigger' | 'after' | 'conditions'>): string => {
      const asked = rule.after
        ? t(`when.${rule.after.what}`, { span: span(rule.after.min) })
        : t(`when.${rule.trigger === 'changed' ? 'changed' : 'new'}`)
      return rule.conditions.length
        ? t('when.if', { asked, count: rule.conditions.length })
        : t('when.always', { asked })
    },
    does: (actions: readonly RuleAction[]): string =>
      t('when.then', { deeds: actions.map(action).join('；') }),
    action,
    deed: (deed: RuleDeed): string =>
      [t(`kind.${deed.do}`), deed.to, deed.text, deed.problem ? t(`problem.${deed.problem}`) : '']
        .filter(Boolean)
        .join(' · '),
  }
}
