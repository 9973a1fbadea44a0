import type pg from 'pg'
import { v4 as uuidv4 } from 'uuid'
import type { Roster } from '#domains/people'
import {
  cancelCompensation,
  decideApproval,
  proposeCompensation,
  readCompensation,
  saveCustomerValue,
  settleCompensation,
} from '#domains/tickets'
import type { Ctx } from '#platform/context'
import { seededRandom } from './timing.ts'

/** What the telling of one ticket's compensation needs of its story. */
export type Compensated = {
  brandId: string
  ticketId: string
  /** The customer's words: the same ticket gets the same compensation on every machine. */
  text: string
  kind: string
  assignee: string | null
  /** When its last step was told. */
  at: Date
  ends: Date
  roster: Roster
  look: pg.Pool
  as: (staffId: string | null, at: Date) => Ctx
}

const MIN_MS = 60_000
const HOUR_MS = 60 * MIN_MS
const SHARE = 0.45
const SHARE_FRESH = 0.8
/** What is still undecided is of the last day. */
const FRESH_MS = 24 * HOUR_MS
const REASONS = [
  '顾客专程跑了一趟，来回耽误了一下午，按建议的再加一点。',
  '同一个问题第二次出现，前一次只道了歉，这次要补到位。',
  '当着同事的面出的错，顾客很没面子，店里也认。',
  '孩子等着吃，哭了半天，家长的气还没消。',
]
/** Beyond what an agent gives without asking. */
const LARGER = [6_800, 9_800, 12_800]
/** Orders for many, which go through two hands. */
const LARGEST = [32_000, 46_000]
const FOR_MANY = [
  '公司活动订的大单，出错影响了十几个人，按原价退。',
  '生日会的整单都耽误了，客人都在等，按原价退给顾客。',
]
const YES = ['', '', '同意，尽快办。', '属实，监控看过了。', '可以，店里记一笔。']
const NO = ['先重做一份，顾客不接受再提。', '小票时间对不上，核实后再提。', '金额偏高，按手册的建议来。']
const PAID_AFTER_MS = 26 * HOUR_MS

/** Of the complaints a share is compensated: within the limit, through one or two approvals, sent back, withdrawn or still waiting. Answers with the instant of the last deed. */
export async function tellCompensation(given: Compensated): Promise<Date> {
  const random = seededRandom(
    [...given.text].reduce((sum, c) => (Math.imul(sum, 33) + c.codePointAt(0)!) | 0, 11),
  )
  const { ticketId, ends, as, assignee } = given
  if (given.kind !== 'complaint' && given.kind !== 'emergency') return given.at
  const fresh = given.at.getTime() + FRESH_MS > ends.getTime()
  if (random() > (fresh ? SHARE_FRESH : SHARE)) return given.at
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  let at = new Date(given.at.getTime() + (2 + random() * 12) * MIN_MS)
  if (at >= ends) return given.at
  const value = random() < 0.2 ? 'vip' : random() < 0.2 ? 'new' : null
  if (value) await tried(saveCustomerValue(as(assignee, at), ticketId, value))
  const desk = await tried(readCompensation(as(assignee, at), ticketId))
  if (!desk?.mayPropose || !desk.suggestion || desk.list.length) return given.at
  const { key, kind, amountMinor, points, item } = desk.suggestion
  const own = random() < (fresh ? 0.7 : 0.5)
  const id = uuidv4()
  const many = own && random() < 0.4
  const wish = many
    ? { kind: 'refund' as const, amountMinor: pick(LARGEST), reason: pick(FOR_MANY) }
    : own
      ? {
          kind: kind === 'coupon' ? kind : ('refund' as const),
          amountMinor: Math.max(amountMinor * 2, pick(LARGER)),
          reason: pick(REASONS),
        }
      : { kind, amountMinor, offer: key, reason: '' }
  await tried(proposeCompensation(as(assignee, at), ticketId, { id, points, item, confirmed: true, ...wish }))
  if (random() < 0.12 && (await asked(given, id))) {
    at = new Date(at.getTime() + 6 * MIN_MS)
    if (at < ends) await tried(cancelCompensation(as(assignee, at), ticketId, id))
    return at
  }
  for (let step = 0; step < 3; step++) {
    const next = await asked(given, id)
    if (!next || (fresh && random() < 0.6)) break
    at = new Date(at.getTime() + (3 + random() * 30) * MIN_MS)
    if (at >= ends) break
    const no = random() < 0.18
    const words = no ? pick(NO) : pick(YES)
    const decision = no ? ('reject' as const) : ('approve' as const)
    await tried(decideApproval(as(next.approver, at), next.id, { decision, note: words }))
  }
  await pay(given, id, random)
  return at < ends ? at : given.at
}

async function asked({ look, brandId }: Compensated, id: string) {
  const { rows } = await look.query<{ id: string; approver: string }>(
    "select id, approver_id as approver from tickets.approval where brand_id = $1 and compensation_id = $2 and state = 'asked'",
    [brandId, id],
  )
  return rows[0]
}

/** Finance pays most refunds after a day or two. */
async function pay({ roster, as, ends, at }: Compensated, id: string, random: () => number): Promise<void> {
  const clerk = roster.people.find((p) => p.roles.some((r) => r.role === 'finance'))
  const paidAt = new Date(at.getTime() + PAID_AFTER_MS + random() * PAID_AFTER_MS)
  if (!clerk || paidAt >= ends || random() < 0.08) return
  const reference = `TK${paidAt.toISOString().slice(2, 10).replaceAll('-', '')}${String(Math.floor(random() * 9000) + 1000)}`
  await tried(settleCompensation(as(clerk.id, paidAt), id, { reference }))
}

/** A deed that the rules do not allow simply did not happen. */
async function tried<T>(deed: Promise<T>): Promise<T | null> {
  try {
    return await deed
  } catch (error) {
    if (error instanceof Error && 'status' in error) return null
    throw error
  }
}
