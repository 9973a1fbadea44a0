import { z } from 'zod'
import { Mood } from '../channels.ts'
import { Id, Instant, Locale } from '../kit.ts'

/** How long the salon's words may be, in signs: a question is read at arm's length, a chip is one touch. */
export const SALON_LIMIT = { ask: 30, askEn: 90, chip: 10, chipEn: 30, chips: 8, consent: 300, words: 500 }

const words = (most: number, mostEn: number) =>
  z.strictObject({
    'zh-CN': z.string().trim().min(1).max(most),
    en: z.string().trim().min(1).max(mostEn).optional(),
  })
const Ask = words(SALON_LIMIT.ask, SALON_LIMIT.askEn)
const Chip = words(SALON_LIMIT.chip, SALON_LIMIT.chipEn)

/** The three questions of the face-to-face form: a face, what was uncomfortable, what to improve. */
export const SalonForm = z.strictObject({
  effect: z.strictObject({ ask: Ask }),
  discomfort: z.strictObject({
    ask: Ask,
    /** Says that nothing was uncomfortable. */
    none: Chip,
    chips: z.array(Chip).min(1).max(SALON_LIMIT.chips),
  }),
  wish: z.strictObject({ ask: Ask, chips: z.array(Chip).max(SALON_LIMIT.chips) }),
  /** What somebody agrees to who leaves a number. */
  consent: words(SALON_LIMIT.consent, SALON_LIMIT.consent * 3),
})
export type SalonForm = z.infer<typeof SalonForm>

export const SalonFormView = z.object({
  /** 0: the house's own words, nobody has changed them. */
  version: z.int(),
  form: SalonForm,
  savedAt: Instant.nullable(),
})
export const SalonDesk = z.object({
  id: Id,
  shop: z.object({ id: Id, name: z.string() }),
  url: z.string(),
  on: z.boolean(),
  /** Whose name can be given along with the link: `?by=<id>`. */
  people: z.array(z.object({ id: Id, name: z.string() })),
})
export type SalonDesk = z.infer<typeof SalonDesk>
export const SaveSalonDesk = z.strictObject({ on: z.boolean() })
export const CreateSalonDesk = z.strictObject({ shopId: Id })

/** Everything the tablet needs, in one language. */
const SalonWords = z.object({
  effect: z.string(),
  discomfort: z.string(),
  none: z.string(),
  discomforts: z.array(z.string()),
  wish: z.string(),
  wishes: z.array(z.string()),
  consent: z.string(),
})
export const PublicSalon = z.object({
  brand: z.string(),
  shop: z.string(),
  version: z.int(),
  people: z.array(z.object({ id: Id, name: z.string() })),
  words: z.record(Locale, SalonWords),
})
export type PublicSalon = z.infer<typeof PublicSalon>

/** Chips are named by their place on the form of `version`; `discomforts` empty with `none`: nothing was uncomfortable. */
export const SalonAnswers = z.strictObject({
  submissionId: Id,
  locale: Locale.default('zh-CN'),
  version: z.int().min(0),
  therapistId: Id.optional(),
  mood: Mood,
  none: z.boolean().default(false),
  discomforts: z.array(z.int().min(0).max(SALON_LIMIT.chips)).max(SALON_LIMIT.chips).default([]),
  discomfortWords: z.string().trim().max(SALON_LIMIT.words).default(''),
  wishes: z.array(z.int().min(0).max(SALON_LIMIT.chips)).max(SALON_LIMIT.chips).default([]),
  wishWords: z.string().trim().max(SALON_LIMIT.words).default(''),
  phone: z
    .string()
    .trim()
    .max(24)
    .regex(/^\+?[0-9][0-9 ()-]{5,20}$/)
    .optional(),
  /** Ticked by the customer, for the number. */
  consent: z.boolean().default(false),
  /** When it was written; it may have waited for a network. */
  writtenAt: Instant.optional(),
})
export type SalonAnswers = z.infer<typeof SalonAnswers>
export type SalonAnswersInput = z.input<typeof SalonAnswers>
