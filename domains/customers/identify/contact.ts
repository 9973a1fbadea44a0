import type { ContactKind } from '#contracts/customers'

export type Identity = { kind: ContactKind; value: string; masked: string }

/**
 * A contact as people write it, in the one form under which it is found again.
 * Shape: mainland mobiles lose spaces, hyphens and +86; other numbers keep their digits and plus; e-mail is lower-cased.
 */
export function readContact(written: string): Identity {
  const text = written.trim()
  if (text.includes('@')) {
    const value = text.toLowerCase()
    return { kind: 'email', value, masked: maskEmail(value) }
  }
  const digits = text.replace(/[^\d+]/g, '').replace(/^(\+?86)(?=1\d{10}$)/, '')
  return { kind: 'phone', value: digits, masked: maskPhone(digits) }
}

/** 138****1234; short numbers keep two digits at each end. */
export function maskPhone(digits: string): string {
  if (digits.length >= 11) return `${digits.slice(0, -8)}****${digits.slice(-4)}`
  return `${digits.slice(0, 2)}****${digits.slice(-2)}`
}

export function maskEmail(address: string): string {
  const [local = '', domain = ''] = address.split('@')
  return `${local.slice(0, 1)}***@${domain}`
}

const TITLE = /(女士|先生|小姐|太太|同学|老师|阿姨|大哥|大姐|师傅|经理|总)$/

/** 林女士 stays, because it names nobody; 林小雨 becomes 林**, Anna Lee becomes A***. */
export function maskName(name: string): string {
  const text = name.trim()
  if (!text || TITLE.test(text)) return text
  const [first = ''] = [...text]
  return /\p{Script=Han}/u.test(first) ? first + '*'.repeat(Math.min(2, [...text].length - 1)) : `${first}***`
}

/** Numbers typed into a text are personal data too: 11-digit mobiles inside it are masked for display. */
export function maskNumbersIn(text: string): string {
  return text.replace(/(?<!\d)(1[3-9]\d)\d{4}(\d{4})(?!\d)/g, '$1****$2')
}
