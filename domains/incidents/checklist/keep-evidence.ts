import type { z } from 'zod'
import type { KeepEvidence } from '#contracts/incidents'
import { type Ctx, staffOf } from '#platform/context'
import { atIncident } from '../desk/change-room.ts'
import { addFact, record } from '../desk/moves.ts'
import { incidentErrors } from '../errors.ts'
import { saveEvidence } from './evidence-data.ts'

/** What of the plan's evidence is safe. Errors: incidents.evidenceUnknown. */
export function keepEvidence(
  ctx: Ctx,
  id: string,
  { key, kept }: z.infer<typeof KeepEvidence>,
): Promise<void> {
  return atIncident(ctx, id, 'incidents.work', async (desk) => {
    if (!desk.plan.evidence.some((e) => e.key === key)) throw incidentErrors.evidenceUnknown({}, 'key')
    const row = { incident_id: id, key, kept, by_name: staffOf(ctx).name, at: desk.now }
    await saveEvidence(desk.tx, { brand_id: desk.incident.brand_id, ...row })
    addFact(desk, kept ? 'evidence_kept' : 'evidence_missing', { evidence: key })
    record(desk, 'keepEvidence', { evidence: key, kept })
  })
}
