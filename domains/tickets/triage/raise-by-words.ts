import type { Kind, Playbook, Priority } from '#contracts/playbook'
import { type TicketStatus, ticketTriaged } from '#contracts/tickets'
import { gramKey, layerInForce, textReader } from '#domains/language'
import { priorityOf } from '#domains/playbook'
import { systemContext } from '#platform/context'
import { raiseAlarm } from '../clocks/raise-alarm.ts'
import { hasten } from '../clocks/ticket-clocks.ts'
import { takeBack } from '../handling/close.ts'
import type { Desk } from '../handling/desk.ts'
import { addEntry, record, setStatus, tell, touch } from '../handling/desk-moves.ts'
import { beginAgain } from '../handling/reopen.ts'
import { goOn } from '../handling/reply.ts'
import { excerptOf, titleOf } from '../intake/decide-opening.ts'
import { reroute, ruleAnew } from '../routing/reroute.ts'
import type { TriageInput } from './classify.ts'
import { noteKind } from './correct-triage.ts'
import { addDangers, heardDangers } from './heard-dangers.ts'
import type { Raised, TriageKept } from './kept.ts'
import { type LaterWords, readLater } from './later-words.ts'

const WEIGHT: Record<Kind, number> = { praise: 0, suggestion: 0, inquiry: 0, complaint: 1, emergency: 2 }
const URGENCY: readonly Priority[] = ['P4', 'P3', 'P2', 'P1']
const WORKED_ON: readonly string[] = ['assigned', 'in_progress', 'waiting_customer', 'proposed', 'set_aside']
const MOST_CATEGORIES = 5

/**
 * Whether words could make this ticket graver.
 * Shape: a danger does wherever the ticket stands, even against a person's judgement, unless it was called for before in this handling: whoever took
 *        or dismissed it knows of it. Mere dissatisfaction does only where the system has judged, and on a ticket that is being handled.
 */
export function isGraver(desk: Desk, said: LaterWords): boolean {
  if (said.kind === 'emergency') return newDangers(desk, said).length > 0
  const { ticket } = desk
  if ((ticket.triage as unknown as TriageKept).by === 'person' || !WORKED_ON.includes(ticket.status))
    return false
  const more = WEIGHT.complaint - WEIGHT[ticket.kind as Kind]
  return more > 0 || (more === 0 && said.severity > ticket.severity)
}

/** Dangers that nobody has been called about. Where none were noted, or a person has decided what it is, its categories tell what is known. */
function newDangers({ ticket, playbook }: Desk, { dangers }: LaterWords): string[] {
  const byPerson = (ticket.triage as unknown as TriageKept).by === 'person'
  const heard = heardDangers(ticket)
  const emergency = ticket.kind === 'emergency'
  const judged = emergency ? !heard.length && ticket.cycle === 1 : byPerson
  return dangers.filter((key) => {
    const category = playbook.playbook.risks.find((risk) => risk.key === key)?.category
    return !heard.includes(key) && !(judged && category && ticket.categories.includes(category))
  })
}

/**
 * Raises a ticket by what its customer has said later (T2, T3): kind, severity, priority and clocks follow, nothing is ever lowered, and a new danger calls people as
 * if it had been the first word. What it was before is kept beside the judgement, to be given back by whoever looks at it (dismissRaise).
 */
export async function raiseByWords(desk: Desk, input: TriageInput, said: LaterWords): Promise<void> {
  // The deed itself may have begun another handling, or the words before these have done it all.
  if (!isGraver(desk, said)) return
  if (said.kind === 'complaint' && !(await isMeant(desk, input))) return
  const { ctx } = desk
  // Whoever spoke has assigned nothing and called nobody: the system does.
  desk.ctx = systemContext(ctx, ctx.actor.brandId)
  await raise(desk, input, said)
  desk.ctx = ctx
}

