import type { AttachmentView } from '#contracts/channels'
import type { TimelineEntry } from '#contracts/incidents'
import type { EmergencyPlan } from '#contracts/playbook/emergency'
import { photoViews } from '#domains/channels'
import { say } from '#domains/playbook'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { coveredWords, readsWords } from '../reading/names-shown.ts'
import { filesOf } from './files.ts'
import type { EntryRow } from './timeline-data.ts'
import { openText } from './write-entry.ts'

/** Plans by which lines of a timeline are read: the one that the room follows, and those that it followed until then. */
export type Plans = { plan: EmergencyPlan; before: readonly { until: Date; plan: EmergencyPlan }[] }

/**
 * Lines of the timeline in the reader's words: what names a step, a post or a degree of the plan of its time gets its name.
 * Shape: whoever may not know who a customer is reads that one has written and of which ticket, not the words, and is led to no ticket (G1).
 */
export async function viewEntries(
  ctx: Ctx,
  tx: Tx,
  plans: Plans,
  rows: readonly EntryRow[],
): Promise<TimelineEntry[]> {
  const [first] = rows
  const fileIds = [...new Set(rows.flatMap((row) => row.file_ids))]
  const files = first
    ? await photoViews(tx, ctx, fileIds, filesOf(first.incident_id))
    : new Map<string, AttachmentView>()
  const reads = readsWords(ctx.actor)
  return rows.map((row) => {
    const data = row.data as Record<string, unknown>
    const covered = row.kind === 'reply' && !reads
    const { text, why } = covered
      ? { text: coveredWords(ctx, String(data.number)), why: '' }
      : openText(ctx, row.text_enc)
    return {
      id: row.id,
      at: row.at.toISOString(),
      kind: row.kind as TimelineEntry['kind'],
      fact: row.fact,
      by: row.by_name,
      text,
      data: { ...data, ...namesIn(atThatTime(plans, row.at), data, ctx), ...(why ? { why } : {}) },
      files: row.file_ids.flatMap((id) => files.get(id) ?? []),
      ticketId: covered ? null : row.ticket_id,
    }
  })
}

/** The plan of that time before all others. */
function atThatTime({ plan, before }: Plans, at: Date): EmergencyPlan[] {
  const then = before.find(({ until }) => at < until)?.plan ?? plan
  return [then, plan, ...before.map((one) => one.plan).reverse()]
}

function namesIn(plans: EmergencyPlan[], data: Record<string, unknown>, { locale }: Ctx) {
  const of = {
    steps: plans.flatMap((plan) => plan.steps),
    posts: plans.flatMap((plan) => plan.posts),
    grades: plans.flatMap((plan) => plan.grades),
    evidence: plans.flatMap((plan) => plan.evidence),
  }
  const nameOf = (list: readonly { key: string }[], key: unknown, text: (one: never) => unknown) => {
    const found = list.find((one) => one.key === key)
    return found && say(text(found as never) as Parameters<typeof say>[0], locale)
  }
  const step = nameOf(of.steps, data.step, (s: EmergencyPlan['steps'][number]) => s.title)
  const post = nameOf(of.posts, data.post, (p: EmergencyPlan['posts'][number]) => p.name)
  const from = nameOf(of.grades, data.from, (g: EmergencyPlan['grades'][number]) => g.name)
  const to = nameOf(of.grades, data.to, (g: EmergencyPlan['grades'][number]) => g.name)
  const evidence = nameOf(of.evidence, data.evidence, (e: EmergencyPlan['evidence'][number]) => e.text)
  const planFrom = nameOf(plans, data.planFrom, (p: EmergencyPlan) => p.name)
  const planName = data.planName && say(data.planName as Parameters<typeof say>[0], locale)
  const planTo = nameOf(plans, data.planTo, (p: EmergencyPlan) => p.name)
  const titles = ['added', 'dropped', 'moved'].flatMap((key) =>
    Array.isArray(data[key])
      ? [
          [
            key,
            (data[key] as unknown[]).flatMap(
              (one) => nameOf(of.steps, one, (s: EmergencyPlan['steps'][number]) => s.title) ?? [],
            ),
          ],
        ]
      : [],
  )
  return {
    ...(step ? { stepName: step } : {}),
    ...(post ? { postName: post } : {}),
    ...(from ? { fromName: from } : {}),
    ...(to ? { toName: to } : {}),
    ...(planFrom ? { planFrom } : {}),
    ...(planTo ? { planTo } : {}),
    ...(planName ? { planName } : {}),
    ...(evidence ? { evidenceName: evidence } : {}),
    ...Object.fromEntries(titles),
  }
}
