import type { Module } from '#platform/module'

/** The rooms, lowest first: a room may call only rooms before it. Also the order of the migrations. */
export const ROOMS = [
  'people',
  'playbook',
  'customers',
  'channels',
  'orders',
  'loyalty',
  'tickets',
  'notify',
  'governance',
] as const

/** Loads each room's module; an import per room keeps this list the only place that knows them all. */
export async function loadModules(): Promise<Module[]> {
  const [people, playbook, customers, channels, orders, loyalty, tickets, notify, governance] =
    await Promise.all([
      import('#modules/people'),
      import('#modules/playbook'),
      import('#modules/customers'),
      import('#modules/channels'),
      import('#modules/orders'),
      import('#modules/loyalty'),
      import('#modules/tickets'),
      import('#modules/notify'),
      import('#modules/governance'),
    ])
  return [
    people.people,
    playbook.playbook,
    customers.customers,
    channels.channels,
    orders.orders,
    loyalty.loyalty,
    tickets.tickets,
    notify.notify,
    governance.governance,
  ]
}
