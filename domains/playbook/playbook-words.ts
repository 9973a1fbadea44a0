import type { Locale } from '#contracts/kit'
import en from '#locales/en/playbook.json' with { type: 'json' }
import zh from '#locales/zh-CN/playbook.json' with { type: 'json' }
import { say } from './text.ts'

/** A dotted name in locales/<lang>/playbook.json. */
export type PlaybookWord = `${'issues' | 'where' | 'values' | 'comparison'}.${string}`

/** The words of this room in the reader's language, {{variables}} filled; the name itself when there are none. */
export function word(name: PlaybookWord, locale: Locale, data: Record<string, string | number> = {}): string {
  const source = lookUp(zh, name)
  if (source === undefined) return name.slice(name.lastIndexOf('.') + 1)
  const text = say({ 'zh-CN': source, en: lookUp(en, name) ?? source }, locale)
  return text.replace(/\{\{(\w+)\}\}/g, (_, key: string) => String(data[key] ?? ''))
}

export function hasWord(name: PlaybookWord): boolean {
  return lookUp(zh, name) !== undefined
}

function lookUp(words: unknown, name: string): string | undefined {
  let found: unknown = words
  for (const part of name.split('.')) {
    if (typeof found !== 'object' || found === null) return undefined
    found = (found as Record<string, unknown>)[part]
  }
  return typeof found === 'string' ? found : undefined
}
