type More = { again?: boolean; afterS?: number; data?: Record<string, unknown>; cause?: unknown }

/**
 * Why something could not be sent, in a code that the pages explain (locales notify: fault.<code>).
 * Shape: `again`: the same may work later, `afterS` when the service says so; `quota`: it was not our turn, which is no failed try.
 */
export class SendFault extends Error {
  readonly code: string
  readonly again: boolean
  readonly afterS: number | null
  readonly data: Record<string, unknown>

  constructor(code: string, { again = false, afterS, data = {}, cause }: More = {}) {
    super(code, { cause })
    this.code = code
    this.again = again
    this.afterS = afterS ?? null
    this.data = data
  }
}

/** Whose fault it is: these say nothing about whether the means works. */
export const OF_THE_PERSON: readonly string[] = [
  'noAddress',
  'noPhone',
  'badNumber',
  'personUnknown',
  'quota',
  'dayFull',
  'callDayFull',
  'stopSaleShare',
  'dayKept',
  'callTooOften',
  'ringing',
]

/** Any error as a fault; what nobody foresaw is tried again. */
export function asSendFault(error: unknown): SendFault {
  return error instanceof SendFault ? error : new SendFault('unforeseen', { again: true, cause: error })
}
