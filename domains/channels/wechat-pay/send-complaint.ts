import { asFault, ChannelFault } from '../connect/channel-fault.ts'
import type { Outgoing, Sent } from '../connect/connector.ts'
import { COMPLAINTS, call, uploadPhoto } from './api.ts'
import { fingerprint, readComplaint, readMoves } from './hear-complaint.ts'
import type { PayTools } from './settings.ts'

const MOST_PHOTOS = 4
const ANSWERS_PER_MINUTE = 60
const COMPLETIONS_PER_MINUTE = 1500
/** After these nobody knows whether the platform has it. */
const UNSURE = ['timedOut', 'broken', 'unreachable']

/** An answer, or a deed: finish the complaint, agree to the refund or refuse it. Errors: ChannelFault. */
export function sendComplaint(tools: PayTools, message: Outgoing): Promise<Sent> {
  return message.deed ? doDeed(tools, message, message.deed) : answer(tools, message)
}

async function answer(tools: PayTools, { to, text, photos, ticket }: Outgoing): Promise<Sent> {
  const { settings } = tools
  const signs = [...text].length
  if (signs > settings.answerMost)
    throw new ChannelFault('tooLong', { data: { signs, most: settings.answerMost } })
  if (photos.length > MOST_PHOTOS) throw new ChannelFault('tooManyPhotos', { data: { most: MOST_PHOTOS } })
  const images: string[] = []
  for (const [n, photo] of photos.entries()) images.push(await uploadPhoto(tools, photo.bytes, n + 1))
  const body = {
    complainted_mchid: settings.mchid,
    response_content: text,
    ...(images.length ? { response_images: images } : {}),
    ...(settings.jumpText && ticket ? { jump_url: ticket.progress, jump_url_text: settings.jumpText } : {}),
  }
  const path = `${COMPLAINTS}/${to.address}/response`
  await call(tools, { method: 'POST', path, body, limit: ['answer', ANSWERS_PER_MINUTE] }).catch(
    async (error: unknown) => {
      if (!UNSURE.includes(asFault(error).code) || !(await stands(tools, to.address, text))) throw error
    },
  )
  return { externalId: null, state: { said: [...((to.state.said as string[]) ?? []), fingerprint(text)] } }
}

/** No answer is no refusal: the talk tells whether ours arrived, before it is written twice. */
async function stands(tools: PayTools, id: string, text: string): Promise<boolean> {
  const moves = await readMoves(tools, id).catch(() => [])
  return moves.some(
    (m) => m.operate_type === 'MERCHANT_RESPONSE' && fingerprint(m.operate_details) === fingerprint(text),
  )
}

async function doDeed(tools: PayTools, { to }: Outgoing, deed: NonNullable<Outgoing['deed']>): Promise<Sent> {
  const { mchid, refundPath } = tools.settings
  const own = { complainted_mchid: mchid }
  const base = `${COMPLAINTS}/${to.address}`
  const reason = String(deed.data.reason ?? '')
  const refund = (body: object) =>
    call(tools, {
      method: 'POST',
      path: `${base}/${refundPath}`,
      body: { ...own, ...body },
      limit: ['answer', ANSWERS_PER_MINUTE],
    })
  if (deed.name === 'complete') {
    const path = `${base}/complete`
    await call(tools, { method: 'POST', path, body: own, limit: ['complete', COMPLETIONS_PER_MINUTE] }).catch(
      (error: unknown) => finishedAlready(tools, to.address, error),
    )
  } else if (deed.name === 'approve_refund') {
    await refund({
      action: 'APPROVE',
      launch_refund_day: Number(deed.data.days ?? 0),
      ...(reason ? { remark: reason } : {}),
    })
  } else if (deed.name === 'reject_refund') await refund({ action: 'REJECT', reject_reason: reason })
  else throw new ChannelFault('cannotSend')
  return { externalId: null, state: { did: [...((to.state.did as string[]) ?? []), deed.name] } }
}

/** Finished twice is finished. */
async function finishedAlready(tools: PayTools, id: string, error: unknown): Promise<void> {
  if (![...UNSURE, 'refused'].includes(asFault(error).code)) throw error
  const { complaint_state } = await readComplaint(tools, id)
  if (complaint_state !== 'PROCESSED') throw error
}
