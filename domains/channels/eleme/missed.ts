import type { Poll } from '../connect/connector.ts'
import { fieldsOf, listOf, textOf } from '../platforms/lossless-json.ts'
import { callEleme } from './call.ts'
import { netOf } from './net.ts'
import { rawOf } from './pushes.ts'
import type { Settings } from './settings.ts'

const MOST = 50

/**
 * Pushes that did not reach us, fetched and confirmed: the platform gives them again until they are confirmed,
 * and they are confirmed only on the next run, when they have been stored. When none is left the net is drawn. Names of the fields: check.
 */
export const missedPoll: Poll<Settings> = {
  name: 'missed',
  everyS: (s) => s.missedMin * 60,
  run: async (tools, cursor) => {
    const stored = listOf(cursor.confirm)
    if (stored.length)
      await callEleme(tools, 'eleme.msgNew.confirmPullMsg', { msgConfirmRequest: { msgIds: stored } })
    const result = await callEleme(tools, 'eleme.msgNew.getPushFailMsg', {
      msgQueryRequest: { limit: MOST },
    })
    const fields = fieldsOf(result)
    const found = listOf(Array.isArray(result) ? result : (fields.msgList ?? fields.messages ?? fields.list))
    const confirm = found.map((m) => textOf(m, 'msgId', 'id', 'requestId')).filter((id) => id !== '')
    const before = listOf(cursor.seen).map(String)
    // What waits to be confirmed is asked for first: the net finds only what no push tells.
    if (confirm.length) return { messages: found.map(rawOf), cursor: { confirm, seen: before }, again: true }
    const { messages, seen } = await netOf(tools, before)
    return { messages, cursor: { confirm, seen } }
  },
}
