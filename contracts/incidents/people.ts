import { z } from 'zod'
import { Id, Instant } from '../kit.ts'

/** One person of the room. `called`: has been called and did not answer yet; `relieved`: has not answered, and somebody else has taken the post. */
export const Member = z.object({
  staffId: Id,
  name: z.string(),
  post: z.string(),
  postName: z.string(),
  state: z.enum(['called', 'relieved', 'acknowledged', 'declined', 'joined']),
  calledAt: Instant.nullable(),
  /** How often so far. */
  calls: z.int(),
  answeredAt: Instant.nullable(),
  /** Has the room open now. */
  here: z.boolean(),
})
export type Member = z.infer<typeof Member>
/** The list by which people are called, post by post. */
export const CallPost = z.object({
  post: z.string(),
  name: z.string(),
  duty: z.string(),
  /** Nobody of the chain is left to be called. */
  exhausted: z.boolean(),
  acknowledged: z.boolean(),
  nextCallAt: Instant.nullable(),
})
export const AddMember = z.strictObject({ staffId: Id, post: z.string().max(40) })
export const AnswerCall = z.strictObject({ answer: z.enum(['acknowledged', 'declined']) })
