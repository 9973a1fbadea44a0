/** A judgement as it is compared: severity 0 to 4, categories `parent.child` with the main one first. */
export type Judged = { kind: string; categories: readonly string[]; severity: number }
/** The same with the probabilities it was made from, the brand's own layer not among them. */
export type Based = Judged & { kinds: Record<string, number>; severities: readonly number[] }

export const FIELDS = ['kind', 'category', 'severity'] as const
export type Field = (typeof FIELDS)[number]

/** What is counted of one judgement: the main category; the person's own when any of what the person meant was said first. */
export function compared(said: Judged, meant: Judged): Record<Field, { said: string; meant: string }> {
  const first = said.categories[0] ?? ''
  return {
    kind: { said: said.kind, meant: meant.kind },
    category: { said: first, meant: meant.categories.includes(first) ? first : (meant.categories[0] ?? '') },
    severity: { said: String(said.severity), meant: String(meant.severity) },
  }
}
