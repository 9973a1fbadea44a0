import type { Raw, Tools } from '../connect/connector.ts'
import { sentWithoutFate } from './fates-data.ts'
import { phoneText, readPhone } from './phone.ts'
import type { SmsSettings } from './settings.ts'
import type { Vendor } from './vendor.ts'

const QUIET_MS = 5 * 60_000
const GIVEN_UP_MS = 72 * 3_600_000
const AT_ONCE = 20

type Cursor = { at?: string; id?: string }

/**
 * The net under the receipts: what was sent a while ago and has no receipt is asked for by its number, a few at a time, round and round.
 * Shape: the same fate is a raw message of its own beside the pushed one, so that a receipt that came before we knew the message is made good.
 */
export async function pollFates(
  { ctx, channel, settings }: Tools<SmsSettings>,
  cursor: Record<string, unknown>,
  vendor: Vendor,
): Promise<{ messages: Raw[]; cursor: Record<string, unknown>; again?: boolean }> {
  const now = ctx.now().getTime()
  const { at, id } = cursor as Cursor
  const since = new Date(now - GIVEN_UP_MS)
  const rows = await ctx.transaction((tx) =>
    sentWithoutFate(tx, channel.id, {
      after: at && id && new Date(at) > since ? { at: new Date(at), id } : { at: since, id: '' },
      before: new Date(now - QUIET_MS),
      most: AT_ONCE,
    }),
  )
  const messages: Raw[] = (await vendor.replies()).map((r) => ({
    externalId: `p:${phoneText(r.phone)}:${r.key}:${r.text.slice(0, 40)}`,
    thread: phoneText(r.phone),
    payload: {
      mobile: r.phone.national,
      nationcode: r.phone.country,
      text: r.text,
      time: r.at ? String(Math.floor(r.at.getTime() / 1000)) : '',
    },
  }))
  // With nothing to ask for, the vendor is still asked something, so that the health line knows of a dead key before a customer does.
  if (!rows.length) await vendor.templateState(settings.replyTemplate)
  for (const row of rows) {
    const phone = readPhone(ctx.keys.open(ctx.actor.brandId, row.address_enc))
    if (!phone) continue
    const fate = (await vendor.fates(phone, row.sent_at)).find(
      (f) => f.externalId === row.external_id || f.ourId === row.id,
    )
    if (!fate || fate.state === 'waiting') continue
    const { state, problem } = fate
    messages.push({
      externalId: `q:${row.id}:${state}`,
      thread: '',
      payload: { fate: { externalId: row.external_id, state, problem, at: '' } },
    })
  }
  const last = rows.length === AT_ONCE ? rows.at(-1) : undefined
  return { messages, cursor: last ? { at: last.sent_at.toISOString(), id: last.id } : {} }
}
