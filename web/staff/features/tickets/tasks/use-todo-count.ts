import { countText } from '../ticket-queries.ts'
import { useTodoCounts } from './task-queries.ts'

/** My open tasks for the navigation, and whether one of them is late. */
export function useTodoCount(): { open: string | null; overdue: boolean } {
  const { data } = useTodoCounts()
  return { open: countText(data?.open), overdue: (data?.overdue ?? 0) > 0 }
}
