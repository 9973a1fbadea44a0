import type { Ctx } from '#platform/context'
import { readContact } from './contact.ts'

type Keyed = Pick<Ctx, 'keys' | 'actor'>
const LAST_DIGITS = 4
const WHOLE_NUMBER = 7

/**
 * Words under which the customer is found in an index that must not show who it is: keyed hashes of the full name, of the phone,
 * of its last four digits, of the e-mail address.
 * Shape: `name` as both sides fold it (simplified, lower case); a surname alone is no name.
 */
export function personalWords(ctx: Keyed, { name, contact }: { name: string; contact: string }): string[] {
  const named = nameWord(ctx, name)
  const words = named ? [named] : []
  if (!contact) return words
  const { kind, value } = readContact(contact)
  if (kind === 'email') return [...words, hidden(ctx, '@e', value)]
  const ends = value.length >= WHOLE_NUMBER ? [hidden(ctx, '@p', value.slice(-LAST_DIGITS))] : []
  return [...words, hidden(ctx, '@p', value), ...ends]
}

/** The same for what somebody typed into a search: it may be a name, a phone, its last four digits, or an address. */
export function askedPersonalWords(ctx: Keyed, words: string): string[] {
  if (words.includes('@')) return [hidden(ctx, '@e', words.trim())]
  const digits = readContact(words).value
  if (/^[\d+\s-]+$/.test(words))
    return digits.length === LAST_DIGITS || digits.length >= WHOLE_NUMBER ? [hidden(ctx, '@p', digits)] : []
  const named = nameWord(ctx, words)
  return named ? [named] : []
}

function nameWord(ctx: Keyed, name: string): string | null {
  const letters = name.replace(/[^\p{L}\p{N}]/gu, '')
  return [...letters].length >= 2 ? hidden(ctx, '@n', letters) : null
}

/** 80 bits: enough that two names of a brand never meet. */
function hidden(ctx: Keyed, mark: '@n' | '@p' | '@e', value: string): string {
  const hash = ctx.keys.blindIndex(ctx.actor.brandId, `search ${mark}`, value)
  return mark + hash.subarray(0, 10).toString('hex')
}
