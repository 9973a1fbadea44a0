import type pg from 'pg'
import type { Roster } from '#domains/people'
import { createTask, explainDelay, finishOwn, savePlan } from '#domains/tickets'
import type { Ctx } from '#platform/context'
import { PLAN_WORDS } from './plan-words.ts'
import { seededRandom } from './timing.ts'

/** What the telling of one ticket's plan needs of its story. */
export type Planned = {
  brandId: string
  ticketId: string
  /** The industry pack, for the words. */
  pack: string
  /** The customer's words: the same ticket gets the same plan on every machine. */
  text: string
  roster: Roster
  ends: Date
  look: pg.Pool
  as: (staffId: string | null, at: Date) => Ctx
}
type Now = {
  status: string
  kind: string
  assignee: string | null
  shop: string | null
  /** When something last happened on it. */
  last: Date
  overdue: boolean
}

const MIN_MS = 60_000
const HOUR_MS = 60 * MIN_MS
const SHARE = 0.75
const EXPLAINED = 0.7

/** Of tickets still in hand a share has a plan: steps with other departments, questions to the shop, a promise to the customer; most of what is late says why. */
export async function tellPlan(planned: Planned): Promise<void> {
  const now = await stateOf(planned)
  if (!['assigned', 'in_progress'].includes(now.status)) return
  const random = seededRandom(
    [...planned.text].reduce((sum, c) => (sum * 31 + c.codePointAt(0)!) % 1_000_003, 7),
  )
  const words = PLAN_WORDS[planned.pack] ?? PLAN_WORDS.general!
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const { ends, ticketId } = planned
  const begun = new Date(Math.max(now.last.getTime(), ends.getTime() - (0.4 + random() * 5) * HOUR_MS))
  const agent = (at: Date) => planned.as(now.assignee, at)
  const plans = ['complaint', 'emergency'].includes(now.kind)
  if (plans && begun < ends && random() < SHARE) {
    const step = pick(words.steps)
    const late = random() < 0.2
    const due = late
      ? new Date(begun.getTime() + (ends.getTime() - begun.getTime()) * 0.8)
      : new Date(ends.getTime() + (1 + random() * 26) * HOUR_MS)
    const steps = [
      {
        title: step.title,
        details: '',
        resources: step.resources ?? '',
        dueAt: due.toISOString(),
        ...nextDoer(planned.roster, now.shop),
      },
    ]
    const promise = random() < 0.3 ? promiseFrom(ends, random) : undefined
    await tried(savePlan(agent(begun), ticketId, { steps, ...(promise ? { promise } : {}) }))
    if (!late && random() < 0.2) await finishSome(planned, ends, step.result)
    if (random() < 0.6) await ask(planned, pick(words.questions), agent(begun), random)
  }
  if (now.overdue && random() < EXPLAINED)
    await tried(explainDelay(agent(ends), ticketId, pick(words.delays)))
}

async function ask(
  planned: Planned,
  question: { title: string; answer: string },
  agent: Ctx,
  random: () => number,
): Promise<void> {
  const dueAt = new Date(planned.ends.getTime() + (0.5 + random() * 4) * HOUR_MS).toISOString()
  const asked = { kind: 'question' as const, title: question.title, details: '', resources: '', dueAt }
  const task = await tried(createTask(agent, planned.ticketId, asked))
  if (!task?.owner || random() < 0.6) return
  const answered = new Date(planned.ends.getTime() - random() * 20 * MIN_MS)
  if (answered <= agent.now()) return
  await tried(
    finishOwn(planned.as(task.owner.id, answered), task.id, { result: question.answer, photos: [] }),
  )
}

async function finishSome(
  { brandId, ticketId, look, ends, as }: Planned,
  at: Date,
  result: string,
): Promise<void> {
  const { rows } = await look.query<{ id: string; owner: string | null }>(
    "select id, owner_id as owner from tickets.task where brand_id = $1 and ticket_id = $2 and kind = 'step' and state = 'open'",
    [brandId, ticketId],
  )
  for (const { id, owner: by } of rows)
    if (by) await tried(finishOwn(as(by, at < ends ? at : ends), id, { result, photos: [] }))
}

const DEPARTMENTS = new Set(['kitchen', 'rider', 'quality', 'shop_manager', 'shop_staff', 'tech'])

const given = new WeakMap<Roster, Map<string, number>>()

/** Somebody of another department of that shop, whoever has been given the least so far: nobody's list is empty. */
function nextDoer(roster: Roster, shopId: string | null): { ownerId?: string } {
  const counts = given.get(roster) ?? new Map<string, number>()
  given.set(roster, counts)
  const fit = roster.people.filter((p) =>
    p.roles.some(
      (r) => DEPARTMENTS.has(r.role) && (r.shops === 'all' || (shopId !== null && r.shops.includes(shopId))),
    ),
  )
  const [doer] = fit.toSorted((a, b) => (counts.get(a.id) ?? 0) - (counts.get(b.id) ?? 0))
  if (!doer) return {}
  counts.set(doer.id, (counts.get(doer.id) ?? 0) + 1)
  return { ownerId: doer.id }
}

function promiseFrom(ends: Date, random: () => number) {
  const expected = new Date(ends.getTime() + (26 + random() * 40) * HOUR_MS)
  const next = new Date(ends.getTime() + (2 + random() * 20) * HOUR_MS)
  return {
    expectedAt: expected.toISOString(),
    nextContactAt: next.toISOString(),
    message: '您好，您反馈的问题我们正在处理，还需要一两天时间。有进展我们会先联系您，谢谢您的耐心。',
  }
}

async function stateOf({ look, brandId, ticketId, ends }: Planned): Promise<Now> {
  const { rows } = await look.query(
    `select status, kind, assignee_id as assignee, shop_id as shop,
       (select max(at) from tickets.entry where brand_id = $1 and ticket_id = $2) as last, coalesce(due_at <= $3, false) as overdue
     from tickets.ticket where brand_id = $1 and id = $2`,
    [brandId, ticketId, ends],
  )
  return rows[0]
}

/** A deed that the rules do not allow (the colleague is of another shop) simply did not happen. */
async function tried<T>(deed: Promise<T>): Promise<T | null> {
  try {
    return await deed
  } catch (error) {
    if (error instanceof Error && 'status' in error) return null
    throw error
  }
}
