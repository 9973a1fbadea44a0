import type { Locale, Text } from '#contracts/kit'

const taiwan = new Map<string, string>()

/** The playbook's words in a language: a plain string is zh-CN, and what is missing falls back to it. */
export function textIn(text: Text, locale: string): string {
  const own = typeof text === 'string' ? undefined : text[locale as Locale]
  if (own !== undefined) return own
  const source = typeof text === 'string' ? text : text['zh-CN']
  return locale === 'zh-TW' ? (taiwan.get(source) ?? source) : source
}

/** How a playbook's zh-CN texts read in Taiwan: the server says it with the document, since only the server has the dictionary. */
export function learnTaiwan<Answer extends { taiwan?: Record<string, string> | undefined }>(
  answer: Answer,
): Answer {
  for (const [source, words] of Object.entries(answer.taiwan ?? {})) taiwan.set(source, words)
  return answer
}
