import { ChannelFault, fetchRecording } from '#domains/channels'
import { audit } from '#platform/audit/audit'
import type { Ctx } from '#platform/context'
import { covers, scopeOf } from '#platform/permissions'
import { findCall } from './call-data.ts'
import { callErrors } from './errors.ts'

/**
 * The recording of one call, fetched from the telephone system for this listening; who listened is in the audit trail before a sound is handed out.
 * Errors: calls.notFound, calls.noRecording, calls.recordingRefused (a host nobody listed, no sound, changed), calls.recordingUnreachable.
 */
export async function hearRecording(ctx: Ctx, id: string): Promise<{ bytes: Buffer; mime: string }> {
  const row = await ctx.transaction((tx) => findCall(tx, id))
  if (!row || !covers(scopeOf(ctx.actor, 'tickets.hearCalls'), { shopId: null })) throw callErrors.notFound()
  if (!row.recording) throw callErrors.noRecording()
  await ctx.transaction((tx) =>
    audit(tx, ctx, {
      action: 'tickets.hearCall',
      subjectKind: 'call',
      subjectId: row.id,
      subject: row.number_masked,
      data: { ticket: row.ticket_id },
    }),
  )
  try {
    return await fetchRecording(ctx, row.channel_id, row.recording)
  } catch (error) {
    if (!(error instanceof ChannelFault)) throw error
    ctx.log.warn({ code: error.code, call: row.id, err: error.cause }, 'a recording could not be fetched')
    if (error.code === 'recordingGone') throw callErrors.noRecording()
    throw error.again ? callErrors.recordingUnreachable() : callErrors.recordingRefused({ code: error.code })
  }
}
