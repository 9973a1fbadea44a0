import { Locale } from '#contracts/kit'
import { sentence } from '#platform/locale'

/** What shops count in, as the form offers it in each language; words in locales incidents-server: unit.<key>. */
const UNITS = ['bag', 'box', 'can', 'bottle', 'kg', 'piece'] as const
const SAME = new Map(
  UNITS.flatMap((key) =>
    Locale.options.map((locale) => [sentence(locale, 'incidents-server', `unit.${key}`), key] as const),
  ),
)

/** By what an answer is added up: the same unit in another language is the same; one's own word is itself. */
export function unitOf(said: string): string {
  const word = said.trim().toLowerCase()
  return SAME.get(word) ?? word
}

/** The unit in the reader's language; a word that nobody offers as it was said. */
export function sayUnit(unit: string, locale: Locale): string {
  return UNITS.some((key) => key === unit) ? sentence(locale, 'incidents-server', `unit.${unit}`) : unit
}
