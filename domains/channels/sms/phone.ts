/** `country` without plus; `national` as dialled inside it. */
export type Phone = { country: string; national: string }

/** A number as people, vendors and forms write it; a bare eleven-digit mobile number is Chinese. Null when it is none. */
export function readPhone(text: string, country = ''): Phone | null {
  const digits = text.replace(/[\s\-()]/g, '')
  if (country && country !== '86' && /^\d{5,15}$/.test(digits)) return { country, national: digits }
  const chinese = /^(?:\+86|0086|86)?(1\d{10})$/.exec(digits)
  if (chinese) return { country: '86', national: chinese[1]! }
  const foreign = /^(?:\+|00)([1-9]\d{0,2})(\d{5,12})$/.exec(digits)
  return foreign ? { country: foreign[1]!, national: foreign[2]! } : null
}

/** How a number is kept and shown: bare at home, with plus and country elsewhere. */
export function phoneText({ country, national }: Phone): string {
  return country === '86' ? national : `+${country}${national}`
}
