import { v7 as uuidv7 } from 'uuid'
import type { FeedbackBody } from '#contracts/channels'
import type { Locale } from '#contracts/kit'
import type { ChannelKind, FieldKey, Kind, Playbook } from '#contracts/playbook'
import type { TriageReason } from '#contracts/tickets/triage'
import { maskNumbersIn, type Sender } from '#domains/customers'
import type { Roster } from '#domains/people'
import { type HolidayTable, type PlaybookInForce, type Responsible, responsible } from '#domains/playbook'
import { type ClockRow, calendarsFor, meet, nextDue, startClocks } from '../clocks/ticket-clocks.ts'
import { alarmAudience } from '../routing/alarm-audience.ts'
import { type Picked, pickPerson } from '../routing/pick-person.ts'
import type { Judgement, JudgementRead } from '../triage/classify.ts'
import { withHistory } from '../triage/history.ts'
import { type Ears, judge } from '../triage/judge.ts'
import { dangersOf } from '../triage/later-words.ts'

/** One feedback as a channel hands it over, checked at the edge. */
export type Incoming = {
  channelId: string
  channelKind: ChannelKind
  /** The channel's own id of this message: the same again is the same message. */
  externalId: string
  shopId: string | null
  /** A shop named by its code; looked up with the world. */
  shopCode?: string | undefined
  place: string
  locale: Locale
  stars?: number | undefined
  body: FeedbackBody
  /** Who uploaded the photos (channels.takePhotos). */
  photoOwner: string
  /** What the channel itself says it is. */
  sureKind?: Kind | undefined
  /** Danger that was said without words (triage/classify). */
  sureRisk?: { key: string; shown: string } | undefined
  /** As whom the channel knows the customer; without it by the name and contact of the body. */
  sender?: Sender | undefined
  /** The raw message is stored already, as this row (channels.inbound). */
  stored?: { conversationId: string; facts?: Record<string, unknown> }
  /** The person who typed it in at the counter. */
  enteredBy?: { id: string; name: string }
  /** The name on a public review: shown, but nobody's file. */
  author?: string | undefined
  /** A review of the past that only is kept: nobody gets it, no clock runs, nobody is called. */
  history?: { at: Date } | undefined
  /** Nobody tells the customer that it has arrived: it was read elsewhere. */
  quiet?: true | undefined
  /** What was answered to it where it was written, before it came to us. */
  answered?: string | undefined
  /** Nobody is there any more to fill in what is missing. */
  partial?: true | undefined
  /** The till's slip it is about, with the tickets that were opened for the same one before. */
  slip?: { proven: boolean; amountMinor: number | null; earlier: string[] } | undefined
  /** What else is known of it, for its first line in the timeline. */
  facts?: Record<string, unknown> | undefined
}

export type Opening = {
  id: string
  /** The judgement all else stands on. */
  heard: Judgement
  title: string
  excerpt: string
  kind: Playbook['responsibility'][number]['when'] extends { kinds?: (infer K)[] } ? K : never
  categories: string[]
  severity: number
  impact: number
  priority: 'P1' | 'P2' | 'P3' | 'P4'
  reasons: TriageReason[]
  /** Who judged and how sure that is (triage/judge). */
  by: 'rules' | 'model'
  sure: number | null
  read: JudgementRead | null
  setAside: boolean
  responsible: Responsible
  ruleIndex: number
  picked: Picked | null
  clocks: ClockRow[]
  due: ReturnType<typeof nextDue>
  /** Of the first words (triage/heard-dangers). */
  dangers: string[]
  /** Staff who are called at once; empty unless P1. */
  alarmFor: string[]
  missing: FieldKey[]
}

export type World = {
  now: Date
  inForce: PlaybookInForce
  roster: Roster
  holidays: HolidayTable
  brandName: string
  ears: Ears
  /** Open tickets per person; the caller counts up as it goes through a batch. */
  loads: Map<string, number>
}

