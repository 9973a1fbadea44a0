import { Password } from '#contracts/people'

export type Strength = { level: 0 | 1 | 2 | 3; hint: 'tooShort' | 'longer' | 'guessable' | 'mix' | 'good' }

/** The shortest password the contract takes, in characters. */
export const SHORTEST = Password.minLength ?? 10

const GUESSABLE = /^(.)\1+$|^(?:0?123456789?0?|abcdefghij|qwertyuiop|password|huiyin)/i

/**
 * A hint while someone chooses a password; the server alone decides whether it is taken.
 * Shape: length counts most, because a long plain sentence beats a short one with symbols.
 */
export function passwordStrength(password: string, known: string[] = []): Strength {
  if (password.length < SHORTEST) return { level: 0, hint: 'tooShort' }
  const lower = password.toLowerCase()
  if (
    GUESSABLE.test(password) ||
    known.some((word) => word.length > 3 && lower.includes(word.toLowerCase()))
  ) {
    return { level: 1, hint: 'guessable' }
  }
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/].filter((kind) => kind.test(password)).length
  if (password.length >= 16) return { level: 3, hint: 'good' }
  if (kinds < 2) return { level: 1, hint: 'mix' }
  return password.length >= 12 && kinds >= 3 ? { level: 3, hint: 'good' } : { level: 2, hint: 'longer' }
}
