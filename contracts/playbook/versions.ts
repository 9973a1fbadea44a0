import { z } from 'zod'
import { defineEvent, Id, Instant } from '../kit.ts'
import { Playbook } from '../playbook.ts'
import { EmergencyPlan } from './emergency.ts'

/** A mistake in a playbook: where it is, what is wrong, and what to do about it. */
export const PlaybookIssue = z.object({ path: z.string(), problem: z.string(), remedy: z.string() })
export type PlaybookIssue = z.infer<typeof PlaybookIssue>

export const PlaybookVersion = z.object({
  id: Id,
  number: z.int(),
  state: z.enum(['draft', 'published', 'retired']),
  note: z.string(),
  by: z.string(),
  changedAt: Instant,
  publishedAt: Instant.nullable(),
  tickets: z.int(),
})
/** For a reader of zh-TW: the document's zh-CN texts as they read in Taiwan. The document stays as the brand wrote it. */
const Taiwan = z.record(z.string(), z.string()).optional()
export const PlaybookInForce = z.object({ version: PlaybookVersion, document: Playbook, taiwan: Taiwan })
export const PlaybookDocument = PlaybookVersion.extend({ document: Playbook, taiwan: Taiwan })
export const SaveDraft = z.strictObject({
  document: z.unknown(),
  note: z.string().trim().max(200).default(''),
})
export const DraftState = z.object({
  base: z.int(),
  document: z.unknown(),
  taiwan: Taiwan,
  note: z.string(),
  issues: z.array(PlaybookIssue),
  /** What is worth a look and keeps nobody from publishing. */
  advice: z.array(PlaybookIssue),
  changes: z.array(
    z.object({
      path: z.string(),
      where: z.string(),
      change: z.enum(['added', 'removed', 'changed']),
      before: z.string(),
      after: z.string(),
    }),
  ),
})
/** The emergency plans of the brand's trade, to begin from; `pack` is what the trade is called. */
export const TradePlans = z.object({ pack: z.string(), plans: z.array(EmergencyPlan), taiwan: Taiwan })

export const PublishDraft = z.strictObject({ note: z.string().trim().min(2).max(200) })

/** State Council notice of one year: days off (weekends inside them too) and make-up workdays. */
export const CalendarYear = z.strictObject({
  year: z.int().min(2020).max(2100),
  offDays: z.array(z.iso.date()).max(80),
  makeUpWorkdays: z.array(z.iso.date()).max(40),
})
export type CalendarYear = z.infer<typeof CalendarYear>
export const CalendarYearView = CalendarYear.extend({ source: z.enum(['built_in', 'uploaded']) })

export const playbookPublished = defineEvent('playbook.published', z.object({ versionId: Id }))
export const calendarUploaded = defineEvent('playbook.calendarUploaded', z.object({ year: z.int() }))
