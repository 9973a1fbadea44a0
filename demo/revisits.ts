import type pg from 'pg'
import { customerContext } from '#domains/channels'
import { addRevisit, answerProposal, answerRevisit, propose, recordRevisit } from '#domains/tickets'
import type { Ctx, Services } from '#platform/context'

/** What the telling of one ticket's time after its end needs of its story. */
export type After = {
  services: Services
  brandId: string
  ticketId: string
  token: string
  random: () => number
  ends: Date
  /** Reasons of the playbook for not being content. */
  reasons: string[]
  look: pg.Pool
  /** Lets everything ring up to an instant; answers with what rings next. */
  ring: (until: Date) => Promise<{ rings: Date | null; assignee: string | null }>
  as: (staffId: string | null, at: Date) => Ctx
}
type Visit = { id: string; state: 'due' | 'asked'; owner: string | null; planned: Date }

const MIN_MS = 60_000
const FRESH_MS = 3 * 86_400_000
const MOST_STEPS = 60

/** How the revisits of one ticket went until now: most calls are made, some people are not reached, some answer in writing, a few are not content. */
export async function tellRevisits(after: After): Promise<void> {
  const left = new Set<string>()
  let again = false
  for (let step = 0; step < MOST_STEPS; step++) {
    const visit = (await waiting(after)).find((one) => !left.has(one.id))
    if (!visit) {
      const { rings } = await after.ring(new Date(0))
      if (!rings || rings > after.ends) return addOne(after)
      await after.ring((await isOver(after)) ? rings : after.ends)
      continue
    }
    const at = momentOf(after, visit)
    if (!at || !(await tellOne(after, visit, at, !again))) left.add(visit.id)
    else again = (await reopened(after, at)) || again
  }
}

/** Some that are closed get one more by hand, for today. */
async function addOne(after: After): Promise<void> {
  const { random, ends } = after
  const { rows } = await after.look.query(
    `select assignee_id as assignee from tickets.ticket where brand_id = $1 and id = $2 and status = 'closed' and closed_at > $3`,
    [after.brandId, after.ticketId, new Date(ends.getTime() - 20 * 86_400_000)],
  )
  if (!rows[0] || random() > 0.3) return
  const at = new Date(ends)
  at.setUTCHours(2 + Math.floor(random() * 9), Math.floor(random() * 60), 0, 0)
  if (at >= ends) at.setTime(at.getTime() - 86_400_000)
  const asked = new Date(at.getTime() - 20 * 3_600_000)
  const staff = after.as(rows[0].assignee, asked)
  await done(addRevisit(staff, after.ticketId, { means: 'phone', at: at.toISOString() }))
  await after.ring(ends)
}

/** Offered, accepted or closed: from here on every ring may bring a revisit. */
async function isOver({ look, brandId, ticketId }: After): Promise<boolean> {
  const { rows } = await look.query(
    "select status in ('proposed', 'resolved', 'closed') as over from tickets.ticket where brand_id = $1 and id = $2",
    [brandId, ticketId],
  )
  return rows[0].over
}

async function waiting({ look, brandId, ticketId }: After): Promise<Visit[]> {
  const { rows } = await look.query(
    `select id, state, owner_id as owner, planned_at as planned from tickets.revisit
     where brand_id = $1 and ticket_id = $2 and state in ('due', 'asked') order by planned_at, id`,
    [brandId, ticketId],
  )
  return rows
}

/** Null: it has not happened yet, or never does. */
function momentOf({ random, ends }: After, { state, planned }: Visit): Date | null {
  const waits = state === 'due' ? (5 + random() * 150) * MIN_MS : (20 + random() * 2000) * MIN_MS
  if (state === 'asked' && random() > 0.5) return null
  if (state === 'due' && ends.getTime() - planned.getTime() < FRESH_MS && random() < 0.55) return null
  const at = new Date(planned.getTime() + waits)
  return at < ends ? at : null
}

async function tellOne(after: After, visit: Visit, at: Date, mayFail: boolean): Promise<boolean> {
  const { random, reasons } = after
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const luck = random()
  if (visit.state === 'asked') {
    const content = luck < 0.86 || !mayFail
    const customer = customerContext({ ...after.services, now: () => at }, after.brandId, 'zh-CN')
    const words = random() < 0.4 ? pick(content ? WELL : ILL) : ''
    const stars = content && random() < 0.7 ? { stars: pick([5, 5, 4, 4, 3]) } : {}
    return done(answerRevisit(customer, after.token, { id: visit.id, content, words, ...stars }, 'zh-CN'))
  }
  const staff = after.as(visit.owner, at)
  if (luck < 0.2) return done(recordRevisit(staff, visit.id, { outcome: 'missed', words: pick(MISSED) }))
  if (luck < 0.27) {
    const nextAt = new Date(at.getTime() + (1 + Math.floor(random() * 3)) * 86_400_000).toISOString()
    return done(recordRevisit(staff, visit.id, { outcome: 'later', nextAt, words: pick(LATER) }))
  }
  if (luck < 0.36 && mayFail && reasons.length)
    return done(
      recordRevisit(staff, visit.id, { outcome: 'not_content', reason: pick(reasons), words: pick(ILL) }),
    )
  const stars = random() < 0.6 ? { stars: pick([5, 5, 5, 4, 4, 3]) } : {}
  return done(recordRevisit(staff, visit.id, { outcome: 'content', words: pick(WELL), ...stars }))
}

/** A deed that the rules no longer allow simply did not happen. */
function done(deed: Promise<void>): Promise<boolean> {
  return deed.then(
    () => true,
    (error: unknown) => {
      if (error instanceof Error && 'status' in error) return false
      throw error
    },
  )
}

/** Opened again by a bad answer: handled once more, and this time it holds; the last days' ones are still being worked on. */
async function reopened(after: After, at: Date): Promise<boolean> {
  const { rows } = await after.look.query(
    'select status, assignee_id as assignee from tickets.ticket where brand_id = $1 and id = $2',
    [after.brandId, after.ticketId],
  )
  const { status, assignee } = rows[0] as { status: string; assignee: string | null }
  if (status !== 'assigned') return false
  const proposedAt = new Date(at.getTime() + (40 + after.random() * 200) * MIN_MS)
  const acceptedAt = new Date(proposedAt.getTime() + (30 + after.random() * 600) * MIN_MS)
  if (acceptedAt > after.ends) return true
  await after.ring(proposedAt)
  await done(propose(after.as(assignee, proposedAt), after.ticketId, { text: AGAIN, despiteOpenTasks: true }))
  const customer = customerContext({ ...after.services, now: () => acceptedAt }, after.brandId, 'zh-CN')
  await done(answerProposal(customer, after.token, { accept: true }, 'zh-CN'))
  return true
}

const WELL = [
  '都好了，谢谢还记得打来',
  '处理得可以，没别的事了',
  '退的收到了，店里人也道歉了',
  '后来又去过一次，没再出问题',
  '没事了，你们忙吧',
]
const ILL = [
  '说好的退款到现在还没到账',
  '第二次去还是一样，等于没改',
  '当时答应店长打给我的，一直没人打',
  '给的说法我不认可，想听听到底怎么回事',
]
const MISSED = ['响了没人接', '通话中', '接了说在开会，就挂了', '关机']
const LATER = ['在上班，让晚点再打', '在外地，说过两天打', '孩子睡了，让改天下午打']
const AGAIN =
  '上次没给您办好，是我们的不对。这回由我跟到底：今天就把答应您的办完，办完我再告诉您一声。您看这样可以吗？'
