import type pg from 'pg'
import type { Playbook } from '#contracts/playbook'
import { keepPhoto } from '#domains/channels'
import type { Roster } from '#domains/people'
import {
  addEvidence,
  concludeInvestigation,
  decideAssessment,
  giveOpinion,
  giveStatement,
  lookAtEvidence,
  openAssessment,
  readInvestigation,
  saveInvestigation,
  setAccused,
} from '#domains/tickets'
import { type Ctx, staffOf } from '#platform/context'
import { type Finding, findingFor } from './finding-file.ts'
import { drawPicture } from './pictures.ts'
import { seededRandom } from './timing.ts'

/** What the telling of one ticket's investigation needs of its story. */
export type Investigated = {
  ticketId: string
  pack: string
  category: string
  /** The customer's words: the same ticket is found out the same way on every machine. */
  text: string
  kind: string
  priority: string
  shopId: string | null
  assignee: string | null
  roster: Roster
  teams: Playbook['teams']
  openedAt: Date
  /** What happens, happens between these two. */
  since: Date
  until: Date
  /** Still in hand: asked, but not yet answered and not concluded. */
  open: boolean
  look: pg.Pool
  as: (staffId: string | null, at: Date) => Ctx
}
type Told = Investigated & { finding: Finding; random: () => number; at: (part: number) => Date }

const MIN_MS = 60_000
const HOUR_MS = 3_600_000

/** Of the complaints a share is looked into, the grave ones always: why it happened, evidence, who is heard, some with several departments. Answers whether it has been looked into. */
export async function tellInvestigation(given: Investigated): Promise<boolean> {
  const { kind, priority, pack, category, since, until } = given
  if (kind !== 'complaint' && kind !== 'emergency') return false
  const finding = findingFor(pack, category)
  const random = seededRandom(
    [...given.text].reduce((sum, c) => (sum * 37 + c.codePointAt(0)!) % 1_000_003, 5),
  )
  const grave =
    kind === 'emergency' || ['P1', 'P2'].includes(priority) || (pack === 'beauty' && priority === 'P3')
  if (!finding || random() > shareOf(finding, given.open, grave)) return false
  if (await begun(given)) return true
  const at = (part: number) => new Date(since.getTime() + (until.getTime() - since.getTime()) * part)
  const told: Told = { ...given, assignee: handlerOf(given), finding, random, at }
  await tellEvidence(told)
  if (finding.accused) await tellStatement(told)
  await tellFindings(told)
  if (finding.question && grave) await tellAssessment(told)
  return true
}

/** What is still in hand is asked about where somebody can be asked; what is settled was looked into when it was grave. */
function shareOf(finding: Finding, open: boolean, grave: boolean): number {
  if (!open) return grave ? 1 : 0.4
  return (finding.question && grave) || finding.accused ? 0.9 : 0.45
}

async function begun({ look, ticketId }: Investigated): Promise<boolean> {
  const { rows } = await look.query('select from tickets.investigation where ticket_id = $1', [ticketId])
  return rows.length > 0
}

async function tellEvidence(told: Told): Promise<void> {
  const { finding, openedAt, assignee, ticketId, random } = told
  const investigator = qualityOf(told) ?? assignee
  for (const [i, piece] of finding.evidence.entries()) {
    const staff = told.as(i === 0 ? investigator : assignee, told.at(0.15 + i * 0.1))
    // Not every photo is a picture: drawing them takes most of the time of the demo.
    const photos = piece.kind === 'photo' ? [await pictureOf(staff, random)] : []
    const from = piece.before ? openedAt.getTime() - piece.before * MIN_MS : null
    await addEvidence(staff, ticketId, {
      kind: piece.kind,
      title: piece.title,
      details: piece.details,
      reference: piece.reference || (piece.kind === 'order' ? orderNumber(random) : ''),
      photos,
      ...(from ? { happenedAt: new Date(from).toISOString() } : {}),
      ...(from && piece.for ? { untilAt: new Date(from + piece.for * MIN_MS).toISOString() } : {}),
    })
  }
  const { evidence } = await readInvestigation(told.as(assignee, told.at(0.5)), ticketId)
  for (const piece of evidence.slice(0, 2))
    for (const reader of [assignee, leadOf(told)])
      if (reader) await lookAtEvidence(told.as(reader, told.at(0.55 + random() * 0.1)), ticketId, piece.id)
}

