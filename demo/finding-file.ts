import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { EvidenceKind } from '#contracts/tickets/investigation'

/** What was found out about feedback of certain categories, in the words of the trade. */
const Finding = z.strictObject({
  /** `parent` or `parent.child`; the first that fits is taken. */
  fits: z.array(z.string()).min(1),
  cause: z.string(),
  note: z.string(),
  whys: z.array(z.string()).min(2).max(7),
  measure: z.string(),
  conclusion: z.string(),
  evidence: z.array(
    z.strictObject({
      kind: EvidenceKind,
      title: z.string().default(''),
      reference: z.string().default(''),
      details: z.string().default(''),
      /** Minutes before the customer spoke, and for how many. */
      before: z.int().optional(),
      for: z.int().optional(),
    }),
  ),
  /** About somebody of the shop, and what that person says. */
  accused: z.boolean().default(false),
  statement: z.string().default(''),
  /** What quality and the shop are asked about the gravest, what they say, what is decided. */
  question: z.string().default(''),
  opinions: z.array(z.string()).length(2).optional(),
  decision: z.string().default(''),
})
export type Finding = z.infer<typeof Finding>

const kept = new Map<string, Finding[]>()

/** Findings of an industry pack. A mistake in a file names the file. */
export function readFindings(pack: string): Finding[] {
  const known = kept.get(pack)
  if (known) return known
  const file = join(import.meta.dirname, 'findings', `${pack}.yaml`)
  const read = z.array(Finding).safeParse(parse(readFileSync(file, 'utf8')))
  if (!read.success) throw new Error(`${file}: ${z.prettifyError(read.error)}`)
  kept.set(pack, read.data)
  return read.data
}

/** The finding that fits a category; undefined when none does. */
export function findingFor(pack: string, category: string): Finding | undefined {
  return readFindings(pack).find(({ fits }) =>
    fits.some((one) => category === one || category.startsWith(`${one}.`)),
  )
}
