import { useTranslation } from 'react-i18next'
import type { Playbook, ResponsibilityRule } from '#contracts/playbook'
import { usePlaybookWords } from './use-playbook-words.ts'

/** A rule's condition in words; empty for the last rule, which takes everything. */
export function useCondition(doc: Playbook): (when: ResponsibilityRule['when']) => string {
  const { t } = useTranslation('playbook-admin')
  const words = usePlaybookWords(doc)
  return ({ kinds, categories, priorities, channels, shops }) =>
    [
      kinds?.map((kind) => t(`kind.${kind}`)),
      categories?.map(words.category),
      priorities,
      channels?.map((channel) => t(`channel.${channel}`)),
      shops,
    ]
      .filter((part) => part && part.length > 0)
      .map((part) => part?.join('、'))
      .join(' · ')
}
