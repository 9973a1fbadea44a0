import { createHash, timingSafeEqual } from 'node:crypto'

export const md5 = (text: string): string => createHash('md5').update(text, 'utf8').digest('hex')

export const sha1 = (...parts: (string | Buffer)[]): string => {
  const hash = createHash('sha1')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

/** Whether two signatures are the same, in a time that tells nothing about where they differ; letter case does not count. */
export function sameSignature(given: string | undefined, wanted: string): boolean {
  const a = Buffer.from((given ?? '').toLowerCase())
  const b = Buffer.from(wanted.toLowerCase())
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Names and values sorted by name, without those that are not signed. */
export function sortedPairs(values: Record<string, string>, ...without: string[]): [string, string][] {
  return Object.entries(values)
    .filter(([name]) => !without.includes(name))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
}

/** Whether a push is older, or more in the future, than allowed. `stampMs` is not a number: it is. */
export function isStale(stampMs: number, now: Date, toleranceMin: number): boolean {
  return !(Math.abs(now.getTime() - stampMs) <= toleranceMin * 60_000)
}
