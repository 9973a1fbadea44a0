import type { ConnectableKind } from '#contracts/channels/connect'
import type { Ctx } from '#platform/context'
import { isRefusedHost, RefusedAddress } from '#platform/http/refused-address'
import { isDemo } from '../demo/is-demo.ts'
import { takeToken } from './access-token.ts'
import { addressRefused } from './address-rule.ts'
import { ChannelFault } from './channel-fault.ts'
import type { ConnectionRow } from './connection-data.ts'
import type { Tools } from './connector.ts'
import { takeQuota } from './quota-data.ts'
import { connectorOf } from './registry.ts'
import { readSettings } from './settings.ts'

const TIMEOUT_MS = 10_000

/** What a connector works with. Errors: ChannelFault('settings') when what is stored does not satisfy its settings, 'demo' for a channel of the demo: behind it is no service. */
export function toolsFor(ctx: Ctx, row: ConnectionRow): Tools<Record<string, unknown>> {
  if (isDemo(row)) throw new ChannelFault('demo')
  const connector = connectorOf(row.kind)
  const settings = connector.settings.safeParse(readSettings(ctx, row))
  if (!settings.success) throw new ChannelFault('settings', { side: 'channel' })
  return {
    ctx,
    channel: { id: row.id, name: row.name, kind: row.kind as ConnectableKind },
    settings: settings.data,
    hookUrl: hookUrlOf(ctx, row),
    http: callService,
    token: (name, renew, stale) => takeToken(ctx, row.id, name, renew, stale),
    take: (name, most, windowS, n = 1) => takeQuota(ctx, row.id, { name, most, windowS, n }),
    fault: ChannelFault,
  }
}

export function hookUrlOf(ctx: Ctx, row: { hook: string | null }): string {
  return row.hook ? `${ctx.origin}/api/hooks/${row.hook}` : ''
}

/** Calls a service with a time limit; follows no redirect. Errors: timedOut, unreachable, broken, all to be tried again; refusedAddress. */
export async function callService(
  url: string,
  { timeoutMs = TIMEOUT_MS, ...init }: RequestInit & { timeoutMs?: number } = {},
): Promise<Response> {
  const host = hostOf(url)
  if (isRefusedHost(new URL(url).hostname)) throw addressRefused(host)
  let answer: Response
  try {
    answer = await fetch(url, { redirect: 'error', ...init, signal: AbortSignal.timeout(timeoutMs) })
  } catch (cause) {
    if ((cause as Error).cause instanceof RefusedAddress) throw addressRefused(host)
    const timedOut = (cause as Error).name === 'TimeoutError'
    throw new ChannelFault(timedOut ? 'timedOut' : 'unreachable', {
      again: true,
      cause,
      data: { host },
      side: 'channel',
    })
  }
  if (answer.status >= 500)
    throw new ChannelFault('broken', {
      again: true,
      data: { host, status: answer.status },
      side: 'channel',
    })
  return answer
}

function hostOf(url: string): string {
  try {
    return new URL(url).host
  } catch {
    throw new ChannelFault('badAddress', { data: { url: url.slice(0, 200) }, side: 'channel' })
  }
}
