import type { z } from 'zod'
import type { KioskFeedback } from '#contracts/channels'
import type { TabletReceipt } from '#contracts/channels/tablet'
import { customerContext, type OpenCode, openKioskAs } from '#domains/channels'
import type { Ctx } from '#platform/context'
import { acceptFeedback } from './accept-feedback.ts'
import { forTablet } from './tablet-receipt.ts'

type Kiosk = OpenCode & { known: boolean }

/**
 * What was written on a tablet at the door; `limit` is asked before anything is written.
 * Shape:  what the playbook wants and the tablet does not ask is flagged as missing, never refused: the writer has gone.
 * Errors: channels.codeUnknown/codeOff, tickets.categoryUnknown, tickets.nothingSaid.
 */
export async function acceptFromKiosk(
  ctx: Ctx,
  slug: string,
  input: z.infer<typeof KioskFeedback>,
  limit: (kiosk: Kiosk) => Promise<void>,
): Promise<TabletReceipt> {
  const { submissionId, locale, key, writtenAt, ...body } = input
  const kiosk = await openKioskAs(ctx, slug, key)
  await limit(kiosk)
  const customer = customerContext(ctx, kiosk.brandId, locale, ctx.requestId)
  const receipt = await acceptFeedback(customer, {
    channelId: kiosk.channelId,
    channelKind: kiosk.kind,
    externalId: submissionId,
    shopId: kiosk.shopId,
    place: kiosk.label,
    locale,
    body: { ...body, photos: [] },
    photoOwner: '',
    partial: true,
    facts: writtenAt ? { writtenAt } : undefined,
  })
  return forTablet(ctx, receipt)
}
