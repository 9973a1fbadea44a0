import type { IncidentDesk } from '../desk/change-room.ts'
import { notify } from '../desk/moves.ts'
import { present } from '../people/present.ts'

/** Lays the message before those who are at work and may approve it; never before whoever wrote it. */
export async function askToApprove(desk: IncidentDesk, { writers }: { writers: string[] }): Promise<void> {
  const all = [...(await present(desk, 'quality')), ...(await present(desk, 'executive'))]
  notify(
    desk,
    all.filter((id) => !writers.includes(id)),
    'incident_statement',
  )
}
