import { z } from 'zod'
import { defineEvent, Id, Instant } from '../kit.ts'

/** Channels that are connected to a foreign service or device; the others (codes, counter, form, API) need no connection. */
export const ConnectableKind = z.enum([
  'wechat',
  'email',
  'chat',
  'phone',
  'sms',
  'meituan',
  'eleme',
  'dianping',
  'douyin',
  'weibo',
  'wechat_pay',
  'mini_program',
  'monitor',
])
export type ConnectableKind = z.infer<typeof ConnectableKind>

export const ChannelHealth = z.object({
  /** idle: not connected, or nothing has happened yet. */
  state: z.enum(['idle', 'ok', 'fault']),
  /** Why it is at fault: a code that the channel's page explains. */
  code: z.string(),
  data: z.record(z.string(), z.unknown()),
  at: Instant.nullable(),
})
export type ChannelHealth = z.infer<typeof ChannelHealth>

const SetupField = z.object({
  key: z.string(),
  sort: z.enum(['text', 'secret', 'number', 'switch', 'choice', 'lines', 'long']),
  required: z.boolean(),
  options: z.array(z.string()),
  advanced: z.boolean(),
  confirm: z.boolean(),
  /** Secrets that are used at this address: they have to be entered again when it changes. */
  carries: z.array(z.string()),
})
export type SetupField = z.infer<typeof SetupField>

const SettingValue = z.union([
  z.string().max(20_000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(500)).max(500),
])
export const SettingValues = z.record(z.string().max(60), SettingValue)
export type SettingValues = z.infer<typeof SettingValues>

/** A channel's connection as its page shows it. Secrets never leave: of one that is set only its last signs are told. */
export const Connection = z.object({
  id: Id,
  kind: ConnectableKind,
  name: z.string(),
  on: z.boolean(),
  connectedAt: Instant.nullable(),
  health: ChannelHealth,
  /** Address to enter on the service's side; empty when nothing is to be entered there. */
  hookUrl: z.string(),
  /** A line of HTML to put into the brand's own pages; empty for all but the web chat. */
  embed: z.string(),
  fields: z.array(SetupField),
  settings: SettingValues,
  /** `••••` and the last four signs of each secret that is set. */
  secrets: z.record(z.string(), z.string()),
})
export type Connection = z.infer<typeof Connection>

export const CreateChannel = z.strictObject({
  kind: ConnectableKind,
  name: z.string().trim().min(1).max(60),
})
/** A secret that is left out stays as it is, unless the address at which it is used changes; an empty one is removed. */
export const SaveConnection = z.strictObject({ settings: SettingValues })

export const CheckResult = z.object({
  ok: z.boolean(),
  steps: z.array(
    z.object({
      step: z.string(),
      ok: z.boolean(),
      fault: z.string(),
      data: z.record(z.string(), z.unknown()),
    }),
  ),
})
export type CheckResult = z.infer<typeof CheckResult>

/** Something that a service pushed and nobody has understood: kept, shown, never lost. */
export const StrayMessage = z.object({
  id: Id,
  channel: z.object({ id: Id, name: z.string(), kind: z.string() }),
  receivedAt: Instant,
  problem: z.string(),
  /** As it came, numbers masked, at most 4,000 signs. */
  raw: z.string(),
})
export const StrayList = z.object({ messages: z.array(StrayMessage), next: z.string().nullable() })
export const StrayQuery = z.strictObject({ channel: Id.optional(), after: z.string().max(100).optional() })

/** A dead letter of the outbox: given up, with its reason. */
export const DeadLetter = z.object({
  id: Id,
  channel: z.object({ id: Id, name: z.string(), kind: z.string() }),
  ticketId: Id.nullable(),
  text: z.string(),
  problem: z.string(),
  tries: z.int(),
  at: Instant,
})
export const DeadLetterList = z.object({ letters: z.array(DeadLetter), next: z.string().nullable() })

/** A message could not be delivered; whoever wrote it is told. */
export const deliveryFailed = defineEvent(
  'channels.deliveryFailed',
  z.object({ outboundId: Id, ticketId: Id.nullable(), problem: z.string(), kind: z.string() }),
)
/** A channel stopped working, or works again. */
export const healthChanged = defineEvent(
  'channels.healthChanged',
  z.object({ channelId: Id, state: z.enum(['ok', 'fault']), code: z.string() }),
)