/** Everything the system decides about a new feedback, in memory: judge → prioritise → route → clocks. */
export function decideOpening(incoming: Incoming, world: World): Opening {
  const { body } = incoming
  const heard = judge(
    world.inForce.playbook,
    {
      text: body.content,
      mood: body.mood,
      stars: incoming.stars,
      channel: incoming.channelKind,
      chosenCategory: body.category,
      sureKind: incoming.sureKind,
      sureRisk: incoming.sureRisk,
    },
    world.ears,
  )
  return openingOf(incoming, world, heard)
}

/** Decides once more on the words as they were judged, with so many complaints of the same customer before them (triage/history). */
export function decideAgain(
  incoming: Incoming,
  world: World,
  { id, heard }: Opening,
  earlier: number,
): Opening {
  const graver = withHistory(heard, world.inForce.playbook, earlier, 'zh-CN')
  return { ...openingOf(incoming, world, graver), id }
}

function openingOf(incoming: Incoming, world: World, found: Judgement): Opening {
  const { playbook } = world.inForce
  const { body } = incoming
  const shop = world.roster.shops.find((s) => s.id === incoming.shopId)
  const categories = found.categories.map((c) => c.key)
  const facts = {
    kind: found.kind,
    categories,
    priority: found.priority,
    channel: incoming.channelKind,
    shopCode: shop?.code ?? null,
  }
  const who = responsible(playbook, facts)
  const picked = incoming.history
    ? null
    : pickPerson({
        roster: world.roster,
        roles: [who.role, ...who.chain],
        shopId: incoming.shopId,
        loads: world.loads,
      })
  if (picked) world.loads.set(picked.person.id, (world.loads.get(picked.person.id) ?? 0) + 1)
  const calendars = calendarsFor(playbook, shop, world.holidays, world.roster.zone)
  const rules = { playbook, kind: found.kind, priority: found.priority, calendars }
  const setAside = incoming.history !== undefined || (found.empty && !body.photos.length)
  const clocks = setAside
    ? []
    : startClocks(rules, 1, world.now)
        .filter((c) => !incoming.quiet || c.metric !== 'acknowledge')
        .map((c) => (c.metric === 'acknowledge' ? meet(c, world.now) : c))
  return {
    id: uuidv7(),
    heard: found,
    title: titleOf(body.content),
    excerpt: excerptOf(body.content),
    kind: found.kind,
    categories,
    severity: found.severity,
    impact: found.impact,
    priority: found.priority,
    reasons: found.reasons.map(({ weight, ...reason }) => reason),
    by: found.by,
    sure: found.sure,
    read: found.read,
    setAside,
    responsible: who,
    ruleIndex: playbook.responsibility.indexOf(who.rule),
    picked,
    clocks,
    due: nextDue(clocks),
    dangers: dangersOf(found),
    alarmFor:
      found.priority === 'P1' && !setAside
        ? alarmAudience(world.roster, playbook, who, incoming.shopId, found.risks, picked?.person.id ?? null)
        : [],
    missing: missingFields(playbook, incoming),
  }
}

const TITLE_SIGNS = 26
const EXCERPT_SIGNS = 140

/** The first sentence, cut to what fits a header; mobiles typed into the text are masked. Empty when nothing was written. */
export function titleOf(content: string): string {
  const first =
    maskNumbersIn(content)
      .split(/[。！？!?\n；;]/)
      .find((s) => s.trim()) ?? ''
  return cut(first.trim(), TITLE_SIGNS)
}

export function excerptOf(content: string): string {
  return cut(maskNumbersIn(content).replace(/\s+/g, ' ').trim(), EXCERPT_SIGNS)
}

function cut(text: string, most: number): string {
  const signs = [...text]
  return signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : text
}

/** Required fields of the channel's form that are not filled: the record is saved and says what is missing (I2). */
export function missingFields(
  playbook: Playbook,
  incoming: Pick<Incoming, 'channelKind' | 'body' | 'place'>,
): FieldKey[] {
  const form = playbook.forms.find((f) => f.channel === incoming.channelKind)
  return (form?.fields ?? []).filter((f) => f.required && !isFilled(f.key, incoming)).map((f) => f.key)
}

function isFilled(key: FieldKey, { body, place }: Pick<Incoming, 'body' | 'place'>): boolean {
  if (key === 'photos') return body.photos.length > 0
  if (key === 'table') return Boolean(body.table || place)
  return Boolean(body[key])
}
