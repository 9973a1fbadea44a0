import type { z } from 'zod'
import type { Locale } from '#contracts/kit'
import type { Playbook } from '#contracts/playbook'
import type { EntryPage, Ticket, TicketAction, TicketStatus } from '#contracts/tickets'
import { outboundStates, photoViews } from '#domains/channels'
import { familyOf as fileOf, maskedCustomer } from '#domains/customers'
import { findStaffNames } from '#domains/people'
import { playbookVersion, say } from '#domains/playbook'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { covers, scopeOf } from '#platform/permissions'
import { ticketErrors } from '../errors.ts'
import { findTicket, loadAlarm, loadClocks, type TicketRow } from '../handling/desk-data.ts'
import { missingFacts } from '../handling/required-facts.ts'
import { mayMove, STEP_OF } from '../lifecycle.ts'
import { familyOf } from '../links/links-data.ts'
import { isUnsure, percentOf, type Raised, type TriageKept } from '../triage/kept.ts'
import { wordsOf } from '../triage/raise-data.ts'
import { factLabels } from './fact-labels.ts'
import * as data from './inbox-data.ts'
import { categoryName, viewRows } from './list-tickets.ts'
import { triageWords } from './triage-words.ts'
import { viewClock } from './view-clock.ts'

type TicketView = z.infer<typeof Ticket>
type Fields = {
  mood?: TicketView['mood']
  stars?: number
  wants?: string
  purchasedAt?: string
  orderNumber?: string
  slip?: NonNullable<TicketView['slip']>
  missing?: TicketView['missing']
  contactUnproven?: boolean
}
const ENTRIES = 200

/** One ticket with everything its page shows, as this reader may see it. Errors: tickets.notFound out of reach. */
export function readTicket(
  ctx: Ctx,
  id: string,
  reach = scopeOf(ctx.actor, 'tickets.read'),
): Promise<TicketView> {
  return ctx.transaction(async (tx) => {
    const row = await findTicket(tx, reach, id)
    if (!row) throw ticketErrors.notFound()
    const [version, clocks, alarm, [base]] = await Promise.all([
      playbookVersion(tx, row.playbook_version_id),
      loadClocks(tx, id),
      loadAlarm(tx, id),
      viewRows(tx, ctx, [row]),
    ])
    const { playbook } = version
    const rule = playbook.responsibility[row.rule_index]!
    const fields = row.fields as Fields
    const wants = playbook.forms
      .flatMap((f) => f.fields.flatMap((x) => x.options ?? []))
      .find((o) => o.key === fields.wants)
    const taker = alarm?.taken_by
      ? (await findStaffNames(tx, [alarm.taken_by])).get(alarm.taken_by)
      : undefined
    return {
      ...base!,
      content: row.content,
      language: row.locale as Locale,
      wants: wants ? say(wants.label, ctx.locale) : (fields.wants ?? ''),
      purchasedAt: fields.purchasedAt ?? null,
      orderNumber: fields.orderNumber ?? '',
      slip: fields.slip ?? null,
      place: row.place,
      mood: fields.mood ?? null,
      stars: fields.stars ?? null,
      missing: fields.missing ?? [],
      triage: await viewTriage(tx, ctx, row, playbook),
      ruleName: say(rule.name, ctx.locale),
      chain: rule.chain,
      together: playbook.teams
        .filter((t) => rule.together.includes(t.key))
        .map((t) => say(t.name, ctx.locale)),
      clocks: clocks.map(viewClock),
      step: STEP_OF[row.status as TicketStatus],
      customer: row.customer_id ? await viewCustomer(tx, ctx, row.customer_id) : null,
      contactUnproven: row.customer_id !== null && fields.contactUnproven === true,
      otherTickets: row.customer_id
        ? await viewOthers(tx, scopeOf(ctx.actor, 'tickets.read'), row.customer_id, id)
        : [],
      alarm: alarm
        ? {
            since: alarm.raised_at.toISOString(),
            level: alarm.level,
            takenBy: alarm.taken_by ? { id: alarm.taken_by, name: taker ?? '' } : null,
            takenAt: alarm.taken_at?.toISOString() ?? null,
          }
        : null,
      proposal: row.proposal
        ? {
            ...(row.proposal as { text: string; at: string }),
            closesAt: row.closes_at?.toISOString() ?? null,
          }
        : null,
      rating: row.rating
        ? {
            stars: (row.rating as { stars: number }).stars,
            words: (row.rating as { words?: string }).words ?? '',
          }
        : null,
      playbookVersion: version.number,
      ...(await viewWork(tx, ctx, row, playbook)),
      can: actionsFor(ctx, row, {
        alarm: Boolean(alarm && !alarm.taken_at),
        raised: Boolean((row.triage as unknown as TriageKept).raised),
      }),
    }
  })
}

