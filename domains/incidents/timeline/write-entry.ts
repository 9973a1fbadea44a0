import type { z } from 'zod'
import type { WriteEntry } from '#contracts/incidents'
import type { Ctx } from '#platform/context'
import { atIncident } from '../desk/change-room.ts'
import { addEntry, record } from '../desk/moves.ts'
import { incidentErrors } from '../errors.ts'
import { refuseUnknownFiles } from './files.ts'

/** Stands between what was decided and why, in one sealed text. */
const WHY = '\u001e'

/**
 * A note, or a decision with its reason (E4). Nothing is ever changed: another one follows.
 * Errors: incidents.reasonMissing for a decision without a why, incidents.fileUnknown.
 */
export function writeEntry(ctx: Ctx, id: string, input: z.infer<typeof WriteEntry>): Promise<void> {
  return atIncident(ctx, id, 'incidents.work', async (desk) => {
    if (input.kind === 'decision' && !input.why) throw incidentErrors.reasonMissing({}, 'why')
    await refuseUnknownFiles(desk, input.fileIds)
    const text = input.kind === 'decision' ? `${input.text}${WHY}${input.why}` : input.text
    const entry = addEntry(desk, { kind: input.kind, text, fileIds: input.fileIds })
    record(desk, input.kind === 'decision' ? 'decide' : 'note', { entry })
  })
}

export function openText(ctx: Ctx, sealed: Buffer | null): { text: string; why: string } {
  const [text = '', why = ''] = ctx.keys.open(ctx.actor.brandId, sealed).split(WHY)
  return { text, why }
}
