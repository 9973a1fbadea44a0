import { useSealCount } from '../../incidents/index.ts'
import { countText } from '../ticket-queries.ts'
import { useTodoCounts } from './task-queries.ts'

/** My open tasks and what my shop has to seal, for the navigation; what is to be sealed is as urgent as what is late. */
export function useTodoCount(): { open: string | null; overdue: boolean } {
  const { data } = useTodoCounts()
  const seals = useSealCount('all')
  return { open: countText((data?.open ?? 0) + seals), overdue: (data?.overdue ?? 0) + seals > 0 }
}
