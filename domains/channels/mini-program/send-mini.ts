import { ChannelFault } from '../connect/channel-fault.ts'
import type { Outgoing, Sent } from '../connect/connector.ts'
import { callApi } from '../wechat/api.ts'
import { COMPLAINT } from './hear-complaint.ts'
import { REVIEW } from './reviews.ts'
import { asWechat, type MiniTools } from './settings.ts'

const AGREE = 1
const REFUSE = 2
const TO_PROVE = '206'

/**
 * An answer to a review, or what the platform lets a merchant say about a complaint: agree, refuse with words, or prove.
 * Errors: decideFirst for words where the platform wants a decision; tooLong, and those of any call.
 */
export async function sendMini(tools: MiniTools, message: Outgoing): Promise<Sent> {
  const { address, state } = message.to
  const { settings } = tools
  const ask = (path: string, body: object) => callApi(asWechat(tools), { path, body })
  if (address.startsWith(REVIEW)) {
    await ask(settings.reviewReplyPath, {
      commentId: address.slice(REVIEW.length),
      content: within(tools, message.text),
    })
    return { externalId: null }
  }
  const complaintOrderId = address.slice(COMPLAINT.length)
  const { deed } = message
  const reason = within(tools, deed ? String(deed.data.reason ?? '') : message.text)
  if (deed?.name === 'approve_refund')
    await ask(settings.respondPath, {
      complaintOrderId,
      bussiHandle: AGREE,
      ...(reason ? { content: reason } : {}),
    })
  else if (deed?.name === 'reject_refund')
    await ask(settings.respondPath, { complaintOrderId, bussiHandle: REFUSE, content: reason })
  else if (deed?.name === 'supply_proof' || (!deed && state.phase === TO_PROVE))
    await ask(settings.proofPath, { complaintOrderId, content: reason })
  else throw new ChannelFault(deed ? 'cannotSend' : 'decideFirst')
  return { externalId: null }
}

function within({ settings }: MiniTools, text: string): string {
  const signs = [...text].length
  if (signs > settings.answerMost)
    throw new ChannelFault('tooLong', { data: { signs, most: settings.answerMost } })
  return text
}
