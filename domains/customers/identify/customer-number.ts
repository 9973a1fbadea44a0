const SIGN = 'C'

/** As staff read and say it: C100234. */
export function customerNumber(number: number): string {
  return `${SIGN}${number}`
}

/** The number in what somebody typed: C100234, c 100234; null when it is none. */
export function readCustomerNumber(typed: string): number | null {
  const found = /^\s*c\s*(\d{6,12})\s*$/i.exec(typed)
  return found ? Number(found[1]) : null
}
