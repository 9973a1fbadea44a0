import { ApiProblem } from '../../app/api.ts'

/** Why somebody was not let in; `until` is set while they are locked out. */
export type Refusal = { message: string; until: Date | null; code: string }

/**
 * The refusal behind an error of the sign-in.
 * Units: `data.retryAfterS` of the problem document is whole seconds from now.
 */
export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof ApiProblem)) return { message: String(error), until: null, code: 'web.unknown' }
  const seconds = Number(error.data?.retryAfterS)
  const until = error.status === 429 && seconds > 0 ? new Date(Date.now() + seconds * 1000) : null
  return { message: error.message, until, code: error.code }
}
