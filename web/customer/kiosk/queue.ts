import type { TabletReceipt } from '#contracts/channels/tablet'
import type { Answer } from '../sending/call.ts'
import { createSender, type Sender, type Sending } from '../sending/sender.ts'

/** What one visitor has written; leaves the tablet as soon as the server has it. */
export type Entry = {
  submissionId: string
  locale: string
  mood: 'good' | 'fair' | 'bad'
  category: string
  content: string
  contact: string
  writtenAt: string
}
export type Queue = {
  add: (entry: Entry) => void
  count: () => number
  /** The server took none because the code is gone or switched off. */
  shut: () => boolean
  /** Tries now what waits for a network. */
  poke: () => void
}
type Doors = {
  storage: Storage | null
  place: string
  post: (entry: Entry) => Promise<Answer<TabletReceipt>>
  onChange: () => void
  onSent: (entry: Entry, receipt: TabletReceipt) => void
}

const AGAIN_MS = 60_000
const NEXT_MS = 1000

/**
 * Entries on their way, one after the other; kept over a restart of the tablet until they have arrived.
 * Shape: what the server refuses loses the choice it was refused for and goes again, so that no words are lost;
 *        what it refuses altogether stays and waits behind the others.
 */
export function createQueue({ storage, place, post, onChange, onSent }: Doors): Queue {
  let list = load(storage, place)
  let sender: Sender | null = null
  let shut = false

  const put = (next: Entry[]): void => {
    list = next
    save(storage, place, list)
    onChange()
  }
  const start = (): void => {
    const head = list[0]
    if (!head || sender) return
    sender = createSender<TabletReceipt>(
      () => post(head),
      (now) => heard(now, head),
    )
    sender.send()
  }
  const heard = (now: Sending<TabletReceipt>, head: Entry): void => {
    if (now.state === 'sent') {
      shut = false
      move(head, [])
      onSent(head, now.body)
      start()
    } else if (now.state === 'refused') {
      shut = now.status === 404 || now.status === 410
      const less = shut ? null : giveIn(head, now.problem?.field)
      move(head, [less ?? head])
      // The others may go through, unless all of them stand before the same closed door.
      if (less) start()
      else setTimeout(start, shut || list.length === 1 ? AGAIN_MS : NEXT_MS)
    } else onChange()
  }
  /** Takes an entry out and puts what became of it behind the others. */
  const move = (entry: Entry, became: Entry[]): void => {
    sender = null
    put([...list.filter(({ submissionId }) => submissionId !== entry.submissionId), ...became])
  }
  start()
  return {
    add: (entry) => {
      put([...list, entry])
      start()
    },
    count: () => list.length,
    shut: () => shut,
    poke: () => sender?.poke(),
  }
}

/** The entry without what the server does not know; a way to be reached goes on as words. Null when nothing can be left out. */
export function giveIn(entry: Entry, field: string | undefined): Entry | null {
  const named = (field ?? '').split(/[./]/).pop()
  if (named === 'contact' && entry.contact)
    return { ...entry, contact: '', content: `${entry.content}\n${entry.contact}`.trim() }
  if (entry.category) return { ...entry, category: '' }
  return null
}

function load(storage: Storage | null, place: string): Entry[] {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(place) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one) => typeof one?.submissionId === 'string') : []
  } catch {
    return []
  }
}

function save(storage: Storage | null, place: string, list: Entry[]): void {
  try {
    if (list.length === 0) storage?.removeItem(place)
    else storage?.setItem(place, JSON.stringify(list))
  } catch {
    // No room: it lives as long as the page.
  }
}
