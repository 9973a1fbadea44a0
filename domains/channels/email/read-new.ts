import { createHash } from 'node:crypto'
import type { FetchMessageObject, ImapFlow } from 'imapflow'
import { z } from 'zod'
import type { Raw, Tools } from '../connect/connector.ts'
import { wireFault } from './faults.ts'
import { type Mailbox, placeIn } from './mailbox.ts'
import type { MailSettings } from './settings.ts'

const DAY_MS = 86_400_000
const MOST_MAILS = 20
const MOST_BYTES = 4 * 1024 * 1024
/** Of a mail that is too large: the words stand before the attachments. */
const FIRST_PART = 512 * 1024

/**
 * Where the reading stopped. What lay there already (up to `upTo`) is taken only since `since`: when the channel was connected (`from`) what nobody
 * had read, and when the server has numbered everything anew what was written since we read here. After `upTo` everything is taken.
 */
const Cursor = z.object({
  box: z.string(),
  validity: z.string(),
  uid: z.number(),
  upTo: z.number(),
  unread: z.boolean(),
  since: z.string(),
  from: z.string(),
  at: z.string(),
})
type Cursor = z.infer<typeof Cursor>
type Batch = { messages: Raw[]; cursor: Record<string, unknown>; again: boolean }

/** What one raw mail is stored as. `cut`: it was too large, only its beginning is here. */
export const StoredMail = z.object({ mime: z.string(), cut: z.boolean(), at: z.string() })

/** The next mails after the cursor, at most so many as fit in one transaction. Errors: wireFault. */
export async function readNew(
  tools: Tools<MailSettings>,
  { client, box }: Mailbox,
  given: Record<string, unknown>,
): Promise<Batch> {
  const cursor = placeOf(tools, box, given)
  try {
    const uids = await findUids(client, cursor)
    const { messages, last } = await fetchSome(tools, client, uids, cursor)
    const done = last === uids.at(-1)
    const uid = done ? Math.max(last ?? 0, cursor.uid, cursor.upTo) : last!
    const stillOld = cursor.uid < cursor.upTo
    const at = tools.ctx.now().toISOString()
    return { messages, cursor: { ...cursor, uid, at }, again: !done || stillOld }
  } catch (error) {
    throw wireFault(error, placeIn(tools.settings))
  }
}

function placeOf({ settings: s, ctx }: Tools<MailSettings>, box: Mailbox['box'], given: unknown): Cursor {
  const name = `${s.user} ${s.imapHost} ${s.folder}`
  const validity = String(box.uidValidity)
  const upTo = Number(box.uidNext) - 1
  const now = ctx.now().getTime()
  const known = Cursor.safeParse(given)
  if (!known.success || known.data.box !== name) {
    const since = new Date(now - s.backDays * DAY_MS).toISOString()
    const from = new Date(now).toISOString()
    return { box: name, validity, uid: 0, upTo, unread: true, since, from, at: from }
  }
  if (known.data.validity === validity) return known.data
  const since = new Date(Date.parse(known.data.at) - DAY_MS).toISOString()
  return { ...known.data, validity, uid: 0, upTo, unread: false, since }
}

async function findUids(client: ImapFlow, c: Cursor): Promise<number[]> {
  const old = c.uid < c.upTo
  const found = await client.search(
    {
      uid: `${c.uid + 1}:${old ? c.upTo : '*'}`,
      ...(old ? { since: new Date(Date.parse(c.since) - DAY_MS) } : {}),
      ...(old && c.unread ? { seen: false } : {}),
    },
    { uid: true },
  )
  if (!Array.isArray(found)) throw broken(client)
  // A range that ends in * always names the last mail, also one that was read already.
  return found.filter((uid) => uid > c.uid).sort((a, b) => a - b)
}

async function fetchSome(tools: Tools<MailSettings>, client: ImapFlow, uids: number[], c: Cursor) {
  const most = tools.settings.mostMb * 1024 * 1024
  const messages: Raw[] = []
  let bytes = 0
  let last: number | undefined
  const next = uids.slice(0, MOST_MAILS)
  const query = { uid: true, size: true, internalDate: true, envelope: true }
  const known = next.length ? await client.fetchAll(next.join(','), query, { uid: true }) : []
  if (!client.usable) throw broken(client)
  for (const uid of next) {
    if (bytes >= MOST_BYTES) break
    last = uid
    const about = known.find((one) => one.uid === uid)
    if (!about || isOlder(about, c)) continue
    const cut = (about.size ?? 0) > most
    const maxLength = cut ? FIRST_PART : most
    const mail = await client.fetchOne(String(uid), { uid: true, source: { maxLength } }, { uid: true })
    if (!client.usable) throw broken(client)
    if (!mail || mail.source === undefined) continue
    messages.push(rawOf(mail.source, about, cut || mail.source.length >= maxLength))
    bytes += mail.source.length
  }
  return { messages, last }
}

/** The library answers with nothing when the connection is gone or a command was refused: that is no empty folder. */
function broken(client: ImapFlow): Error {
  const code = client.usable ? 'SearchRefused' : 'EConnectionClosed'
  return Object.assign(new Error('the folder could not be read'), { code })
}

function isOlder({ internalDate, envelope, uid }: FetchMessageObject, c: Cursor): boolean {
  if (uid > c.upTo) return false
  const came = isoOf(internalDate)
  const written = isoOf(envelope?.date)
  return (came !== '' && came < c.since) || (!c.unread && written !== '' && written < c.from)
}

function isoOf(date: Date | string | undefined): string {
  const at = new Date(date ?? Number.NaN)
  return Number.isNaN(at.getTime()) ? '' : at.toISOString()
}

/** The same mail is known again whatever number the server gives it, and another one with the same Message-ID is not lost. */
function rawOf(source: Buffer, { envelope, internalDate }: FetchMessageObject, cut: boolean): Raw {
  const from = envelope?.from?.[0]?.address?.toLowerCase() ?? ''
  const name = envelope?.messageId || `${isoOf(envelope?.date)} ${envelope?.subject ?? ''}`
  const split = source.indexOf('\r\n\r\n')
  const hash = createHash('sha256')
    .update(`${name}\n${from}\n`)
    .update(source.subarray(Math.max(split, 0)))
  return {
    externalId: `mail:${hash.digest('hex')}`,
    thread: from,
    payload: { mime: source.toString('base64'), cut, at: isoOf(internalDate) },
  }
}
