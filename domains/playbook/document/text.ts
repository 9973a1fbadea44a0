import type { Locale, Text } from '#contracts/kit'
import { inTaiwan } from '#platform/taiwan'

const MOST_KEPT = 20_000
const converted = new Map<string, string>()

/**
 * The words of a playbook in the reader's language.
 * Shape: zh-TW is converted from zh-CN, with Taiwan's own words, when the playbook has none; English falls back to zh-CN.
 */
export function say(text: Text, locale: Locale): string {
  const source = typeof text === 'string' ? text : text['zh-CN']
  const own = typeof text === 'string' ? undefined : text[locale]
  if (own !== undefined) return own
  return locale === 'zh-TW' ? traditional(source) : source
}

function traditional(text: string): string {
  const known = converted.get(text)
  if (known !== undefined) return known
  if (converted.size >= MOST_KEPT) converted.clear()
  const words = inTaiwan(text)
  converted.set(text, words)
  return words
}
