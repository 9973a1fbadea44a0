import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Mood } from '#contracts/channels'
import { ChannelKind, Kind, Priority } from '#contracts/playbook'
import { TicketStatus } from '#contracts/tickets'
import type { ConditionField } from '#contracts/tickets/filter'
import { useMe } from '../../../app/session.ts'
import { textIn } from '../../../ui/text-in.ts'
import { shopsQuery } from '../../people/index.ts'
import { usePlaybookDocument } from '../playbook-query.ts'
import { choicesQuery } from './inbox-queries.ts'

export type Choice = { value: string; label: string }

/** What each field can be chosen from, in the reader's words; a value that is no longer known is shown as it is. */
export function useConditionChoices(): (field: ConditionField) => Choice[] {
  const { t, i18n } = useTranslation(['inbox', 'tickets'])
  const me = useMe()
  const shops = useQuery(shopsQuery).data ?? []
  const { people, regions, tags } = useQuery(choicesQuery).data ?? { people: [], regions: [], tags: [] }
  const playbook = usePlaybookDocument().data
  const words = (values: readonly string[], word: (value: string) => string) =>
    values.map((value) => ({ value, label: word(value) }))
  const named = (list: readonly { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }))
  return (field) => {
    switch (field) {
      case 'status':
        return words(TicketStatus.options, (value) => t(`tickets:status.${value}`))
      case 'kind':
        return words(Kind.options, (value) => t(`tickets:kind.${value}`))
      case 'priority':
        return words(Priority.options, (value) => value)
      case 'channel':
        return words(ChannelKind.options, (value) => t(`tickets:channel.${value}`, value))
      case 'mood':
        return words(Mood.options, (value) => t(`tickets:mood.${value}`))
      case 'language':
        return words(['zh-CN', 'zh-TW', 'en'], (value) => t(`condition.languages.${value}`))
      case 'shop':
        return [...named(shops), { value: 'none', label: t('condition.none.shop') }]
      case 'region':
        return named(regions)
      case 'assignee':
        return [
          { value: 'me', label: t('condition.me') },
          { value: 'none', label: t('condition.none.assignee') },
          ...named(people.filter((person) => person.id !== me.staffId)),
        ]
      case 'tag':
        return words(tags, (value) => value)
      case 'team':
        return (playbook?.teams ?? []).map((team) => ({
          value: team.key,
          label: textIn(team.name, i18n.language),
        }))
      case 'cause':
        return (playbook?.causes ?? []).map((cause) => ({
          value: cause.key,
          label: textIn(cause.name, i18n.language),
        }))
      case 'category':
        return (playbook?.categories ?? []).flatMap((parent) => {
          const name = textIn(parent.name, i18n.language)
          const children = parent.children.map((child) => ({
            value: `${parent.key}.${child.key}`,
            label: `${name} › ${textIn(child.name, i18n.language)}`,
          }))
          return [{ value: parent.key, label: t('condition.wholeCategory', { name }) }, ...children]
        })
      case 'severity':
      case 'impact':
        return (playbook?.[field] ?? []).map((level, i) => ({
          value: String(i + 1),
          label: textIn(level, i18n.language),
        }))
      default:
        return []
    }
  }
}
