import { deliveryFailed } from '#contracts/channels/connect'
import { type Ctx, type Services, systemContext } from '#platform/context'
import { announceTickets } from '#platform/events/announce'
import { eventRow, publish } from '#platform/events/publish'
import { gatherer } from '#platform/jobs/gather'
import { sideBySide } from '#platform/jobs/side-by-side'
import { findAttachments } from '../attachment-data.ts'
import { asFault, ChannelFault } from '../connect/channel-fault.ts'
import { type ConnectionRow, findConnectionsOf } from '../connect/connection-data.ts'
import type { Outgoing, Sent } from '../connect/connector.ts'
import { channelFails, channelWorks, clears } from '../connect/health.ts'
import { connectorOf, hasConnector } from '../connect/registry.ts'
import { toolsFor } from '../connect/tools.ts'
import {
  type ConversationRow,
  findConversation,
  findConversationsOf,
  spendWindow,
  updateConversation,
} from '../conversations/conversation-data.ts'
import { isDemo } from '../demo/is-demo.ts'
import * as data from './outbox-data.ts'
import { openPayload } from './payload.ts'

const sendSideBySide = sideBySide('outbox', 32)
const LEASE_S = 60
const MOST_TRIES = 12
const FIRST_WAIT_S = 5
const LONGEST_WAIT_S = 3600

/** Sends what is due, the oldest of each conversation first, conversations side by side. At least once: each service gets our id to know a repeat by. */
export function sweepOutbox(services: Services): Promise<number> {
  return sendSideBySide(services, async (most) => {
    const due = await data.dueOutbound(services, services.now(), most)
    return due.map(({ brand_id, id }) => ({
      key: id,
      run: () => deliver(systemContext(services, brand_id), id),
    }))
  })
}

/** One message, when nobody else has it; what becomes of it stands in its row. */
export async function deliver(ctx: Ctx, id: string): Promise<void> {
  const taken = await lease(ctx, id)
  if (!taken) return
  const { row, channel, conversation } = taken
  try {
    if (!channel?.on || !channel.connected_at || !hasConnector(channel.kind))
      throw new ChannelFault('channelOff', { again: true, afterS: 300 })
    if (!conversation) throw new ChannelFault('noAddress')
    if (conversation.unreachable) throw new ChannelFault(conversation.unreachable)
    const { send } = connectorOf(channel.kind)
    if (!send) throw new ChannelFault('cannotSend')
    const message = await messageOf(ctx, row, conversation)
    if (conversation.state.quiet && message.purpose !== 'reply')
      return await ctx.transaction((tx) => data.markDropped(tx, id, 'quietPlace'))
    const sent: Sent = isDemo(channel) ? { externalId: id } : await send(toolsFor(ctx, channel), message)
    await settle(ctx, { id, sent, conversation, shownOn: message.purpose === 'reply' ? row.ticket_id : null })
    if (clears(channel.health, 'call', 'out')) await channelWorks(ctx, channel.id)
  } catch (error) {
    await putOff(ctx, row, channel, asFault(error))
  }
}

const leaseEnd = (ctx: Ctx): Date => new Date(ctx.now().getTime() + LEASE_S * 1000)

type Taken = {
  row: data.OutboundRow
  channel: ConnectionRow | undefined
  conversation: ConversationRow | undefined
}

/** Null when somebody else has it. What is asked for at the same time is taken with one commit. */
const lease = gatherer<string, Taken | null>(
  (ctx, ids) => {
    const now = ctx.now()
    return ctx.transaction(async (tx) => {
      const rows = await data.leaseOutbound(tx, ids, now, leaseEnd(ctx))
      const all = [...rows.values()]
      if (!all.length) return ids.map(() => null)
      const channels = await findConnectionsOf(tx, [...new Set(all.map((r) => r.channel_id))])
      const conversations = await findConversationsOf(
        tx,
        all.flatMap((r) => (r.conversation_id ? [r.conversation_id] : [])),
      )
      return ids.map((id) => {
        const row = rows.get(id)
        if (!row) return null
        const conversation = row.conversation_id ? conversations.get(row.conversation_id) : undefined
        return { row, channel: channels.get(row.channel_id), conversation }
      })
    })
  },
  { most: 40, atOnce: 1 },
)

/** `shownOn`: the ticket on which somebody may be watching whether it goes out. */
type Settled = { id: string; sent: Sent; conversation: ConversationRow; shownOn: string | null }

