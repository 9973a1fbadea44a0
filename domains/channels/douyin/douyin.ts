import { asFault, ChannelFault } from '../connect/channel-fault.ts'
import {
  type CheckStep,
  defineConnector,
  type Outgoing,
  type Poll,
  type Sent,
  type Tools,
} from '../connect/connector.ts'
import { fieldsOf, listOf, textOf } from '../platforms/lossless-json.ts'
import { callDouyin, tokenOf } from './call.ts'
import { type EventRaw, heardEvent, heardRemark, type RemarkRaw, remarkRaw, takePush } from './pushes.ts'
import { fields, Settings } from './settings.ts'

const PAGE = 20

/** Pushes are not promised to come: the comments of the videos that are named are asked for as well, one page a run. */
const comments: Poll<Settings> = {
  name: 'comments',
  everyS: (s) => s.everyMin * 60,
  run: async (tools, cursor) => {
    const { items } = tools.settings
    const n = Number(cursor.item ?? 0)
    const item = items[n]
    if (!item) return { messages: [], cursor: {} }
    const from = String(cursor.from ?? '0')
    const page = fieldsOf(await readPage(tools, item, from))
    const messages = listOf(page.list).map((c) => remarkRaw({ ...fieldsOf(c), reply_to_item_id: item }))
    const more = textOf(page, 'has_more') === 'true'
    const next = more ? { item: n, from: textOf(page, 'cursor') } : { item: n + 1 }
    return { messages, cursor: next, again: more || n + 1 < items.length }
  },
}

function readPage(tools: Tools<Settings>, item: string, cursor: string): Promise<unknown> {
  const query = { item_id: item, cursor, count: String(PAGE) }
  return callDouyin(tools, { method: 'GET', path: '/item/comment/list/', query })
}

/** Douyin: comments on the account's own videos, pushed and asked for, and answered in public (integrations §5). */
export const douyin = defineConnector<Settings>({
  kind: 'douyin',
  settings: Settings,
  fields,
  sends: true,
  check,
  hook: async (tools, request) => takePush(tools, request),
  polls: [comments],
  read: async (tools, raw) => {
    const kept = raw.payload as RemarkRaw | EventRaw
    return kept.sort === 'comment' ? heardRemark(tools, kept) : heardEvent(kept)
  },
  send,
})

/** Without a consent comments are heard and not answered: the page says so. */
async function check(tools: Tools<Settings>): Promise<CheckStep[]> {
  const { refreshToken, openId, items } = tools.settings
  if (!refreshToken || !openId) return [{ step: 'consent', fault: 'notAuthorised' }]
  const steps: CheckStep[] = []
  try {
    await tokenOf(tools)
    steps.push({ step: 'consent' })
    for (const item of items.slice(0, 5)) {
      await readPage(tools, item, '0')
      steps.push({ step: 'comments', data: { item } })
    }
  } catch (error) {
    const fault = asFault(error)
    if (fault.code === 'unforeseen') throw error
    steps.push({ step: steps.length ? 'comments' : 'consent', fault: fault.code, data: fault.data })
  }
  return steps
}

/** Answers the newest comment of this person under the video. Errors: tooLong, and those of the call. */
async function send(tools: Tools<Settings>, { to, text }: Outgoing): Promise<Sent> {
  const { itemId, commentId } = to.state as Record<string, string>
  if (!itemId || !commentId) throw new ChannelFault('noAddress')
  const { replyMost } = tools.settings
  if ([...text].length > replyMost) throw new ChannelFault('tooLong', { data: { most: replyMost } })
  const json = { item_id: itemId, comment_id: commentId, content: text }
  const data = await callDouyin(tools, { method: 'POST', path: '/item/comment/reply/', json })
  return { externalId: textOf(data, 'comment_id') || null }
}
