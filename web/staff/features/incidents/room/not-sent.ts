/** What is still to be saved after `sent` was: a field that has been written on meanwhile stays. */
export function notSent<T extends Record<string, unknown>>(now: T, sent: Partial<T>): T {
  const left = Object.entries(now).filter(([key, value]) => !Object.is(value, sent[key]))
  return Object.fromEntries(left) as T
}

/** What was written on after `sent` had gone off; words that were made anew stay whole. */
export function writtenSince(now: string, sent: string): string {
  return now.startsWith(sent) ? now.slice(sent.length).trimStart() : now
}
