import type { Module } from '#platform/module'

/** The rooms, lowest first: a room may call only rooms before it. Also the order of the migrations. */
export const ROOMS = [
  'people',
  'playbook',
  'language',
  'customers',
  'channels',
  'orders',
  'loyalty',
  'tickets',
  'incidents',
  'insights',
  'notify',
  'governance',
] as const

/** Loads each room's module; an import per room keeps this list the only place that knows them all. */
export async function loadModules(): Promise<Module[]> {
  const [
    people,
    playbook,
    language,
    customers,
    channels,
    orders,
    loyalty,
    tickets,
    incidents,
    insights,
    notify,
    governance,
  ] = await Promise.all([
    import('#modules/people'),
    import('#modules/playbook'),
    import('#modules/language'),
    import('#modules/customers'),
    import('#modules/channels'),
    import('#modules/orders'),
    import('#modules/loyalty'),
    import('#modules/tickets'),
    import('#modules/incidents'),
    import('#modules/insights'),
    import('#modules/notify'),
    import('#modules/governance'),
  ])
  return [
    people.people,
    playbook.playbook,
    language.language,
    customers.customers,
    channels.channels,
    orders.orders,
    loyalty.loyalty,
    tickets.tickets,
    incidents.incidents,
    insights.insights,
    notify.notify,
    governance.governance,
  ]
}
