import { sql } from 'kysely'
import { type Ctx, type Services, systemContext } from '#platform/context'
import { asFault } from '../connect/channel-fault.ts'
import { findConnection } from '../connect/connection-data.ts'
import { channelFails, channelWorks, clears } from '../connect/health.ts'
import { connectorOf, hasConnector } from '../connect/registry.ts'
import { toolsFor } from '../connect/tools.ts'
import { insertRaw } from '../inbound/keep-raw.ts'

const TOGETHER = 4
const LEASE_S = 120
const LONGEST_WAIT_S = 3600

type Due = { brand_id: string; channel_id: string; name: string }

/** Asks services for what is new, when it is time; the cursor moves in the transaction that stores what came. */
export async function sweepPolls(services: Services): Promise<number> {
  const { rows } = await sql<Due>`select * from channels.polls_due(${services.now()}, ${TOGETHER})`.execute(
    services.db.open,
  )
  await Promise.all(rows.map((due) => poll(systemContext(services, due.brand_id), due)))
  return rows.length
}

async function poll(ctx: Ctx, { channel_id, name }: Due): Promise<void> {
  const taken = await ctx.transaction(async (tx) => {
    const now = ctx.now()
    const row = await tx
      .updateTable('channels.poll')
      .set((e) => ({ due_at: new Date(now.getTime() + LEASE_S * 1000), tries: e('tries', '+', 1) }))
      .where('channel_id', '=', channel_id)
      .where('name', '=', name)
      .where('due_at', '<=', now)
      .returning(['cursor', 'tries'])
      .executeTakeFirst()
    return row && { ...row, channel: await findConnection(tx, channel_id) }
  })
  if (!taken?.channel || !hasConnector(taken.channel.kind)) return
  const { channel, tries } = taken
  const asked = connectorOf(channel.kind).polls?.find((p) => p.name === name)
  if (!asked) return
  const next = (afterS: number) => new Date(ctx.now().getTime() + afterS * 1000)
  try {
    const tools = toolsFor(ctx, channel)
    const found = await asked.run(tools, taken.cursor as Record<string, unknown>)
    await ctx.transaction(async (tx) => {
      if (found.messages.length) await insertRaw(tx, ctx, channel.id, found.messages)
      await tx
        .updateTable('channels.poll')
        .set({
          cursor: JSON.stringify(found.cursor),
          due_at: next(found.again ? 0 : asked.everyS(tools.settings)),
          tries: 0,
        })
        .where('channel_id', '=', channel.id)
        .where('name', '=', name)
        .execute()
    })
    if (clears(channel.health, 'call', 'in')) await channelWorks(ctx, channel.id)
  } catch (error) {
    const fault = asFault(error)
    if (fault.code === 'unforeseen') ctx.log.error({ err: fault.cause, channel: channel.id }, 'a poll failed')
    const waitS = fault.afterS ?? Math.min(30 * 2 ** Math.min(tries, 7), LONGEST_WAIT_S)
    await ctx.transaction((tx) =>
      tx
        .updateTable('channels.poll')
        .set({ due_at: next(waitS) })
        .where('channel_id', '=', channel.id)
        .where('name', '=', name)
        .execute(),
    )
    if (fault.code !== 'quota' || fault.side === 'channel') await channelFails(ctx, channel.id, fault)
  }
}
