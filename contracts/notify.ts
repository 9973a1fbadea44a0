import { z } from 'zod'
import { Id, Instant } from './kit.ts'
import { ticketEvents } from './notify/webhooks.ts'

/** How somebody is told outside of the console. */
export const Means = z.enum(['wecom', 'email', 'push', 'sms', 'call'])
export type Means = z.infer<typeof Means>
/** What somebody chooses between: phones ring for alarms alone, whatever was chosen. */
export const ChosenMeans = Means.exclude(['call'])
export type ChosenMeans = z.infer<typeof ChosenMeans>

/** Notices of one sort, chosen together. `alarm` always goes out by every means. */
export const NoticeGroup = z.enum(['alarm', 'assigned', 'late', 'customer', 'tasks', 'asked', 'trouble'])
export type NoticeGroup = z.infer<typeof NoticeGroup>

export const RobotKind = z.enum(['wecom', 'dingtalk', 'feishu'])
export type RobotKind = z.infer<typeof RobotKind>

/** How something that sends is: `idle` while nothing was sent yet. `code` is a fault that the page explains. */
export const SenderHealth = z.object({
  state: z.enum(['idle', 'ok', 'fault']),
  code: z.string(),
  data: z.record(z.string(), z.unknown()),
  at: Instant.nullable(),
})
export type SenderHealth = z.infer<typeof SenderHealth>

export const Robot = z.object({
  id: Id,
  kind: RobotKind,
  name: z.string(),
  /** Only the host and the last four signs of the address; it is the secret. */
  address: z.string(),
  signed: z.boolean(),
  regionId: Id.nullable(),
  shopId: Id.nullable(),
  groups: z.array(NoticeGroup),
  mention: z.boolean(),
  on: z.boolean(),
  health: SenderHealth,
})
export type Robot = z.infer<typeof Robot>

const RobotFields = {
  name: z.string().trim().min(1).max(60),
  regionId: Id.nullable().default(null),
  shopId: Id.nullable().default(null),
  groups: z.array(NoticeGroup).min(1).max(10),
  mention: z.boolean().default(true),
}
const Address = z.url({ protocol: /^https?$/ }).max(500)
const SignSecret = z.string().trim().max(200)
export const CreateRobot = z.strictObject({
  kind: RobotKind,
  address: Address,
  secret: SignSecret.default(''),
  ...RobotFields,
})
/** An address or a secret that is left out stays; an empty secret is removed. */
export const SaveRobot = z.strictObject({
  ...RobotFields,
  on: z.boolean().default(true),
  address: Address.optional(),
  secret: SignSecret.optional(),
})

/** What a test found: nothing wrong, or a fault in words that the page explains. */
export const TestResult = z.object({
  ok: z.boolean(),
  fault: z.string(),
  data: z.record(z.string(), z.unknown()),
})
export type TestResult = z.infer<typeof TestResult>

export const WecomApp = z.object({
  set: z.boolean(),
  on: z.boolean(),
  corpId: z.string(),
  agentId: z.string(),
  /** `••••` and the last four signs. */
  secret: z.string(),
  base: z.string(),
  health: SenderHealth,
})
export const Mailbox = z.object({
  set: z.boolean(),
  on: z.boolean(),
  host: z.string(),
  port: z.int(),
  tls: z.boolean(),
  user: z.string(),
  password: z.string(),
  from: z.string(),
  health: SenderHealth,
})
/** Text messages go through the brand's SMS channel. */
export const StaffSms = z.object({
  set: z.boolean(),
  on: z.boolean(),
  /** To one person in 24 hours. */
  mostADay: z.int(),
  /** What that channel is called; empty while none has a template for staff. */
  channel: z.string(),
  health: SenderHealth,
})
/** Calls for alarms go through the account of the brand's SMS channel. */
export const StaffCall = z.object({
  set: z.boolean(),
  on: z.boolean(),
  /** To one person in 24 hours. */
  mostADay: z.int(),
  /** What that channel is called; empty while none has a voice template. */
  channel: z.string(),
  health: SenderHealth,
})
export const Senders = z.object({ wecom: WecomApp, email: Mailbox, sms: StaffSms, call: StaffCall })
export type Senders = z.infer<typeof Senders>

