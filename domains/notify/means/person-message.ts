import type { DaySort } from '#domains/channels'
import type { Ctx } from '#platform/context'
import type { Addresses } from '../own/addresses.ts'
import type { Spoken } from '../send/spoken.ts'

/** One message to one person. `id` lets a service know a repeat by it. */
export type PersonMessage = {
  id: string
  title: string
  body: string
  url: string
  urgent: boolean
  /** What the ticket is called; empty without one. */
  number: string
  /** Of what the brand's day allows, whose it uses; none for a test. */
  sort?: DaySort
  /** It was tried before, and may have gone out with a process that was killed. */
  repeat?: boolean
  /** For a call alone. */
  spoken: Spoken
}
export type Person = { id: string; name: string; addresses: Addresses; phone: string }

/** One way to a person. Errors: SendFault. */
export type PersonMeans = (ctx: Ctx, person: Person, message: PersonMessage) => Promise<void>
