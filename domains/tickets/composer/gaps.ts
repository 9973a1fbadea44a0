import type { Locale } from '#contracts/kit'
import { sentence } from '#platform/locale'
import { composerErrors } from './errors.ts'

const LOCALES: readonly Locale[] = ['zh-CN', 'zh-TW', 'en']
/** Variables that a ticket may have no value for; the others always have one. */
export const MAY_LACK = ['customer', 'order', 'team'] as const
type Lacking = (typeof MAY_LACK)[number]

/** What stands in a message where a variable has no value, in the writer's language: [称呼]. */
export function gapFor(name: Lacking, locale: Locale): string {
  return `[${sentence(locale, 'server', `gap.${name}`)}]`
}

let known: readonly string[] | undefined

/** Every gap there is, in whatever language it was marked. */
export function allGaps(): readonly string[] {
  known ??= [...new Set(LOCALES.flatMap((locale) => MAY_LACK.map((name) => gapFor(name, locale))))]
  return known
}

/** The gaps that are still in a text, in the order in which they stand. */
export function gapsIn(text: string): string[] {
  return allGaps()
    .filter((gap) => text.includes(gap))
    .sort((a, b) => text.indexOf(a) - text.indexOf(b))
}

/** A customer never reads a gap. Errors: composer.gapsLeft with the first one. */
export function refuseGaps(text: string): void {
  const [gap] = gapsIn(text)
  if (gap) throw composerErrors.gapsLeft({ gap }, 'text')
}
