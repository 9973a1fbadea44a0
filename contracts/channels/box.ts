import { z } from 'zod'
import { Id, Instant, Locale } from '../kit.ts'

/** A slip is what a till prints; its link carries these as query parameters, each as the till wrote it. */
export const SLIP_LIMIT = { number: 64, time: 40, amount: 20, signature: 80 }
export const SlipLink = z.strictObject({
  /** Order or receipt number. */
  r: z.string().max(200),
  /** When it was printed; see readSlip for the ways of writing it. */
  t: z.string().max(200).optional(),
  /** What was paid, with a decimal point: 58.00. */
  a: z.string().max(200).optional(),
  /** HMAC-SHA256 in hexadecimal. */
  s: z.string().max(200).optional(),
})
export type SlipLink = z.infer<typeof SlipLink>

/** What is known of a slip when its form is opened. */
export const Slip = z.object({
  number: z.string(),
  at: Instant.nullable(),
  amountMinor: z.int().nullable(),
  /** The signature fits: the shop's till printed it. */
  proven: z.boolean(),
})
export type Slip = z.infer<typeof Slip>

export const SlipSetup = z.object({
  id: Id,
  label: z.string(),
  slug: z.string(),
  /** Address without a slip's number. */
  url: z.string(),
  madeAt: Instant.nullable(),
  /** Until then slips printed with the key before prove themselves too. */
  beforeUntil: Instant.nullable(),
})
export type SlipSetup = z.infer<typeof SlipSetup>

/** `keepBefore`: slips printed with the present key go on proving themselves for a while. Without it they stop at once. */
export const RenewSlipKey = z.strictObject({ keepBefore: z.boolean().default(true) })
/** The key is shown once, with an example worked out with it. */
export const SlipKeyMade = SlipSetup.extend({
  secret: z.string(),
  example: z.object({ text: z.string(), signature: z.string(), link: z.string() }),
})
export type SlipKeyMade = z.infer<typeof SlipKeyMade>

export const SlipFault = z.enum([
  'notALink',
  'otherHost',
  'otherCode',
  'noNumber',
  'badNumber',
  'badTime',
  'badAmount',
  'noKey',
  'unsigned',
  'notHex',
  'tooShort',
  'withoutCode',
  'noDividers',
  'partsLeftOut',
  'keyDecoded',
  'keyBefore',
  'keyOver',
  'forged',
])
export type SlipFault = z.infer<typeof SlipFault>
export const CheckSlip = z.strictObject({ link: z.string().trim().min(1).max(2000) })
/** What the program makes of a printed link: what it read, the text that has to be signed, and what is wrong with it. */
export const SlipVerdict = z.object({
  proven: z.boolean(),
  slip: Slip.nullable(),
  text: z.string(),
  faults: z.array(SlipFault),
})
export type SlipVerdict = z.infer<typeof SlipVerdict>

/** Colours of the tablet's page; each is readable with its words in light and in dark. */
export const KioskTone = z.enum(['pine', 'brick', 'indigo', 'plum', 'ochre', 'ink'])
export type KioskTone = z.infer<typeof KioskTone>
const IdleSec = z.int().min(20).max(300)

export const KioskSetup = z.object({
  id: Id,
  label: z.string(),
  shop: z.string(),
  /** The tablet's own address; whoever has it may send as this tablet. */
  url: z.string(),
  tone: KioskTone,
  idleSec: IdleSec,
  seenAt: Instant.nullable(),
  /** Written on the tablet and not yet arrived, when it was last heard of. */
  waiting: z.int(),
})
export type KioskSetup = z.infer<typeof KioskSetup>
export const SaveKiosk = z.strictObject({ tone: KioskTone.optional(), idleSec: IdleSec.optional() })

/** A tablet says that it is there. */
export const KioskPresence = z.strictObject({
  key: z.string().max(80),
  waiting: z.int().min(0).max(100_000),
})
const KioskWords = z.object({
  title: z.string(),
  subtitle: z.string(),
  privacy: z.string(),
  thanks: z.string(),
  categories: z.array(z.object({ key: z.string(), label: z.string() })),
})
/** Everything the tablet needs to go on without a network. */
export const KioskFront = z.object({
  brand: z.string(),
  shop: z.string(),
  tone: KioskTone,
  idleSec: z.int(),
  /** The tablet's link is the newest one. */
  known: z.boolean(),
  words: z.record(Locale, KioskWords),
})
export type KioskFront = z.infer<typeof KioskFront>