async function raise(desk: Desk, input: TriageInput, said: LaterWords): Promise<void> {
  const { ticket } = desk
  const fresh = newDangers(desk, said)
  const was = standing(desk)
  const clocks = structuredClone(desk.clocks)
  const ringing = Boolean(desk.alarm?.next_at && !desk.alarm.taken_at)
  const { triage, team, assignee_id: holder } = ticket
  Object.assign(ticket, judgedWith(desk.playbook.playbook, was, said))
  if (WEIGHT[ticket.kind as Kind] > WEIGHT[was.kind])
    Object.assign(ticket, { title: titleOf(input.text), excerpt: excerptOf(input.text) })
  const reasons = said.reasons.flatMap(({ kind, text }) => (kind === 'word' && text ? [text] : []))
  const before = judgedOf(was)
  const after = judgedOf(standing(desk))
  const entryId = addEntry(desk, {
    kind: 'fact',
    fact: said.kind === 'emergency' ? 'danger_heard' : 'raised',
    text: excerptOf(input.text),
    data: { before, after, words: reasons },
  })
  record(desk, 'tickets.raiseByWords', { before, after, dangers: fresh, words: reasons })
  await goOnWith(desk, said)
  ticket.triage = {
    by: said.by,
    byName: '',
    reasons: said.reasons.map(({ weight, ...reason }) => reason),
    sure: said.sure,
    read: said.read,
    raised: {
      ...{ entryId, at: desk.now.toISOString(), was, clocks, team, holder, given: ticket.assignee_id },
      ...{ ringing, anew: fresh.length > 0 && ticket.cycle > 1 && !heardDangers(ticket).length },
      triage: triage as unknown as TriageKept,
    },
  } satisfies TriageKept as unknown as typeof ticket.triage
  tell(desk, ticketTriaged)
  if (was.kind !== ticket.kind) await noteKind(desk)
  addDangers(ticket, fresh)
  if (ticket.priority === 'P1') raiseAlarm(desk, fresh)
  touch(desk)
}

/** What the brand's people have corrected before is asked as for a first message. */
async function isMeant({ ctx, tx, playbook }: Desk, input: TriageInput): Promise<boolean> {
  const layer = await layerInForce(tx)
  if (!layer) return true
  const habits = { layer, key: gramKey(ctx.keys, ctx.actor.brandId) }
  return readLater(playbook.playbook, input, { read: textReader(ctx.log), habits }) !== null
}

function standing({ ticket }: Desk): Raised['was'] {
  const { kind, categories, severity, impact, priority, rule_index, title, excerpt } = ticket
  return {
    ...{ kind: kind as Kind, categories, severity, impact, priority: priority as Priority },
    ...{ rule_index, title, excerpt },
  }
}

const judgedOf = ({ kind, categories, severity, impact, priority }: Raised['was']) => ({
  ...{ kind, categories, severity, impact, priority },
})

/** Never less than it was, nor than the words alone would be. What they are about comes first where they change what it is. */
function judgedWith(playbook: Playbook, was: Raised['was'], said: LaterWords) {
  const severity = Math.max(was.severity, said.severity)
  const impact = Math.max(was.impact, said.impact)
  const priority = [
    was.priority,
    said.priority,
    priorityOf(playbook, Math.max(1, severity), Math.max(1, impact)),
  ]
    .map((one) => URGENCY.indexOf(one))
    .reduce((a, b) => Math.max(a, b))
  const heard = said.categories.map(({ key }) => key).filter((key) => key !== playbook.fallbackCategory)
  const known = was.categories.filter((key) => key !== playbook.fallbackCategory)
  const all = [...new Set(said.kind === was.kind ? [...known, ...heard] : [...heard, ...known])]
  return {
    kind: WEIGHT[said.kind] > WEIGHT[was.kind] ? said.kind : was.kind,
    categories: all.length ? all.slice(0, MOST_CATEGORIES) : was.categories,
    ...{ severity, impact, priority: URGENCY[priority]! },
  }
}

/**
 * Where the ticket goes on: what was thought to be over is taken up again for a danger, what nobody has answered yet goes to whoever is responsible for it now,
 * and whoever is talking with the customer, or has it higher up after a rejection, keeps it.
 */
async function goOnWith(desk: Desk, { kind }: LaterWords): Promise<void> {
  const { ticket } = desk
  const status = ticket.status as TicketStatus
  const danger = kind === 'emergency'
  if (danger && (status === 'resolved' || status === 'closed')) {
    ruleAnew(desk)
    await beginAgain(desk, { by: 'customer', danger: true })
    return
  }
  if (status === 'set_aside') await takeBack(desk)
  else if (danger && status === 'waiting_customer') goOn(desk)
  else if (danger && status === 'proposed') {
    setStatus(desk, 'in_progress')
    Object.assign(ticket, { proposal: null, closes_at: null, remind_at: null })
  }
  const answered = desk.clocks.some(
    (c) => c.cycle === ticket.cycle && c.metric === 'respond' && c.state === 'met',
  )
  if (ticket.status === 'assigned' && !answered && ticket.cycle === 1) await reroute(desk)
  else ruleAnew(desk)
  desk.clocks = hasten(desk.clocks, desk.rules(), ticket.cycle, desk.now)
}
