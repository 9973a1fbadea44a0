import type { Locale } from '#contracts/kit'
import { writeToCustomer } from '#domains/channels'
import { type CustomerContacts, contactsOf, familiesOf, headsOf } from '#domains/customers'
import { noteSafety, orderPageLink } from '#domains/orders'
import { sentence } from '#platform/locale'
import type { IncidentDesk } from '../desk/change-room.ts'
import { numberOf } from '../desk/moves.ts'
import * as data from './affected-data.ts'
import { wayOf, waysOf } from './look-for.ts'

const TOGETHER = 50

/**
 * Tells the next customers: the message, the mark that it is on its way and the word on the order's page are of one transaction, so that whoever
 * dies in between has told nobody, and nobody is told twice.
 * Shape: how many were dealt with, those without a way last: their order's page says it. In a drill nothing leaves the house.
 */
export async function tellNext(desk: IncidentDesk, row: data.AffectedRow): Promise<number> {
  const { ctx, incident, tx } = desk
  const people = await data.peopleIn(tx, incident.id, { state: 'found', limit: TOGETHER })
  if (incident.drill) {
    for (const person of people) await data.updatePerson(tx, person.id, { state: 'would_be_sent' })
    return people.length
  }
  if (!people.length) return tellByPage(desk, row)
  // Files may have been merged since these customers were found.
  const heads = await headsOf(
    tx,
    people.map((person) => person.customer_id),
  )
  const headOf = (person: data.PersonRow) => heads.get(person.customer_id) ?? person.customer_id
  const contacts = await contactsOf(tx, ctx, [...new Set(heads.values())])
  const told = await toldHeads(desk, [...new Set(people.map(headOf))])
  const ways = await waysOf(
    tx,
    ctx,
    people.flatMap((person) => {
      const customer = contacts.get(headOf(person))
      return customer ? [{ customer, conversationId: person.conversation_id }] : []
    }),
  )
  for (const person of people) {
    const head = headOf(person)
    const customer = contacts.get(head)
    const by = told.get(head)
    if (by) await sameAs(desk, person, by, wordsFor(row, customer?.locale ?? 'zh-CN'))
    else if (!customer) await data.updatePerson(tx, person.id, { state: 'no_way', problem: 'no_way' })
    else {
      const conversationId = ways.get(head)?.conversationId
      const now = await tellOne(desk, row, { person, customer, conversationId, way: ways.get(head)?.way })
      if (now) told.set(head, now)
    }
  }
  return people.length
}

/** Whoever opens the order's page reads it there; somebody calls all the same. */
async function tellByPage({ ctx, incident, tx, now }: IncidentDesk, row: data.AffectedRow): Promise<number> {
  const people = await data.withoutPage(tx, incident.id, TOGETHER)
  const ids = people.map((person) => person.customer_id)
  const heads = await headsOf(tx, ids)
  const contacts = await contactsOf(tx, ctx, [...new Set(heads.values())])
  for (const person of people) {
    const locale = contacts.get(heads.get(person.customer_id) ?? '')?.locale ?? 'zh-CN'
    await noteSafety(tx, ctx, person.order_id, { text: wordsFor(row, locale), way: 'page' })
    await data.updatePerson(tx, person.id, { told_at: now })
  }
  return people.length
}

type Told = Pick<data.PersonRow, 'state' | 'way' | 'message_id' | 'told_at'>

/** By head who has been told in this room: the head itself, or anybody who was merged into it. */
async function toldHeads(
  { incident, tx }: IncidentDesk,
  heads: readonly string[],
): Promise<Map<string, Told>> {
  const families = await familiesOf(tx, heads)
  const told = await data.toldAmong(tx, incident.id, [...families.keys()])
  return new Map(told.map((person) => [families.get(person.customer_id)!, person]))
}

/** Two files of one customer: one message for both, whose fate is the fate of both; the page of each order says it. */
async function sameAs(
  { ctx, tx }: IncidentDesk,
  person: data.PersonRow,
  by: Told,
  text: string,
): Promise<void> {
  const { way, message_id, told_at } = by
  // That the other file has answered, or was called, is not this row's own.
  const state = by.state === 'queued' ? by.state : 'reached'
  await noteSafety(tx, ctx, person.order_id, {
    text,
    way,
    ...(message_id ? { messageId: message_id } : {}),
  })
  await data.updatePerson(tx, person.id, { state, way, message_id, told_at, problem: 'same_customer' })
}

type One = {
  person: data.PersonRow
  customer: CustomerContacts
  conversationId: string | null | undefined
  way: string | undefined
}

/** Null: there was no way after all. */
async function tellOne(desk: IncidentDesk, row: data.AffectedRow, one: One): Promise<Told | null> {
  const { ctx, tx, now } = desk
  const { person, customer } = one
  const text = wordsFor(row, customer.locale)
  const { way, problem } = wayOf(customer, one.way)
  const sent = problem ? null : await write(desk, one, text)
  const messageId = sent?.messageId
  await noteSafety(tx, ctx, person.order_id, {
    text,
    way: sent ? way : 'page',
    ...(messageId ? { messageId } : {}),
  })
  if (!sent) {
    const none = { state: 'no_way', problem: problem || 'no_way', way: 'none', told_at: now }
    await data.updatePerson(tx, person.id, none)
    return null
  }
  const told = { state: 'queued', way, message_id: sent.messageId, told_at: now }
  await data.updatePerson(tx, person.id, { ...told, problem: '' })
  return told
}

/** The words that were approved last; others may be waiting for it. */
export function wordsFor(row: data.AffectedRow, locale: Locale): string {
  return (row.approved_also as Partial<Record<Locale, string>>)[locale] ?? row.approved_text
}

/** A template that can't carry the words leads to the order's page, where they stand. */
export function write(
  { ctx, incident, tx }: IncidentDesk,
  { person, customer, conversationId }: Pick<One, 'person' | 'customer' | 'conversationId'>,
  text: string,
): Promise<{ messageId: string } | null> {
  return writeToCustomer(tx, ctx, {
    conversationId: conversationId ?? null,
    phone: customer.phone,
    text,
    about: {
      number: numberOf(incident),
      title: sentence(customer.locale, 'incidents-server', 'affected.title'),
      progress: orderPageLink(ctx, person.order_id),
    },
  })
}
