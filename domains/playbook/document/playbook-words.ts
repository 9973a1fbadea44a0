import type { Locale } from '#contracts/kit'
import { sentence } from '#platform/locale'

const NAMESPACE = 'playbook-document'

/** A name in locales/<lang>/playbook-document.json. */
export type PlaybookWord = `${'issues' | 'where' | 'values'}.${string}`

/** The words about a playbook in the reader's language; the last part of the name itself when there are none. */
export function word(name: PlaybookWord, locale: Locale, data: Record<string, string | number> = {}): string {
  const words = sentence(locale, NAMESPACE, name, data)
  return words === name ? name.slice(name.lastIndexOf('.') + 1) : words
}

export function hasWord(name: PlaybookWord): boolean {
  return sentence('zh-CN', NAMESPACE, name) !== name
}
