import type { SenderHealth } from '#contracts/notify'
import type { Ctx } from '#platform/context'
import type { SendFault } from './send-fault.ts'

/** How something that sends is now, as its page shows it. */
export function healthOf(ctx: Ctx, fault?: SendFault): SenderHealth {
  const at = ctx.now().toISOString()
  return fault
    ? { state: 'fault', code: fault.code, data: fault.data, at }
    : { state: 'ok', code: '', data: {}, at }
}

/** As stored; idle before anything was sent. */
export function viewHealth(stored: unknown): SenderHealth {
  const known = stored as Partial<SenderHealth>
  return {
    state: known.state ?? 'idle',
    code: known.code ?? '',
    data: known.data ?? {},
    at: known.at ?? null,
  }
}