async function viewWork(
  tx: Tx,
  ctx: Ctx,
  row: TicketRow,
  playbook: Playbook,
): Promise<Pick<TicketView, 'mergedInto' | 'cause' | 'accused' | 'missingFacts'>> {
  const [numbers, names, missing] = await Promise.all([
    row.merged_into ? data.numbersOf(tx, [row.merged_into]) : null,
    row.accused_id ? findStaffNames(tx, [row.accused_id]) : null,
    missingFacts(tx, playbook, row),
  ])
  const cause = playbook.causes.find((c) => c.key === row.cause)
  return {
    mergedInto: row.merged_into
      ? { id: row.merged_into, number: `HY-${numbers?.get(row.merged_into) ?? ''}` }
      : null,
    cause: cause ? say(cause.name, ctx.locale) : row.cause,
    accused: row.accused_id ? { id: row.accused_id, name: names?.get(row.accused_id) ?? '' } : null,
    missingFacts: missing,
  }
}

async function viewTriage(
  tx: Tx,
  ctx: Ctx,
  row: TicketRow,
  playbook: Awaited<ReturnType<typeof playbookVersion>>['playbook'],
): Promise<TicketView['triage']> {
  const triage = row.triage as unknown as TriageKept
  const words = triageWords(playbook, ctx.locale)
  return {
    kind: row.kind as 'praise',
    kindName: say(playbook.kinds[row.kind as 'praise'].name, ctx.locale),
    categories: row.categories.map((key) => ({ key, name: categoryName(playbook, key, ctx.locale) })),
    severity: row.severity,
    severityName: row.severity ? say(playbook.severity[row.severity - 1]!, ctx.locale) : '',
    impact: row.impact,
    impactName: row.impact ? say(playbook.impact[row.impact - 1]!, ctx.locale) : '',
    priority: row.priority as 'P1',
    reasons: triage.reasons.map((reason) => ({
      ...reason,
      text:
        reason.kind === 'word' || reason.kind === 'person' || reason.kind === 'model'
          ? reason.text
          : (words.get(reason.text) ?? reason.text),
      says: words.get(reason.says) ?? reason.says,
    })),
    by: triage.by,
    byName: triage.byName,
    sure: triage.sure == null ? null : percentOf(triage.sure),
    unsure: isUnsure(triage),
    suggestion: viewSuggestion(ctx, triage, playbook),
    raised: triage.raised ? await viewRaised(tx, ctx, row.id, triage.raised, playbook) : null,
  }
}

async function viewRaised(
  tx: Tx,
  ctx: Ctx,
  ticketId: string,
  { entryId, at, was, triage }: Raised,
  playbook: Playbook,
): Promise<TicketView['triage']['raised']> {
  return {
    words: await wordsOf(tx, ticketId, entryId),
    at,
    was: {
      kindName: say(playbook.kinds[was.kind].name, ctx.locale),
      priority: was.priority,
      byName: triage.by === 'person' ? triage.byName : '',
    },
  }
}

function viewSuggestion(
  ctx: Ctx,
  { by, suggestion }: TriageKept,
  playbook: Playbook,
): TicketView['triage']['suggestion'] {
  if (!suggestion || by === 'person') return null
  const { kind, categories, severity } = suggestion
  return {
    kind,
    kindName: say(playbook.kinds[kind].name, ctx.locale),
    categories: categories.map((key) => ({ key, name: categoryName(playbook, key, ctx.locale) })),
    severity,
  }
}

async function viewCustomer(tx: Tx, ctx: Ctx, customerId: string): Promise<TicketView['customer']> {
  const customer = await maskedCustomer(tx, ctx, customerId)
  if (!customer) return null
  const all = await data.otherTickets(
    tx,
    scopeOf(ctx.actor, 'tickets.read'),
    await fileOf(tx, customerId),
    customerId,
  )
  return { ...customer, tickets: all.length }
}

async function viewOthers(
  tx: Tx,
  scope: ReturnType<typeof scopeOf>,
  customerId: string,
  id: string,
): Promise<TicketView['otherTickets']> {
  const rows = await data.otherTickets(tx, scope, await fileOf(tx, customerId), id)
  return rows.map((r) => ({
    id: r.id,
    number: `HY-${r.number}`,
    title: r.title,
    status: r.status as TicketStatus,
    openedAt: r.opened_at.toISOString(),
  }))
}

/** What somebody complained about may still do on the own case. */
const NOT_DECIDING: readonly TicketAction[] = ['note', 'tag']

