import { type Services, systemContext } from '#platform/context'
import { asFault } from '../connect/channel-fault.ts'
import { channelByHook, findConnection } from '../connect/connection-data.ts'
import type { HookAnswer, HookRequest } from '../connect/connector.ts'
import { channelFails, channelWorks, clears } from '../connect/health.ts'
import { connectorOf, hasConnector } from '../connect/registry.ts'
import { toolsFor } from '../connect/tools.ts'
import { channelErrors } from '../errors.ts'
import { keepRaw } from '../inbound/raw-data.ts'

/**
 * What a foreign service pushes: checked by its connector over the raw bytes, stored, and only then answered (I3).
 * Errors: channels.notFound for an address that nobody has or a channel that is off; channels.forged when the signature is not the service's.
 */
export async function takeHook(services: Services, hook: string, request: HookRequest): Promise<HookAnswer> {
  const key = await channelByHook(services, hook)
  if (!key) throw channelErrors.notFound()
  const ctx = systemContext(services, key.brand_id)
  const row = await ctx.transaction((tx) => findConnection(tx, key.channel_id))
  if (!row?.on || !row.connected_at || !hasConnector(row.kind)) throw channelErrors.notFound()
  const { hook: take } = connectorOf(row.kind)
  if (!take) throw channelErrors.notFound()
  try {
    const { answer, messages } = await take(toolsFor(ctx, row), request)
    await keepRaw(ctx, row.id, messages)
    if (clears(row.health, 'hook')) await channelWorks(ctx, row.id)
    return answer
  } catch (error) {
    const fault = asFault(error)
    if (fault.code === 'unforeseen') throw error
    if (fault.side === 'channel') await channelFails(ctx, row.id, fault, 'hook')
    if (fault.code === 'forged') throw channelErrors.forged()
    throw channelErrors.hookRefused({ code: fault.code })
  }
}
