import type { z } from 'zod'
import { type Bulk, type BulkDeed, MOST_IN_BULK, type StartBulk } from '#contracts/tickets/inbox'
import { findStaffNames, loadRoster } from '#domains/people'
import { audit } from '#platform/audit/audit'
import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { sentence } from '#platform/locale'
import { may } from '#platform/permissions'
import { ticketErrors } from '../errors.ts'
import { askedOf } from '../filter/asked.ts'
import { countAll, idsSql } from '../filter/count-data.ts'
import { inboxErrors } from '../inbox/errors.ts'
import * as data from './bulk-data.ts'
import { chosenIds } from './chosen-data.ts'
import { ACTION } from './deed.ts'

const SHOWN = 10
const PROBLEMS = 100
const UNDO_MS = 24 * 3_600_000

/**
 * Begins one deed on many tickets; a sweep does it, ticket by ticket. The same id again answers with what became of it.
 * Errors: inbox.deedNotAllowed, inbox.nothingChosen, inbox.tooMany (a filter with more than 10,000), inbox.tooWide, tickets.assigneeUnknown.
 */
export function startBulk(ctx: Ctx, input: z.infer<typeof StartBulk>): Promise<Bulk> {
  return ctx.transaction(async (tx) => {
    const { staffId, brandId } = staffOf(ctx)
    const known = await data.findBulk(tx, staffId, input.id)
    if (known) return (await viewBulks(tx, ctx, [known]))[0]!
    const { deed } = input
    if (!may(ctx.actor, ACTION[deed.kind])) throw inboxErrors.deedNotAllowed()
    await refuseUnknownPerson(tx, ctx, deed)
    const bulk = { brandId, id: input.id, staffId, deed, locale: ctx.locale, at: ctx.now() }
    const total = await data.insertBulk(tx, bulk, await chosen(tx, ctx, input.tickets))
    if (total === null) throw inboxErrors.bulkNotFound()
    if (!total) throw inboxErrors.nothingChosen()
    await audit(tx, ctx, {
      action: 'tickets.bulk',
      subjectKind: 'bulk',
      subjectId: input.id,
      data: {
        deed: deed.kind,
        total,
        ...(input.tickets.by === 'filter' ? { filter: input.tickets.filter } : {}),
      },
    })
    return (await viewBulks(tx, ctx, [(await data.findBulk(tx, staffId, input.id))!]))[0]!
  })
}

/** Those of the given tickets that the person may read; more than a deed holds is refused, never cut off silently. */
async function chosen(tx: Tx, ctx: Ctx, tickets: z.infer<typeof StartBulk>['tickets']) {
  if (tickets.by === 'ids') {
    const asked = await askedOf(tx, ctx, { view: 'every', conditions: [] })
    return chosenIds(asked.reader, tickets.ids)
  }
  const asked = await askedOf(tx, ctx, tickets.filter)
  const count = await countAll(tx, asked, MOST_IN_BULK + 1)
  if (count === null) throw inboxErrors.tooWide()
  if (count > MOST_IN_BULK) throw inboxErrors.tooMany({ most: MOST_IN_BULK })
  return idsSql(asked, MOST_IN_BULK)
}

async function refuseUnknownPerson(tx: Tx, ctx: Ctx, deed: BulkDeed): Promise<void> {
  if (deed.kind === 'tag' && !deed.add.length && !deed.remove.length)
    throw inboxErrors.nothingChosen({}, 'deed.add')
  if (deed.kind !== 'assign' || deed.to === 'auto') return
  const { people } = await loadRoster(tx, ctx.now())
  const person = people.find((p) => p.id === deed.to)
  if (!person) throw ticketErrors.assigneeUnknown({}, 'deed.to')
  if (!person.onDuty) throw ticketErrors.assigneeAbsent({ name: person.name }, 'deed.to')
}

/** My last deeds, the newest first. */
export function listBulks(ctx: Ctx): Promise<Bulk[]> {
  return ctx.transaction(async (tx) =>
    viewBulks(tx, ctx, await data.recentBulks(tx, staffOf(ctx).staffId, SHOWN)),
  )
}

export function readBulk(ctx: Ctx, id: string): Promise<Bulk> {
  return ctx.transaction(async (tx) => (await viewBulks(tx, ctx, [await own(tx, ctx, id)]))[0]!)
}

/**
 * Gives everything back what it was; one that is still on its way stops first. What somebody has changed since is left and listed.
 * Errors: inbox.bulkNotFound (also for another's), inbox.undoTooLate after a day.
 */
export function undoBulk(ctx: Ctx, id: string): Promise<Bulk> {
  return ctx.transaction(async (tx) => {
    const bulk = await own(tx, ctx, id)
    if (bulk.state === 'done' && ctx.now().getTime() - bulk.created_at.getTime() > UNDO_MS)
      throw inboxErrors.undoTooLate()
    if (await data.beginUndo(tx, id)) {
      await data.failRest(tx, id, { code: inboxErrors.stopped().code, data: {} })
      await audit(tx, ctx, { action: 'tickets.undoBulk', subjectKind: 'bulk', subjectId: id })
    }
    return (await viewBulks(tx, ctx, [await own(tx, ctx, id)]))[0]!
  })
}

async function own(tx: Tx, ctx: Ctx, id: string): Promise<data.BulkRow> {
  const row = await data.findBulk(tx, staffOf(ctx).staffId, id)
  if (!row) throw inboxErrors.bulkNotFound()
  return row
}

async function viewBulks(tx: Tx, ctx: Ctx, rows: data.BulkRow[]): Promise<Bulk[]> {
  const ids = rows.map((row) => row.id)
  const people = rows.flatMap(({ deed }) => (deed.kind === 'assign' && deed.to !== 'auto' ? [deed.to] : []))
  const [states, problems, names] = await Promise.all([
    data.countStates(tx, ids),
    data.problemsOf(tx, ids, PROBLEMS),
    findStaffNames(tx, [...new Set(people)]),
  ])
  const now = ctx.now().getTime()
  return rows.map((row) => {
    const counts = states.get(row.id) ?? {}
    const [todo = 0, done = 0] = [counts.todo, counts.done]
    return {
      id: row.id,
      deed: row.deed,
      toName: row.deed.kind === 'assign' ? (names.get(row.deed.to) ?? '') : '',
      state: row.state as Bulk['state'],
      startedAt: row.created_at.toISOString(),
      endedAt: row.ended_at?.toISOString() ?? null,
      total: row.total,
      todo,
      done,
      failed: counts.failed ?? 0,
      undone: counts.undone ?? 0,
      left: counts.left ?? 0,
      problems: problems
        .filter((problem) => problem.bulk_id === row.id)
        .map((p) => ({
          ticketId: p.ticket_id,
          number: `HY-${p.number}`,
          title: p.title,
          reason: sentence(ctx.locale, 'errors', p.problem.code, p.problem.data),
        })),
      canUndo:
        row.state === 'running' ||
        (row.state === 'done' && done > 0 && now - row.created_at.getTime() <= UNDO_MS),
    }
  })
}
