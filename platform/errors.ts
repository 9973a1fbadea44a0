/** Something a person can cause: has a stable code, a status, and one sentence per language in locales/<lang>/errors.json. */
export class AppError extends Error {
  readonly code: string
  readonly status: number
  readonly field: string | undefined
  readonly data: Record<string, unknown>

  constructor(code: string, status: number, data: Record<string, unknown> = {}, field?: string) {
    super(code)
    this.code = code
    this.status = status
    this.data = data
    this.field = field
  }
}

type Thrower = (data?: Record<string, unknown>, field?: string) => AppError

/**
 * Declares the errors of one room: `defineErrors('tickets', { illegalMove: 409 })` gives `ticketErrors.illegalMove({ from, to })`,
 * which is thrown. `data` fills the {{variables}} of the sentence; `field` names the input that is wrong.
 */
export function defineErrors<K extends string>(
  room: string,
  statuses: Record<K, number>,
): Record<K, Thrower> {
  const made = {} as Record<K, Thrower>
  for (const key of Object.keys(statuses) as K[]) {
    const code = `${room}.${key}`
    made[key] = (data, field) => new AppError(code, statuses[key], data, field)
  }
  return made
}

export const httpErrors = defineErrors('http', {
  badInput: 400,
  notSignedIn: 401,
  notAllowed: 403,
  foreignOrigin: 403,
  notFound: 404,
  tooSlow: 408,
  tooLarge: 413,
  wrongType: 415,
  tooMany: 429,
  failed: 500,
  unavailable: 503,
})
