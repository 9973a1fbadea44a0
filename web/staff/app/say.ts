import type { Locale, Text } from '#contracts/kit'

/** The playbook's words in the reader's language; what is not translated is said in zh-CN. */
export function say(text: Text, locale: string): string {
  if (typeof text === 'string') return text
  return text[locale as Locale] ?? text['zh-CN']
}
