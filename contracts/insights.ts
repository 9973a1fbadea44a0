import { z } from 'zod'
import { Cursor, defineEvent, Id, Instant } from './kit.ts'

/** What is watched for coming too often; two words together are a pair. The most particular first. */
export const SeriesKind = z.enum([
  'batch_category',
  'emergency_batch',
  'batch',
  'emergency_product',
  'emergency_shop',
  'product_category',
  'shop_category',
  'rider',
  'product',
  'shift',
  'shop',
  'category',
  'topic',
  'emergency',
])
export type SeriesKind = z.infer<typeof SeriesKind>

/** `new`: nobody has looked. `dismissed`: a false one; what it spoke of stays quiet for some days. */
export const AlarmState = z.enum(['new', 'seen', 'incident', 'dismissed'])
export type AlarmState = z.infer<typeof AlarmState>

/** Parts of the day that a shift is cut into, in the shop's zone: from 5, 11, 14 and 17 o'clock. */
export const DayPart = z.enum(['morning', 'noon', 'afternoon', 'evening'])
export type DayPart = z.infer<typeof DayPart>

/** What one series is about, in the reader's language; what does not apply is empty. */
export const AlarmAbout = z.object({
  kind: SeriesKind,
  /** 红豆沙冰, 批次 红豆 B-0301, 异物, 阳光店: the names, in the order in which they are said. */
  names: z.array(z.string()),
  batch: z.object({ ingredient: z.string(), code: z.string() }).nullable(),
  part: DayPart.nullable(),
})
export type AlarmAbout = z.infer<typeof AlarmAbout>

export const AlarmTicket = z.object({
  id: Id,
  number: z.string(),
  title: z.string(),
  shopName: z.string(),
  openedAt: Instant,
  priority: z.string(),
  closed: z.boolean(),
})
export type AlarmTicket = z.infer<typeof AlarmTicket>

/** How somebody is called: by a group's robot, or by their own means. */
export const CallMeans = z.enum(['robot', 'wecom', 'email', 'push', 'sms', 'call'])
export type CallMeans = z.infer<typeof CallMeans>

/** Heard and usual in equal steps of time; `from` is the beginning of the first. */
export const AlarmPlot = z.object({
  from: Instant,
  stepMin: z.int(),
  heard: z.array(z.int()),
  usual: z.array(z.number()),
})
export type AlarmPlot = z.infer<typeof AlarmPlot>

/** Names only for whoever reaches all shops of the alarm; the others see how many. */
const Named = z.object({ count: z.int(), names: z.array(z.string()) })
/** One call of an alarm. Shape: nobody reached and nobody missed while it is on its way, or where nothing is set up. */
export const AlarmCall = z.object({
  at: Instant,
  /** The first is 1. */
  nth: z.int(),
  /** People and groups by the means that reached them. */
  by: z.array(Named.extend({ means: CallMeans })),
  /** Whom nothing has reached. */
  missed: Named,
  /** Somebody had looked before it went out. */
  over: z.boolean(),
})
export type AlarmCall = z.infer<typeof AlarmCall>

export const AlarmCan = z.enum(['see', 'dismiss', 'open_incident'])

export const AlarmRow = z.object({
  id: Id,
  state: AlarmState,
  /** An emergency, or something that may do harm. */
  urgent: z.boolean(),
  about: AlarmAbout,
  /** Others that tell of the same tickets. */
  also: z.array(AlarmAbout),
  raisedAt: Instant,
  firstAt: Instant,
  lastAt: Instant,
  /** When it was raised: so many people within so many minutes, where so many are usual; and how many are usual in a week. */
  heard: z.int(),
  spanMin: z.int(),
  usual: z.number(),
  usualWeek: z.number(),
  /** By chance alone something like it comes about once in so many days, over everything that is watched. */
  everyDays: z.number(),
  /** All tickets so far, those out of the reader's reach too. */
  count: z.int(),
  shops: z.array(z.object({ id: Id, name: z.string() })),
  /** Only those that this reader may open. */
  tickets: z.array(AlarmTicket),
  plot: AlarmPlot,
  decidedBy: z.string(),
  decidedAt: Instant.nullable(),
  reason: z.string(),
  /** Dismissed: until then it stays quiet. */
  quietUntil: Instant.nullable(),
  /** The emergency room that it led to; null as well where this reader may not go in. */
  incidentId: Id.nullable(),
  /** How often it has called, when next unless somebody looks, and the latest calls, newest first. `waits`: a room is at work on it, and nobody is called meanwhile. */
  called: z.object({
    times: z.int(),
    nextAt: Instant.nullable(),
    waits: z.boolean(),
    calls: z.array(AlarmCall),
  }),
  can: z.array(AlarmCan),
})
export type AlarmRow = z.infer<typeof AlarmRow>

export const AlarmQuery = z.strictObject({
  view: z.enum(['open', 'ended']).default('open'),
  cursor: Cursor.optional(),
})
/** `watched`: how many series are looked at now, and since when; what an empty list is worth. */
export const AlarmPage = z.object({
  rows: z.array(AlarmRow),
  next: Cursor.nullable(),
  watched: z.object({ series: z.int(), voices: z.int(), since: Instant.nullable() }),
})
export type AlarmPage = z.infer<typeof AlarmPage>
/** How many are new, and how many of these may do harm; stops at 100. */
export const AlarmCount = z.object({ new: z.int(), urgent: z.int() })

/** Why it is none: kept, for it is what the method is measured by. */
export const DismissAlarm = z.strictObject({
  cause: z.enum(['known', 'promotion', 'same_person', 'wrong_category', 'test', 'other']),
  reason: z.string().trim().min(2).max(500),
})
export type DismissAlarm = z.infer<typeof DismissAlarm>

const Alarm = z.strictObject({ alarmId: Id })
/** Many small voices say one thing. Raised once, and again (`level` times so far) while nobody looks at what may do harm; what comes later is `alarmChanged`. */
export const alarmRaised = defineEvent(
  'insights.alarmRaised',
  Alarm.extend({ level: z.int().min(1).optional() }),
)
export const alarmChanged = defineEvent('insights.alarmChanged', Alarm)
