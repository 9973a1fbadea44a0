import type { Locale } from '#contracts/kit'
import type { Playbook } from '#contracts/playbook'
import { say } from '#domains/playbook'
import { sentence } from '#platform/locale'
import { HISTORY_DAYS, OFTEN } from '../triage/history.ts'

const LOCALES: Locale[] = ['zh-CN', 'zh-TW', 'en']
const SAID = ['moodBad', 'moodGood', 'chosen', 'asks', 'habit', 'nothing', 'worse', 'many']
const STARS = [1, 2, 3, 4, 5]
const MOST_OFTEN = 60

/** What the rules wrote beside a judgement, in the language of the hour it was made → in the reader's; the customer's own words are not in it. */
export function triageWords(playbook: Playbook, locale: Locale): Map<string, string> {
  const words = new Map<string, string>()
  const add = (inLanguage: (language: Locale) => string) => {
    for (const language of LOCALES) words.set(inLanguage(language), inLanguage(locale))
  }
  for (const kind of Object.values(playbook.kinds)) add((l) => say(kind.name, l))
  for (const category of playbook.categories) {
    for (const child of category.children) add((l) => say(child.name, l))
  }
  for (const risk of playbook.risks) {
    add((l) => say(risk.name, l))
    add((l) => sentence(l, 'triage', 'feared', { risk: say(risk.name, l) }))
  }
  for (const key of SAID) add((l) => sentence(l, 'triage', key))
  for (let count = OFTEN + 1; count <= MOST_OFTEN; count += 1)
    add((l) => sentence(l, 'triage', 'history', { count, days: HISTORY_DAYS }))
  for (const stars of STARS) add((l) => sentence(l, 'triage', 'stars', { stars, count: stars }))
  return words
}
