import { useTranslation } from 'react-i18next'
import type { Locale, Text } from '#contracts/kit'
import type { Playbook } from '#contracts/playbook'
import { textIn } from '../../ui/text-in.ts'

/** Words for things inside one playbook, in the reader's language. */
export function usePlaybookWords(doc: Playbook) {
  const { t, i18n } = useTranslation('playbook-admin')
  const say = (text: Text) => textIn(text, i18n.language as Locale)
  const nameOf = (list: ReadonlyArray<{ key: string; name: Text }>, key: string) => {
    const found = list.find((item) => item.key === key)
    return found ? say(found.name) : key
  }
  return {
    say,
    /** `parent` or `parent.child` as 食品安全 / 异物. */
    category: (path: string) => {
      const [parent = '', child] = path.split('.')
      const held = doc.categories.find((category) => category.key === parent)
      if (!held) return path
      return child ? `${say(held.name)} / ${nameOf(held.children, child)}` : say(held.name)
    },
    team: (key: string) => nameOf(doc.teams, key),
    calendar: (key: string) => nameOf(doc.calendars, key),
    /** Level 1 … 4 in a word or two: what stands before the colon of the scale's own sentence. */
    severity: (level: number) => shortScale(say(doc.severity[level - 1] ?? String(level))).name,
    impact: (level: number) => shortScale(say(doc.impact[level - 1] ?? String(level))).name,
    priority: (severity: number, impact: number) => doc.matrix[severity - 1]?.[impact - 1] ?? 'P3',
    minutes: (count: number) => {
      if (count < 60) return t('sla.minutes', { count })
      const [hours, minutes] = [Math.floor(count / 60), count % 60]
      return minutes ? t('sla.hoursMinutes', { hours, minutes }) : t('sla.hours', { count: hours })
    },
  }
}

/** Choices of a category, whole groups and single ones. */
export function categoryOptions(doc: Playbook, say: (text: Text) => string, withParents: boolean) {
  return doc.categories.map((parent) => ({
    label: say(parent.name),
    options: [
      ...(withParents ? [{ value: parent.key, label: say(parent.name) }] : []),
      ...parent.children.map((child) => ({
        value: `${parent.key}.${child.key}`,
        label: `${say(parent.name)} / ${say(child.name)}`,
      })),
    ],
  }))
}

/** A step of a scale such as 危及人：异物入口、受伤 as its name and what it means; without a colon, up to the first comma. */
export function shortScale(words: string): { name: string; meaning: string } {
  const at = words.search(/[：:]/)
  if (at > 0) return { name: words.slice(0, at).trim(), meaning: words.slice(at + 1).trim() }
  const comma = words.search(/[，,、（(]/)
  return comma > 0 ? { name: words.slice(0, comma).trim(), meaning: words } : { name: words, meaning: '' }
}
