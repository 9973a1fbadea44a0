import { TodoView } from '#contracts/tickets/tasks'

const TABS = ['talk', 'info', 'case', 'plan', 'after'] as const

/** What stands in the address of a ticket: the tab that a notice or a task leads to. */
export type TicketSearch = { tab?: (typeof TABS)[number] }

export function TicketSearch(search: Record<string, unknown>): TicketSearch {
  const tab = TABS.find((one) => one === search.tab)
  return tab ? { tab } : {}
}

/** Which list of tasks, and whether only what is late. */
export type TodoSearch = { view?: TodoView; overdue?: boolean }

export function TodoSearch(search: Record<string, unknown>): TodoSearch {
  const view = TodoView.safeParse(search.view)
  return {
    ...(view.success ? { view: view.data } : {}),
    ...(search.overdue === true ? { overdue: true } : {}),
  }
}
