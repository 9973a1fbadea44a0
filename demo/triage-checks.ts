import type pg from 'pg'
import type { Playbook } from '#contracts/playbook'
import { confirmTriage, correctTriage } from '#domains/tickets'
import type { Ctx } from '#platform/context'
import { AppError } from '#platform/errors'
import type { DemoFeedback } from './demo-file.ts'
import { seededRandom } from './timing.ts'

type Checked = {
  brandId: string
  ticketId: string
  feedback: DemoFeedback
  playbook: Playbook
  look: pg.Pool
  staff: Ctx
}
type Judged = { kind: DemoFeedback['kind']; categories: string[]; severity: number; impact: number }

/** So many of the judgements that were right are said to be right; what was wrong is more often put right. */
const CONFIRMED = 0.45
const CORRECTED = 0.8

/**
 * Whoever has the ticket looks at what the system made of it: right, or put right to what the demo's file knows. Danger is never talked down.
 * Shape: true when it was put right.
 */
export async function tellTriageCheck({ feedback, ...told }: Checked): Promise<boolean> {
  const judged = await judgedOf(told)
  const random = seededRandom([...feedback.text].reduce((sum, c) => (sum * 33 + c.codePointAt(0)!) | 0, 11))
  if (judged.kind === 'emergency' || feedback.kind === 'emergency') return false
  const right = judged.kind === feedback.kind && judged.categories.includes(feedback.category)
  if (random() >= (right ? CONFIRMED : CORRECTED)) return false
  const { staff, ticketId } = told
  try {
    if (right) await confirmTriage(staff, ticketId)
    else await correctTriage(staff, ticketId, { ...meant(told.playbook, feedback), reason: '' })
  } catch (error) {
    // Whom the ticket is about does not judge it.
    if (error instanceof AppError) return false
    throw error
  }
  return !right
}

/** Severity and impact as the playbook has them for what it really was. */
function meant(playbook: Playbook, { kind, category }: DemoFeedback): Judged {
  const [parent, child] = category.split('.')
  const named = playbook.categories.find((c) => c.key === parent)?.children.find((c) => c.key === child)
  const usual = kind === 'complaint' && named ? named : playbook.kinds[kind]
  return {
    kind,
    categories: [category],
    severity: Math.max(1, usual.severity),
    impact: Math.max(1, usual.impact ?? playbook.kinds[kind].impact),
  }
}

async function judgedOf({ look, brandId, ticketId }: Omit<Checked, 'feedback'>): Promise<Judged> {
  const { rows } = await look.query<Judged>(
    'select kind, categories, severity, impact from tickets.ticket where brand_id = $1 and id = $2',
    [brandId, ticketId],
  )
  return rows[0]!
}
