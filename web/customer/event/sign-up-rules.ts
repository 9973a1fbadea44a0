import type { PublicEvent, SignUpInput } from '#contracts/loyalty/events'
import type { Locale } from '../words.ts'

export type SignUpValues = {
  name: string
  phone: string
  shopCode: string
  answers: string[]
  opinion: string
  consent: boolean
  news: boolean
}
export type Fault = 'needName' | 'needPhone' | 'needShop' | 'needAnswer' | 'needConsent' | 'consentNews'
/** By field: name, phone, shop, answer-0 …, consent, news. */
export type Faults = Record<string, Fault | undefined>

export const EMPTY: SignUpValues = {
  name: '',
  phone: '',
  shopCode: '',
  answers: [],
  opinion: '',
  consent: false,
  news: false,
}

/** The same that the server asks of a number, without its blanks. */
const PHONE = /^\+?\d{6,15}$/

export function plainPhone(written: string): string {
  return written.replace(/[\s()-]/g, '')
}

/** What is missing, in the order of the page. */
export function faultsOf(event: PublicEvent, values: SignUpValues): Faults {
  const faults: Faults = {}
  if (!values.name.trim()) faults.name = 'needName'
  if (!PHONE.test(plainPhone(values.phone))) faults.phone = 'needPhone'
  if (event.shops.length > 1 && !values.shopCode) faults.shop = 'needShop'
  event.questions.forEach((question, i) => {
    if (question.required && !(values.answers[i] ?? '').trim()) faults[`answer-${i}`] = 'needAnswer'
  })
  if (!values.consent) faults.consent = 'needConsent'
  return faults
}

export function bodyOf(
  event: PublicEvent,
  values: SignUpValues,
  submissionId: string,
  locale: Locale,
): SignUpInput {
  return {
    submissionId,
    locale,
    name: values.name.trim(),
    phone: plainPhone(values.phone),
    ...(event.shops.length > 1 ? { shopCode: values.shopCode } : {}),
    answers: event.questions.map((_, i) => (values.answers[i] ?? '').trim()),
    opinion: event.opinion ? values.opinion.trim() : '',
    consent: values.consent,
    consentVersion: event.consent.version,
    ...(event.news && values.news ? { news: true, newsVersion: event.news.version } : {}),
  }
}

/** On which field a refusal belongs; `page` when the page itself has to change. */
export function placeOf(code: string | undefined, field: string | undefined): string {
  if (code === 'loyalty.alreadySignedUp') return 'already'
  if (code === 'loyalty.eventFull' || code === 'loyalty.eventNotOpen' || code === 'loyalty.eventUnknown')
    return 'page'
  if (code === 'loyalty.consentChanged') return field === 'news' ? 'news' : 'consent'
  if (field === 'shopCode') return 'shop'
  return field === 'phone' || field === 'name' || field === 'consent' ? field : 'form'
}
