import type { PublicSalon, SalonAnswersInput } from '#contracts/channels/salon'
import type { Locale } from '../words.ts'

/** What one customer has tapped and written; the therapist stays for the next one. */
export type SalonValues = {
  mood: '' | 'good' | 'fair' | 'bad'
  none: boolean
  discomforts: string[]
  discomfortWords: string
  wishes: string[]
  wishWords: string
  phone: string
  consent: boolean
}

export const EMPTY: SalonValues = {
  mood: '',
  none: false,
  discomforts: [],
  discomfortWords: '',
  wishes: [],
  wishWords: '',
  phone: '',
  consent: false,
}

export const QUESTIONS = 3

/** Whether the question at `step` (1 … 3) has what it needs to go on; `fault` says what is wrong with the number. */
export function mayGoOn(step: number, values: SalonValues): boolean {
  if (step === 1) return values.mood !== ''
  if (step === 2) return values.none || values.discomforts.length > 0 || values.discomfortWords.trim() !== ''
  return phoneFault(values) === null
}

export function phoneFault({ phone, consent }: SalonValues): 'needPhone' | 'needConsent' | null {
  if (!phone.trim()) return null
  if (!/^\+?\d{6,15}$/.test(phone.replace(/[\s()-]/g, ''))) return 'needPhone'
  return consent ? null : 'needConsent'
}

/** Nothing uncomfortable and a chip of discomfort exclude each other: the last tap counts. */
export function tapDiscomfort(values: SalonValues, chosen: string[]): SalonValues {
  return { ...values, discomforts: chosen, none: chosen.length ? false : values.none }
}

export function tapNone(values: SalonValues): SalonValues {
  return values.none
    ? { ...values, none: false }
    : { ...values, none: true, discomforts: [], discomfortWords: '' }
}

/** `locale` tells which language's chips the values speak of. */
export function bodyOf(
  salon: PublicSalon,
  values: SalonValues,
  about: { submissionId: string; locale: Locale; therapistId: string; at: Date },
): SalonAnswersInput {
  const words = salon.words[about.locale]!
  const placesOf = (all: string[], chosen: string[]) =>
    chosen.map((one) => all.indexOf(one)).filter((place) => place >= 0)
  const phone = values.phone.replace(/[\s()-]/g, '')
  return {
    submissionId: about.submissionId,
    locale: about.locale,
    version: salon.version,
    ...(about.therapistId ? { therapistId: about.therapistId } : {}),
    mood: values.mood || 'fair',
    none: values.none,
    discomforts: placesOf(words.discomforts, values.discomforts),
    discomfortWords: values.discomfortWords.trim(),
    wishes: placesOf(words.wishes, values.wishes),
    wishWords: values.wishWords.trim(),
    ...(phone ? { phone, consent: values.consent } : {}),
    writtenAt: about.at.toISOString(),
  }
}
