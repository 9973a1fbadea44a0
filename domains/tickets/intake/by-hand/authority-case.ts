import type { AuthorityCase, LegalDeadline, Registered } from '#contracts/tickets/by-hand'
import { storeInbound } from '#domains/channels'
import { holidaysOf } from '#domains/playbook'
import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { sentence } from '#platform/locale'
import { ticketErrors } from '../../errors.ts'
import { OWN_TICKET } from '../../followup/progress-door.ts'
import { type Desk, newId, openDesk, saveDesk } from '../../handling/desk.ts'
import { numberOf, record } from '../../handling/desk-moves.ts'
import { giveTask } from '../../tasks/give-task.ts'
import { openStored } from '../open-tickets.ts'
import * as data from './authority-case-data.ts'
import { handChannel } from './hand-channel.ts'
import { type LegalDue, legalDue } from './legal-days.ts'

/**
 * A case that the market regulator has passed on (I1): a complaint with a task by its legal deadline.
 * Shape:  the same number again is the same case; entered anew once mediation has begun, it gets that deadline too.
 * Errors: those of handChannel, tickets.receivedInFuture, channels.photoUnknown.
 */
export function registerAuthorityCase(ctx: Ctx, input: AuthorityCase): Promise<Registered> {
  return ctx.transaction(async (tx) => {
    const caseNumber = input.caseNumber.replace(/\s+/g, '').toUpperCase()
    const channelId = await handChannel(tx, ctx, 'authority', input.shopId)
    await data.lockAuthorityCase(tx, ctx.actor.brandId, caseNumber)
    const known = await data.findAuthorityCase(tx, caseNumber)
    const ticketId = known?.ticket_id ?? (await openCase(tx, ctx, { ...input, caseNumber }, channelId))
    const desk = await openDesk(ctx, tx, ticketId, OWN_TICKET)
    if (!desk) throw ticketErrors.notFound()
    const due = await oweAnswer(desk, input.deadline, known?.received_on ?? input.receivedOn)
    return {
      ticketId,
      number: numberOf(desk.ticket),
      known: known !== undefined,
      dueAt: due.dueAt.toISOString(),
      provisional: due.provisional,
    }
  })
}

async function openCase(tx: Tx, ctx: Ctx, input: AuthorityCase, channelId: string): Promise<string> {
  const staff = staffOf(ctx)
  const { caseNumber, authority, receivedOn, shopId, content, name, contact, orderNumber, photos } = input
  // The regulator's day: a case of today in Shanghai may be tomorrow's in UTC.
  if (Date.parse(`${receivedOn}T00:00:00+08:00`) > ctx.now().getTime())
    throw ticketErrors.receivedInFuture({}, 'receivedOn')
  const body = { content, name, contact, orderNumber, photos }
  const ticketId = await openStored(
    tx,
    ctx,
    {
      channelId,
      channelKind: 'authority',
      externalId: caseNumber,
      shopId,
      place: '',
      locale: 'zh-CN',
      body,
      sureKind: 'complaint',
      photoOwner: `staff:${staff.staffId}`,
      enteredBy: { id: staff.staffId, name: staff.name },
      facts: { about: { caseNumber, authority, receivedOn } },
    },
    false,
  )
  const payload = ctx.keys.seal(ctx.actor.brandId, JSON.stringify(input))!.toString('hex')
  await storeInbound(tx, ctx.actor.brandId, ctx.now(), [
    { id: newId(), channel_id: channelId, external_id: caseNumber, payload, ticket_id: ticketId },
  ])
  await data.insertAuthorityCase(tx, {
    brand_id: ctx.actor.brandId,
    ticket_id: ticketId,
    case_number: caseNumber,
    authority,
    received_on: receivedOn,
    created_at: ctx.now(),
  })
  return ticketId
}

/** The task by which the authority must have heard from us; one of each kind a case. */
async function oweAnswer(desk: Desk, deadline: LegalDeadline, receivedOn: string): Promise<LegalDue> {
  const { tx, ctx, ticket } = desk
  const found = (await data.deadlinesOf(tx, ticket.id)).find((d) => d.kind === deadline)
  if (found) return { dueAt: found.due_at, remindAt: found.due_at, provisional: found.provisional }
  const due = legalDue(deadline, receivedOn, { table: await holidaysOf(tx), zone: desk.roster.zone })
  const owner = desk.roster.people.find((p) => p.id === ticket.assignee_id) ?? null
  const task = giveTask(desk, {
    kind: 'legal',
    title: sentence(ctx.locale, 'server', `legal.${deadline}`),
    owner,
    team: ticket.team,
    dueAt: due.dueAt,
    remindAt: due.remindAt,
  })
  record(desk, 'tickets.legalDeadline', { deadline, receivedOn, dueAt: due.dueAt.toISOString() })
  await saveDesk(desk)
  await data.insertDeadline(tx, {
    brand_id: ticket.brand_id,
    ticket_id: ticket.id,
    kind: deadline,
    task_id: task.id,
    provisional: due.provisional,
  })
  return due
}