export const SaveWecomApp = z.strictObject({
  corpId: z.string().trim().min(1).max(64),
  agentId: z
    .string()
    .trim()
    .regex(/^\d{1,12}$/),
  secret: z.string().trim().max(200).optional(),
  base: z
    .url({ protocol: /^https?$/ })
    .max(200)
    .default('https://qyapi.weixin.qq.com'),
  on: z.boolean().default(true),
})
export const SaveMailbox = z.strictObject({
  host: z.string().trim().min(1).max(200),
  port: z.int().min(1).max(65535).default(465),
  tls: z.boolean().default(true),
  user: z.string().trim().max(200).default(''),
  password: z.string().max(200).optional(),
  from: z.string().trim().min(3).max(200),
  on: z.boolean().default(true),
})

export const SaveStaffSms = z.strictObject({
  mostADay: z.int().min(1).max(100).default(10),
  on: z.boolean().default(true),
})

export const SaveStaffCall = z.strictObject({
  mostADay: z.int().min(1).max(100).default(10),
  on: z.boolean().default(true),
})

const Chosen = z.partialRecord(NoticeGroup, z.array(ChosenMeans))
/** The own wishes: which notices by which means. */
export const NoticePreferences = z.object({
  means: z.record(NoticeGroup, z.array(ChosenMeans)),
  /** Nothing but P1 alarms outside of the own duty. */
  quiet: z.boolean(),
  email: z.string(),
  wecomUser: z.string(),
  dingtalkUser: z.string(),
  feishuUser: z.string(),
  /** The own number as the staff file has it, masked; text messages go there. */
  phone: z.string(),
  /** Means that the brand has set up. */
  available: z.array(Means),
  /** Browsers of mine that are told. */
  browsers: z.array(z.object({ id: Id, device: z.string(), createdAt: Instant })),
  /** The key that a browser needs to subscribe. */
  pushKey: z.string(),
})
export type NoticePreferences = z.infer<typeof NoticePreferences>
const UserId = z.string().trim().max(64)
export const SaveNoticePreferences = z.strictObject({
  means: Chosen.default({}),
  quiet: z.boolean().default(true),
  email: z.union([z.literal(''), z.email().max(200)]).default(''),
  wecomUser: UserId.default(''),
  dingtalkUser: UserId.default(''),
  feishuUser: UserId.default(''),
})
export const SubscribePush = z.strictObject({
  endpoint: z.url({ protocol: /^https?$/ }).max(1000),
  p256dh: z.string().min(1).max(200),
  auth: z.string().min(1).max(100),
  device: z.string().max(100).default(''),
})
export const OwnTest = z.object({
  results: z.array(
    z.object({ means: Means, ok: z.boolean(), fault: z.string(), data: z.record(z.string(), z.unknown()) }),
  ),
})
export type OwnTest = z.infer<typeof OwnTest>

export const NoticeDelivery = z.object({
  id: Id,
  at: Instant,
  means: z.enum(['robot', 'wecom', 'email', 'push', 'sms', 'call']),
  to: z.string(),
  kind: z.string(),
  ticket: z.object({ id: Id, number: z.string() }).nullable(),
  state: z.enum(['queued', 'sent', 'failed', 'dropped']),
  tries: z.int(),
  fault: z.string(),
  data: z.record(z.string(), z.unknown()),
  gathered: z.boolean(),
})
export type NoticeDelivery = z.infer<typeof NoticeDelivery>
export const DeliveryQuery = z.strictObject({
  state: z.enum(['queued', 'sent', 'failed', 'dropped']).optional(),
  after: Id.optional(),
})
export const DeliveryList = z.object({ deliveries: z.array(NoticeDelivery), next: Id.nullable() })

/** Events that other systems may be told of. */
export const HookEvent = z.enum(ticketEvents)
export type HookEvent = z.infer<typeof HookEvent>
