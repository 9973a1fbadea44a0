import { ChannelFault } from '../connect/channel-fault.ts'
import type { Outgoing, Sent } from '../connect/connector.ts'
import { callApi } from './api.ts'
import { textOf } from './body.ts'
import { uploadImage } from './media.ts'
import type { WechatTools } from './settings.ts'
import { splitText } from './split-text.ts'
import { fillFields } from './template.ts'

const SHUT = ['windowClosed', 'windowUsed']

/**
 * An answer to a customer: freely while the window is open, by a template afterwards, or not at all, and then it is said (§1.5, §1.6).
 * Shape:  words first, then pictures, one call each; parts that went out on an earlier try are not sent again.
 *         Our count of the window is a hint, WeChat's refusal is the truth.
 * Errors: windowClosed, windowUsed without a template; withdrawn; those of any call.
 */
export async function sendMessage(tools: WechatTools, message: Outgoing): Promise<Sent> {
  const { to } = message
  if (to.state.authorized === false && !to.windowEndsAt)
    throw new ChannelFault('withdrawn', { unreachable: true })
  const known = closedBy(message, tools.ctx.now())
  if (known) return sendTemplate(tools, message, known)
  try {
    await sendFreely(tools, message)
    return { externalId: null }
  } catch (error) {
    if (error instanceof ChannelFault && SHUT.includes(error.code)) return sendTemplate(tools, message, error)
    throw error
  }
}

/** What we know of the window; nothing is known of somebody who came by the progress page. */
function closedBy({ to }: Outgoing, now: Date): ChannelFault | null {
  if (!to.windowEndsAt) return null
  if (to.windowEndsAt <= now) return new ChannelFault('windowClosed')
  return to.windowLeft !== null && to.windowLeft <= 0 ? new ChannelFault('windowUsed') : null
}

async function sendFreely(tools: WechatTools, message: Outgoing): Promise<void> {
  const touser = message.to.address
  const parts = [
    ...splitText(message.text, tools.settings.textBytes).map((content) => async () => ({
      msgtype: 'text',
      text: { content },
    })),
    ...message.photos.map((photo) => async () => ({
      msgtype: 'image',
      image: { media_id: await uploadImage(tools, photo) },
    })),
  ]
  if (!parts.length) throw new ChannelFault('empty')
  for (const part of parts.slice(message.done)) {
    const body = { touser, ...(await part()) }
    await callApi(tools, { path: '/cgi-bin/message/custom/send', body, patient: true })
    await message.partDone()
  }
}

/** Outside of the window; the words in full, and pictures, stand on the page that it leads to. */
async function sendTemplate(tools: WechatTools, message: Outgoing, shut: ChannelFault): Promise<Sent> {
  const { templateId, templateFields, templateSort } = tools.settings
  if (!templateId || !templateFields.length) throw shut
  const page = message.ticket?.progress
  const body = {
    touser: message.to.address,
    template_id: templateId,
    data: fillFields(templateFields, message, tools.ctx.now()),
  }
  const answer =
    templateSort === 'template'
      ? await callApi(tools, {
          path: '/cgi-bin/message/template/send',
          body: { ...body, ...(page ? { url: page } : {}), client_msg_id: message.id.replaceAll('-', '') },
        })
      : await callApi(tools, {
          path: '/cgi-bin/message/subscribe/bizsend',
          body: { ...body, ...(page ? { page } : {}) },
        })
  return { externalId: textOf(answer, 'msgid') || null }
}
