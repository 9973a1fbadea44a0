import { z } from 'zod'
import { Text } from '../kit.ts'

const Minutes = z
  .int()
  .min(1)
  .max(24 * 60)

/** O1–O4: how the brand takes, makes and brings orders. */
export const OrderPolicy = z.strictObject({
  /** Places where things are made; each shop sets up those it has. */
  stations: z
    .array(z.strictObject({ key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/), name: Text }))
    .max(20)
    .default([]),
  /** An order that nobody has spoken about with its customer although something is missing: overdue after so many minutes. */
  contactWithinMin: Minutes.default(5),
  /** Complete orders are confirmed by themselves, or by a person. */
  confirm: z.enum(['auto', 'person']).default('auto'),
  /** Every dish is looked at before it leaves the station, or only what was made anew. */
  check: z.enum(['all', 'rework']).default('all'),
  /** Packing and waiting between the last dish and the rider. */
  handOverMin: z.int().min(0).max(60).default(4),
  /** A dish that will be ready less than so many minutes before it must be is announced as slow. */
  warnBeforeMin: z.int().min(0).max(60).default(3),
  /** A promise that cannot be kept: the customer is told a new time by a person, with one tap, or by itself. */
  tellLate: z.enum(['person', 'auto']).default('person'),
  rider: z
    .strictObject({
      speedKmh: z.number().min(3).max(60).default(18),
      /** Roads are so much longer than the straight line. */
      detour: z.number().min(1).max(3).default(1.35),
      atDoorMin: z.number().min(0).max(30).default(4),
      most: z.int().min(1).max(12).default(4),
      handOver: z.enum(['code', 'photo', 'signature', 'any']).default('any'),
    })
    .default({ speedKmh: 18, detour: 1.35, atDoorMin: 4, most: 4, handOver: 'any' }),
  /** The customer is asked for a word so many minutes after getting it. */
  reviewAfterMin: z
    .int()
    .min(0)
    .max(7 * 24 * 60)
    .default(30),
  /** After a treatment somebody asks how the skin is, after so many days each. */
  aftercareDays: z.array(z.int().min(1).max(90)).max(6).default([1, 7]),
})
export type OrderPolicy = z.infer<typeof OrderPolicy>
