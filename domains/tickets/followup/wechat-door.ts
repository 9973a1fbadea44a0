import { customerContext, findSignInChannel, openConversation, updateConversation } from '#domains/channels'
import type { Ctx } from '#platform/context'
import { type Desk, openDesk, saveDesk } from '../handling/desk.ts'
import { findTicket } from '../handling/desk-data.ts'
import { record } from '../handling/desk-moves.ts'
import { conversationIsFree } from './progress-data.ts'
import { findByToken, OWN_TICKET } from './progress-door.ts'
import { readState, type SignInState, writeState } from './wechat-state.ts'

/** Where WeChat's browser comes back to; its domain is registered with the account. */
export const RETURN_PATH = '/api/public/wechat/return'

/**
 * Who opens the progress page in WeChat is asked nothing, but recognised, so that the answers to a form can follow into WeChat.
 * Shape:  the address to send the browser to; null when no account does this or the ticket is answered somewhere already.
 *         `nonce` stays in a cookie of this browser: without it the answer is worth nothing.
 * Errors: tickets.notFound for a token of nobody.
 */
export async function beginSignIn(outer: Ctx, token: string, nonce: string): Promise<string | null> {
  const { brandId, ticketId, ownId } = await findByToken(outer, token)
  const ctx = customerContext(outer, brandId, outer.locale, outer.requestId)
  return ctx.transaction(async (tx) => {
    const ticket = await findTicket(tx, OWN_TICKET, ticketId)
    if (!ticket || ticket.conversation_id) return null
    const channel = await findSignInChannel(tx, ctx)
    return channel?.address(ctx.origin + RETURN_PATH, writeState(ctx, { ownId, again: false }, nonce)) ?? null
  })
}

/**
 * Back from WeChat: the person's conversation becomes the ticket's, if it can be written to and the ticket has none.
 * Shape:  where the browser goes now: the progress page, or once more to WeChat when the code was used already (40029, 40163).
 *         null for a state that we did not give to this browser.
 */
export async function finishSignIn(
  outer: Ctx,
  given: { code: string; state: string; nonce: string },
): Promise<string | null> {
  const state = readState(outer, given.state, given.nonce)
  if (!state) return null
  const token = outer.keys.tokenFor('progress', state.ownId)
  const page = `/t/${token}?wechat=done`
  if (!given.code || state.over) return page
  const { brandId, ticketId } = await findByToken(outer, token)
  const ctx = customerContext(outer, brandId, outer.locale, outer.requestId)
  const channel = await ctx.transaction((tx) => findSignInChannel(tx, ctx))
  if (!channel) return page
  try {
    const who = await channel.whoCame(given.code)
    if (!who) return onceMore(ctx, channel.address, state, given.nonce) ?? page
    if (who.follows) await bind(ctx, channel.id, ticketId, who.openid)
  } catch (error) {
    // The page is what the customer came for; it opens with or without WeChat's help.
    ctx.log.warn({ err: error, channel: channel.id }, 'somebody could not be recognised in WeChat')
  }
  return page
}

function onceMore(
  ctx: Ctx,
  address: (redirect: string, state: string) => string,
  state: SignInState,
  nonce: string,
): string | null {
  if (state.again) return null
  return address(ctx.origin + RETURN_PATH, writeState(ctx, { ...state, again: true }, nonce))
}

function bind(ctx: Ctx, channelId: string, ticketId: string, openid: string): Promise<void> {
  return ctx.transaction(async (tx) => {
    const conversation = await openConversation(tx, ctx, channelId, { address: openid })
    const desk: Desk | null = await openDesk(ctx, tx, ticketId, OWN_TICKET)
    if (!desk || desk.ticket.conversation_id) return
    desk.ticket.conversation_id = conversation.id
    record(desk, 'tickets.bindConversation', { channel: 'wechat' })
    await saveDesk(desk)
    const free = await conversationIsFree(tx, conversation.ticket_id)
    await updateConversation(tx, ctx, conversation, {
      customerId: desk.ticket.customer_id,
      unreachable: '',
      state: { authorized: true },
      ...(free ? { ticketId, shopId: desk.ticket.shop_id } : {}),
    })
  })
}