/** What has gone out stands so in its row; what ends at the same time is written with one commit. */
const settle = gatherer<Settled, void>(
  (ctx, all) =>
    ctx.transaction(async (tx) => {
      const gone = all.filter(({ sent }) => !sent.dropped)
      await data.markSent(
        tx,
        ctx.now(),
        gone.map(({ id, sent }) => ({ id, externalId: sent.externalId })),
      )
      const shown = gone.flatMap(({ shownOn, conversation }) =>
        shownOn ? [{ ticketId: shownOn, shopId: conversation.shop_id }] : [],
      )
      await announceTickets(tx, ctx, 'tickets.delivered', shown)
      for (const { id, sent } of all) if (sent.dropped) await data.markDropped(tx, id, sent.dropped)
      for (const { sent, conversation } of gone.toSorted((a, b) =>
        a.conversation.id < b.conversation.id ? -1 : 1,
      )) {
        if (sent.usesWindow) await spendWindow(tx, conversation.id)
        if (sent.state) await updateConversation(tx, ctx, conversation, { state: sent.state })
      }
      return all.map(() => undefined)
    }),
  { most: 40, atOnce: 1 },
)

async function messageOf(ctx: Ctx, row: data.OutboundRow, to: ConversationRow): Promise<Outgoing> {
  const payload = openPayload(ctx, row.payload_enc)
  const files = payload.photos.length
    ? await ctx.transaction((tx) => findAttachments(tx, payload.photos))
    : []
  const photos = await Promise.all(
    files.map(async (f) => ({
      bytes: Buffer.from(await ctx.files.get(f.file_key)),
      mime: f.mime,
      name: ctx.keys.open(row.brand_id, f.name_enc) || f.file_key.split('/').at(-1)!,
    })),
  )
  return {
    id: row.id,
    to: {
      conversationId: to.id,
      address: ctx.keys.open(row.brand_id, to.address_enc),
      state: to.state,
      windowEndsAt: to.window_ends_at,
      windowLeft: to.window_left,
      answerTo: (to.state.tickets as Record<string, Record<string, unknown>> | undefined)?.[
        row.ticket_id ?? ''
      ],
    },
    text: to.state.quiet ? withoutPrivateLinks(payload.text, ctx.origin) : payload.text,
    photos,
    done: row.parts_done,
    partDone: () =>
      ctx.transaction(async (tx) => {
        await data.countPart(tx, row.id, leaseEnd(ctx))
        await spendWindow(tx, to.id)
      }),
    purpose: payload.purpose,
    ticket: payload.ticket,
    ...(payload.deed ? { deed: payload.deed } : {}),
  }
}

/** Whoever reads a public answer must not get the customer's own page: its line is left out. */
function withoutPrivateLinks(text: string, origin: string): string {
  return text
    .split('\n')
    .filter((line) => !line.includes(`${origin}/t/`))
    .join('\n')
    .trim()
}

/** Later when that may help, with longer and longer waits; otherwise given up, and whoever wrote it is told. */
async function putOff(
  ctx: Ctx,
  row: data.OutboundRow,
  channel: ConnectionRow | undefined,
  fault: ChannelFault,
): Promise<void> {
  if (fault.code === 'unforeseen')
    ctx.log.error({ err: fault.cause, outbound: row.id }, 'a message could not be sent')
  if (channel && fault.side === 'channel') await channelFails(ctx, channel.id, fault)
  if (fault.code === 'quota')
    return ctx.transaction((tx) =>
      data.giveBack(tx, row.id, new Date(ctx.now().getTime() + (fault.afterS ?? 10) * 1000)),
    )
  if (fault.again && row.tries < MOST_TRIES) {
    const waitS = fault.afterS ?? Math.min(FIRST_WAIT_S * 2 ** (row.tries - 1), LONGEST_WAIT_S)
    const to = new Date(ctx.now().getTime() + waitS * 1000)
    return ctx.transaction((tx) => data.postponeOutbound(tx, row.id, to, fault.code))
  }
  await ctx.transaction(async (tx) => {
    await data.markFailed(tx, row.id, fault.code)
    const conversation =
      fault.unreachable && row.conversation_id ? await findConversation(tx, row.conversation_id) : undefined
    if (conversation) await updateConversation(tx, ctx, conversation, { unreachable: fault.code })
    const told = {
      outboundId: row.id,
      ticketId: row.ticket_id,
      problem: fault.code,
      kind: channel?.kind ?? '',
    }
    await publish(tx, ctx, eventRow(deliveryFailed, told, row.ticket_id ? { ticketId: row.ticket_id } : {}))
  })
}
