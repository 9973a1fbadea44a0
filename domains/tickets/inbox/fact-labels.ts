import type { Locale } from '#contracts/kit'
import type { Playbook } from '#contracts/playbook'
import { say } from '#domains/playbook'
import { triageWords } from './triage-words.ts'

const NAMED = ['category', 'categories', 'cause', 'reason', 'reasons', 'signs', 'team', 'role']

/** Says the playbook's keys in an entry's data in the reader's language: key → name; what is no key (a word that was heard) is left out. */
export function factLabels(playbook: Playbook, locale: Locale): (data: unknown) => Record<string, string> {
  const { categories, causes, closing, teams } = playbook
  const keys = [
    ...categories.flatMap((c) => c.children.map((s) => [`${c.key}.${s.key}`, s.name] as const)),
    ...[...closing.rejectReasons, ...closing.ratingReasons].map((r) => [r.key, r.label] as const),
    ...teams.map((team) => [team.key, team.name] as const),
    ...causes.map((cause) => [cause.key, cause.name] as const),
  ]
  const names = new Map([
    ...triageWords(playbook, locale),
    ...keys.map(([key, text]) => [key, say(text, locale)] as const),
  ])
  return (data) =>
    Object.fromEntries(
      keysIn(data).flatMap((key) => {
        const name = names.get(key)
        return name === undefined ? [] : [[key, name]]
      }),
    )
}

/** The words under the named fields, also those of a correction's `before` and `after`. */
function keysIn(data: unknown): string[] {
  if (typeof data !== 'object' || data === null) return []
  return Object.entries(data).flatMap(([field, value]) => {
    if (field === 'before' || field === 'after') return keysIn(value)
    if (!NAMED.includes(field)) return []
    return [value].flat().filter((one) => typeof one === 'string')
  })
}
