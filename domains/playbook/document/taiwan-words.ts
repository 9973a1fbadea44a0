import type { Locale } from '#contracts/kit'
import { say } from './text.ts'

/** Compared with what customers write, so they are shown as they stand. */
const AS_WRITTEN = new Set(['words', 'unless', 'signals'])
const HAN = /\p{Script=Han}/u

/**
 * For a reader in Taiwan: each zh-CN text of a document as it reads there. The document itself stays as the brand wrote it,
 * since it is what the next draft begins with.
 * Shape: undefined for every other reader.
 */
export function taiwanWords(document: unknown, locale: Locale): Record<string, string> | undefined {
  if (locale !== 'zh-TW') return undefined
  const words: Record<string, string> = {}
  const walk = (value: unknown): void => {
    if (typeof value === 'string') {
      if (HAN.test(value)) words[value] = say(value, 'zh-TW')
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) if (!AS_WRITTEN.has(key)) walk(inner)
    }
  }
  walk(document)
  return words
}
