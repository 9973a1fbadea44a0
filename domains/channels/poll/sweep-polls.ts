import { type Ctx, type Services, systemContext } from '#platform/context'
import { sideBySide } from '#platform/jobs/side-by-side'
import { asFault } from '../connect/channel-fault.ts'
import { findConnection } from '../connect/connection-data.ts'
import { channelFails, channelWorks, clears } from '../connect/health.ts'
import { connectorOf, hasConnector } from '../connect/registry.ts'
import { toolsFor } from '../connect/tools.ts'
import { insertRaw } from '../inbound/raw-data.ts'
import { type DuePoll, duePolls, leasePoll, settlePoll } from './poll-data.ts'

const pollSideBySide = sideBySide('polls', 8)
const LEASE_S = 120
const FIRST_WAIT_S = 30
const MOST_DOUBLINGS = 7
const LONGEST_WAIT_S = 3600

/** Asks services for what is new, when it is time; the cursor moves in the transaction that stores what came. */
export function sweepPolls(services: Services): Promise<number> {
  return pollSideBySide(services, async (most) => {
    const due = await duePolls(services, services.now(), most)
    return due.map((one) => ({
      key: `${one.channel_id} ${one.name}`,
      run: () => poll(systemContext(services, one.brand_id), one),
    }))
  })
}

async function poll(ctx: Ctx, due: DuePoll): Promise<void> {
  const taken = await ctx.transaction(async (tx) => {
    const now = ctx.now()
    const row = await leasePoll(tx, due, now, new Date(now.getTime() + LEASE_S * 1000))
    return row && { ...row, channel: await findConnection(tx, due.channel_id) }
  })
  if (!taken?.channel || !hasConnector(taken.channel.kind)) return
  const { channel, tries } = taken
  const asked = connectorOf(channel.kind).polls?.find((p) => p.name === due.name)
  if (!asked) return
  const after = (s: number) => new Date(ctx.now().getTime() + s * 1000)
  try {
    const tools = toolsFor(ctx, channel)
    const found = await asked.run(tools, taken.cursor as Record<string, unknown>)
    await ctx.transaction(async (tx) => {
      if (found.messages.length) await insertRaw(tx, ctx, channel.id, found.messages)
      await settlePoll(tx, due, after(found.again ? 0 : asked.everyS(tools.settings)), found.cursor)
    })
    if (clears(channel.health, 'call', 'in')) await channelWorks(ctx, channel.id)
  } catch (error) {
    const fault = asFault(error)
    if (fault.code === 'unforeseen') ctx.log.error({ err: fault.cause, channel: channel.id }, 'a poll failed')
    const waitS =
      fault.afterS ?? Math.min(FIRST_WAIT_S * 2 ** Math.min(tries, MOST_DOUBLINGS), LONGEST_WAIT_S)
    await ctx.transaction((tx) => settlePoll(tx, due, after(waitS)))
    if (fault.code !== 'quota' || fault.side === 'channel') await channelFails(ctx, channel.id, fault)
  }
}
