import type { Locale, Text } from '#contracts/kit'

/** The playbook's words in a language: a plain string is zh-CN, and what is missing falls back to it. */
export function textIn(text: Text, locale: Locale): string {
  if (typeof text === 'string') return text
  return text[locale] ?? text['zh-CN']
}