async function pictureOf(staff: Ctx, random: () => number): Promise<string> {
  const picture = await drawPicture(Math.floor(random() * 1000))
  return (await keepPhoto(staff, `staff:${staffOf(staff).staffId}`, picture)).id
}

/** Somebody of the shop is complained about; asked lately, the answer is still out. */
async function tellStatement(told: Told): Promise<void> {
  const { finding, ticketId, assignee } = told
  const accused = personOf(told, ['shop_staff'])
  if (!accused || accused === assignee) return
  await setAccused(told.as(assignee, told.at(0.3)), ticketId, accused)
  if (told.open) return
  await giveStatement(told.as(accused, told.at(0.6)), ticketId, { text: finding.statement, photos: [] })
}

async function tellFindings(told: Told): Promise<void> {
  const { finding, ticketId, assignee, open } = told
  const staff = told.as(assignee, told.at(0.7))
  await saveInvestigation(staff, ticketId, {
    whys: open ? finding.whys.slice(0, 2) : finding.whys,
    cause: finding.cause,
    causeNote: finding.note,
    measure: open ? '' : finding.measure,
    conclusion: open ? '' : finding.conclusion,
    seenAt: null,
  })
  if (open || told.random() < 0.3) return
  const { updatedAt } = await readInvestigation(staff, ticketId)
  await concludeInvestigation(told.as(assignee, told.at(0.8)), ticketId, { seenAt: updatedAt, unheard: '' })
}

/** Quality and the shop are asked, the lead decides; asked lately, only quality has answered. */
async function tellAssessment(told: Told): Promise<void> {
  const { finding, ticketId, assignee, teams, open } = told
  const [quality, manager, lead] = [qualityOf(told), personOf(told, ['shop_manager']), leadOf(told)]
  const teamOf = (role: 'quality' | 'shop_manager') => teams.find((team) => team.roles.includes(role))?.key
  const [one, two] = [teamOf('quality'), teamOf('shop_manager')]
  if (!quality || !manager || !lead || !one || !two || !finding.opinions) return
  const asked = told.at(open ? 0.5 : 0.82)
  const opened = await openAssessment(told.as(assignee, asked), ticketId, {
    question: finding.question,
    dueAt: new Date(Math.max(asked.getTime(), told.until.getTime()) + 8 * HOUR_MS).toISOString(),
    accountableId: lead,
    invited: [
      { team: one, staffId: quality },
      { team: two, staffId: manager },
    ],
  })
  await giveOpinion(told.as(quality, told.at(0.86)), ticketId, opened, {
    stance: 'conditional',
    text: finding.opinions[0]!,
    photos: [],
  })
  if (open) return
  await giveOpinion(told.as(manager, told.at(0.9)), ticketId, opened, {
    stance: 'agree',
    text: finding.opinions[1]!,
    photos: [],
  })
  await decideAssessment(told.as(lead, told.at(0.95)), ticketId, opened, {
    text: finding.decision,
    early: '',
  })
}

const INVESTIGATES = ['agent', 'lead', 'shop_manager', 'region_manager', 'quality', 'advisor']

/** Whoever holds the ticket, or the lead when that person has other work than finding out. */
function handlerOf(given: Investigated): string | null {
  const holder = given.roster.people.find((p) => p.id === given.assignee)
  return holder?.roles.some((r) => INVESTIGATES.includes(r.role)) ? holder.id : leadOf(given)
}

const orderNumber = (random: () => number) => `A${1000 + Math.floor(random() * 9000)}`
const qualityOf = (told: Investigated) => personOf(told, ['quality', 'advisor'])
const leadOf = (told: Investigated) => personOf(told, ['lead'])

/** Somebody of one of these roles for the ticket's shop. */
function personOf({ roster, shopId }: Investigated, roles: string[]): string | null {
  const found = roster.people.find((p) =>
    p.roles.some(
      (r) => roles.includes(r.role) && (r.shops === 'all' || (shopId !== null && r.shops.includes(shopId))),
    ),
  )
  return found?.id ?? null
}
