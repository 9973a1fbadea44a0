import { type Investigation, MOST_WHYS } from '#contracts/tickets/investigation'

/** What one writes about a ticket, as the fields hold it. */
export type Findings = {
  whys: string[]
  cause: string | null
  causeNote: string
  measure: string
  conclusion: string
}
const PARTS = ['whys', 'cause', 'causeNote', 'measure', 'conclusion'] as const

/** What is being written, and the record it began from. */
export type FindingsDraft = { mine: Findings; base: Findings; seenAt: string | null }

export function findingsOf(record: Investigation): Findings {
  const { cause, causeNote, measure, conclusion } = record
  return { whys: record.whys, cause, causeNote, measure, conclusion }
}

/** As it will be sent: without empty steps and outer blanks. */
export function tidied(findings: Findings): Findings {
  return {
    whys: findings.whys.map((why) => why.trim()).filter(Boolean),
    cause: findings.cause,
    causeNote: findings.causeNote.trim(),
    measure: findings.measure.trim(),
    conclusion: findings.conclusion.trim(),
  }
}

export function same(a: Findings, b: Findings): boolean {
  return JSON.stringify(tidied(a)) === JSON.stringify(tidied(b))
}

/** Both people's work: a part that I changed is mine, every other one is theirs. */
export function merged(base: Findings, mine: Findings, theirs: Findings): Findings {
  const result: Record<string, unknown> = {}
  for (const part of PARTS) {
    const touched = JSON.stringify(tidied(mine)[part]) !== JSON.stringify(tidied(base)[part])
    result[part] = touched ? mine[part] : theirs[part]
  }
  return result as Findings
}

/** The steps that are drawn: those written, and an empty one to write the next in while there is room. */
export function stepsShown(whys: readonly string[]): string[] {
  const open = whys.length < MOST_WHYS && whys.at(-1)?.trim() !== ''
  return open ? [...whys, ''] : [...whys]
}

/** The chain with one step changed; an empty last step is no step. */
export function withStep(whys: readonly string[], index: number, text: string): string[] {
  const next = stepsShown(whys)
  next[index] = text
  while (next.length && next.at(-1) === '') next.pop()
  return next
}
