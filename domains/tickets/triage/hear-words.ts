import type { ChannelKind, Kind } from '#contracts/playbook'
import { textReader } from '#domains/language'
import { namedNumbers } from '#domains/orders'
import type { Desk } from '../handling/desk.ts'
import { addEntry } from '../handling/desk-moves.ts'
import { linkNamed } from '../orders/link-named.ts'
import type { TriageInput } from './classify.ts'
import { readLater } from './later-words.ts'
import { isGraver, raiseByWords } from './raise-by-words.ts'

/** What a customer says: the words, and what the channel knows of them. */
export type Words = {
  text: string
  stars?: number | undefined
  kind?: Kind | undefined
  orderNumber?: string | undefined
}

/**
 * One message more of the customer on the ticket, however it came: its line in the timeline, read for what makes the ticket graver (T2, T3).
 * Every word of a customer on an open ticket goes through here, or through listenTo where it stands elsewhere in the timeline.
 * Shape: the line's id. What the words do to the ticket is done when the desk is saved, after whatever the deed itself does.
 */
export function addWords(desk: Desk, words: Words, data: Record<string, unknown>): string {
  const id = addEntry(desk, { kind: 'message_in', text: words.text, data })
  const numbers = words.orderNumber ? [words.orderNumber] : namedNumbers(words.text)
  if (numbers.length) desk.before.push((at) => linkNamed(at, numbers))
  listenTo(desk, words)
  return id
}

/** The same for words that have no line of their own as a message: beside stars, in a revisit. */
export function listenTo(desk: Desk, { text, stars, kind }: Words): void {
  if (!text.trim()) return
  const input: TriageInput = {
    text,
    stars,
    sureKind: kind,
    channel: desk.ticket.channel_kind as ChannelKind,
  }
  const said = readLater(desk.playbook.playbook, input, { read: textReader(desk.ctx.log) })
  if (said && isGraver(desk, said)) desk.before.push((at) => raiseByWords(at, input, said))
}
