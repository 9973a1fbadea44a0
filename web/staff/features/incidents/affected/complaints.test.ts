import { expect, test } from 'vitest'
import type { Room } from '#contracts/incidents'
import { complainantsOf } from './complaints.ts'

type Ticket = Room['linked'][number]
const ticket = (id: string, more: Partial<Ticket> = {}): Ticket => ({
  id,
  number: id,
  title: '',
  shopName: '',
  customerName: '',
  customerId: null,
  openedAt: '2026-03-02T04:00:00.000Z',
  closed: false,
  answered: false,
  repliesToMessage: false,
  linkedBy: '',
  ...more,
})

test('each customer counts once, who waits stands first, and an answer to the message is no complaint', () => {
  const people = complainantsOf([
    ticket('T-1', { customerId: 'lin', answered: true }),
    ticket('T-2', { customerId: 'he', closed: true }),
    ticket('T-3', { customerId: 'lin' }),
    ticket('T-4', { customerId: 'yu', repliesToMessage: true }),
    ticket('T-5', { answered: true }),
  ])
  expect(people.map(({ tickets, waits }) => [tickets.map((one) => one.id), waits])).toEqual([
    [['T-3', 'T-1'], true],
    [['T-2'], false],
    [['T-5'], false],
  ])
})