/** Allowed by the status machine and by the reader's reach: the screen draws exactly these. */
export function actionsFor(
  ctx: Ctx,
  row: Pick<TicketRow, 'status' | 'shop_id' | 'assignee_id' | 'customer_id' | 'accused_id' | 'participants'>,
  { alarm, raised }: { alarm: boolean; raised: boolean },
): TicketAction[] {
  const status = row.status as TicketStatus
  const reaches = (action: string) =>
    covers(scopeOf(ctx.actor, action), { shopId: row.shop_id, ownerId: row.assignee_id })
  const alive = ['assigned', 'in_progress', 'waiting_customer', 'proposed', 'resolved'].includes(status)
  const self = ctx.actor.kind === 'staff' ? ctx.actor.staffId : null
  const ownCase = row.accused_id !== null && row.accused_id === self
  const rules: [TicketAction, string, boolean][] = [
    ['take', 'tickets.take', alarm && alive],
    ['reply', 'tickets.reply', alive],
    ['note', 'tickets.note', true],
    ['propose', 'tickets.propose', mayMove(status, 'proposed')],
    ['start', 'tickets.reply', status === 'assigned' || status === 'waiting_customer'],
    ['wait', 'tickets.reply', mayMove(status, 'waiting_customer')],
    ['accept_for_customer', 'tickets.propose', status === 'proposed'],
    ['triage', 'tickets.triage', alive],
    ['dismiss_raise', 'tickets.triage', raised && alive],
    ['assign', 'tickets.assign', alive],
    ['close', 'tickets.close', alive && mayMove(status, 'closed')],
    ['close_despite', 'tickets.closeDespite', alive && mayMove(status, 'closed')],
    ['reopen', 'tickets.reopen', mayMove(status, 'reopened')],
    ['set_aside', 'tickets.setAside', mayMove(status, 'set_aside')],
    ['recover', 'tickets.setAside', status === 'set_aside'],
    ['reveal', 'customers.reveal', row.customer_id !== null],
    ['plan', 'tickets.plan', alive],
    ['investigate', 'tickets.investigate', status !== 'merged'],
    ['assess', 'tickets.assess', alive],
    ['compensate', 'tickets.compensate', status !== 'merged' && status !== 'set_aside'],
    ['merge', 'tickets.merge', mayMove(status, 'merged')],
    ['tag', 'tickets.tag', true],
  ]
  const partakes = self !== null && row.participants.includes(self)
  return rules
    .filter(([name, action, now]) => now && (reaches(action) || (name === 'note' && partakes)))
    .filter(([name]) => !ownCase || NOT_DECIDING.includes(name))
    .map(([name]) => name)
}

/** The timeline, oldest first; the cursor leads to what came before. */
export function listEntries(
  ctx: Ctx,
  id: string,
  cursor: string | undefined,
): Promise<z.infer<typeof EntryPage>> {
  return ctx.transaction(async (tx) => {
    const row = await findTicket(tx, scopeOf(ctx.actor, 'tickets.read'), id)
    if (!row) throw ticketErrors.notFound()
    const { playbook } = await playbookVersion(tx, row.playbook_version_id)
    const merged = (await familyOf(tx, id)).filter((other) => other.id !== id)
    const mergedIds = merged.map((other) => other.id)
    const rows = (await data.entriesBefore(tx, id, mergedIds, cursor ?? null, ENTRIES)).reverse()
    const fromOf = (ticketId: string) => {
      const other = merged.find((m) => m.id === ticketId)
      return other ? { id: other.id, number: `HY-${other.number}` } : null
    }
    const photosOf = (r: (typeof rows)[number]) =>
      ((r.data as { photos?: string[] }).photos ?? []) as string[]
    const [photos, states] = await Promise.all([
      photoViews(tx, ctx, rows.flatMap(photosOf), '/api/attachments'),
      outgoing(
        tx,
        rows.flatMap((r) => outboundOf(r) ?? []),
      ),
    ])
    const labelsOf = factLabels(playbook, ctx.locale)
    const roleOf = (team: string) => {
      const found = playbook.teams.find((t) => t.key === team)
      return found ? say(found.name, ctx.locale) : ''
    }
    return {
      entries: rows.map((r) => ({
        id: r.id,
        at: r.at.toISOString(),
        kind: r.kind as 'note',
        fact: r.fact,
        by: r.by_name,
        byKind: r.by_kind as 'staff',
        role: roleOf(r.role),
        text: r.text,
        data: labelled(r.data as Record<string, unknown> | null, labelsOf),
        photos: photosOf(r).flatMap((p) => photos.get(p) ?? []),
        delivery: states.get(outboundOf(r) ?? '')?.state ?? 'none',
        deliveryProblem: states.get(outboundOf(r) ?? '')?.problem ?? '',
        from: fromOf(r.ticket_id),
      })),
      next: rows.length === ENTRIES ? rows[0]!.id : null,
    }
  })
}

/** Data of an entry with the words for its keys beside them, where there are any. */
function labelled(
  data: Record<string, unknown> | null,
  labelsOf: (data: unknown) => Record<string, string>,
): Record<string, unknown> {
  const labels = labelsOf(data)
  return Object.keys(labels).length ? { ...data, labels } : { ...data }
}

/** The message whose fate a line shows: its own, or the one of which it says that it did not arrive. */
function outboundOf(r: { id: string; kind: string; fact: string; data: unknown }): string | undefined {
  if (r.kind === 'message_out') return r.id
  const told =
    r.fact === 'not_delivered' ? (r.data as { outboundId?: unknown } | null)?.outboundId : undefined
  return typeof told === 'string' ? told : undefined
}

type Delivery = { state: 'queued' | 'sent' | 'delivered' | 'read' | 'failed' | 'dropped'; problem: string }

async function outgoing(tx: Tx, ids: string[]): Promise<Map<string, Delivery>> {
  if (!ids.length) return new Map()
  const rows = await outboundStates(tx, ids)
  return new Map(rows.map((r) => [r.id, { state: r.state as Delivery['state'], problem: r.problem }]))
}
