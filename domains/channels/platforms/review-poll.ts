import { createHash } from 'node:crypto'
import { DateTime } from 'luxon'
import { asFault, ChannelFault } from '../connect/channel-fault.ts'
import type { Poll, Raw, Tools } from '../connect/connector.ts'
import { type ShopLine, shopLines } from './shop-lines.ts'

export const ZONE = 'Asia/Shanghai'
const PAGES_A_RUN = 5

/** What of a platform's reviews is asked for; both ends are instants. */
export type Span = { from: DateTime; to: DateTime }
export type Page = { messages: Raw[]; more: boolean }

type Settings = { shops: string[]; everyMin: number; overlapDays: number; spanDays: number }

type Cursor = {
  /** Older reviews are none of ours: the day before the connection was made. */
  since?: string
  /** The day on which the whole span was last asked for. */
  deepOn?: string
  /** The pass that is under way. */
  from?: string
  to?: string
  shop?: number
  page?: number
  /** Shops that could not be asked, told when the others are through. */
  bad?: { shop: string; code: string; data: Record<string, unknown> }[]
  restUntil?: string
  /** Of the list of shops: another list is asked for at once. */
  list?: string
}

/**
 * Asks each shop for its reviews, page after page: every hour the last days once more, because text and score may change, and once a day
 * the whole span that the platform keeps, because a follow-up may come weeks later (integrations §4.5).
 * Shape: `read` gives one page; a shop that is refused does not hinder the others and is told on the health line afterwards;
 *        what has been read before something goes wrong is kept, and the next run meets the trouble first.
 */
export function reviewPoll<S extends Settings>(
  read: (tools: Tools<S>, shop: ShopLine, span: Span, page: number) => Promise<Page>,
): Poll<S> {
  return {
    name: 'reviews',
    everyS: (s) => s.everyMin * 60,
    run: async (tools, stored) => {
      const now = DateTime.fromJSDate(tools.ctx.now(), { zone: ZONE })
      const cursor = begin(stored as Cursor, now, tools.settings)
      const messages: Raw[] = []
      for (let n = 0; n < PAGES_A_RUN && cursor.from; n++) {
        const found = await step(tools, cursor, now, read).catch((error: unknown) => {
          if (n === 0) throw error
          return null
        })
        if (!found) break
        messages.push(...found)
      }
      return { messages, cursor, again: Boolean(cursor.from ?? cursor.restUntil) }
    },
  }
}

/** The pass that is under way, or the next one. Errors: what a shop was refused with, until the next pass is due. */
function begin(stored: Cursor, now: DateTime, settings: Settings): Cursor {
  const list = createHash('sha256').update(settings.shops.join('\n')).digest('hex').slice(0, 16)
  if (stored.restUntil && stored.list === list) {
    const restS = Math.ceil((DateTime.fromISO(stored.restUntil).toMillis() - now.toMillis()) / 1000)
    const [bad] = stored.bad ?? []
    if (restS > 0 && bad)
      throw new ChannelFault(bad.code, {
        again: true,
        data: { ...bad.data, shop: bad.shop, shops: stored.bad?.length },
        side: 'channel',
        afterS: restS,
      })
  } else if (stored.from && stored.list === list) return { ...stored }
  const since = stored.since ?? now.minus({ days: settings.overlapDays }).toISO() ?? ''
  const today = now.toISODate() ?? ''
  const deep = stored.deepOn !== undefined && stored.deepOn !== today
  const days = deep ? Math.max(settings.spanDays, settings.overlapDays) : settings.overlapDays
  const from = DateTime.max(now.minus({ days }), DateTime.fromISO(since, { zone: ZONE }))
  return { since, list, deepOn: today, from: from.toISO() ?? '', to: now.toISO() ?? '', shop: 0, page: 0 }
}

async function step<S extends Settings>(
  tools: Tools<S>,
  cursor: Cursor,
  now: DateTime,
  read: (tools: Tools<S>, shop: ShopLine, span: Span, page: number) => Promise<Page>,
): Promise<Raw[]> {
  const shop = shopLines(tools.settings.shops)[cursor.shop ?? 0]
  if (!shop) {
    endPass(cursor, now.plus({ minutes: tools.settings.everyMin }))
    return []
  }
  const span = {
    from: DateTime.fromISO(cursor.from!, { zone: ZONE }),
    to: DateTime.fromISO(cursor.to!, { zone: ZONE }),
  }
  try {
    const page = await read(tools, shop, span, cursor.page ?? 0)
    if (page.more) cursor.page = (cursor.page ?? 0) + 1
    else nextShop(cursor)
    return page.messages
  } catch (error) {
    const fault = asFault(error)
    if (fault.again || fault.side === 'channel') throw fault
    noteBad(cursor, shop, fault)
    nextShop(cursor)
    return []
  }
}

function nextShop(cursor: Cursor): void {
  cursor.shop = (cursor.shop ?? 0) + 1
  cursor.page = 0
}

function noteBad(cursor: Cursor, shop: ShopLine, { code, data }: ChannelFault): void {
  cursor.bad = [...(cursor.bad ?? []), { shop: shop.platform, code, data }].slice(0, 50)
}

function endPass(cursor: Cursor, next: DateTime): void {
  delete cursor.from
  delete cursor.to
  delete cursor.shop
  delete cursor.page
  if (cursor.bad?.length) cursor.restUntil = next.toISO() ?? ''
}
