type More = {
  again?: boolean
  afterS?: number
  data?: Record<string, unknown>
  cause?: unknown
  side?: Side
  unreachable?: boolean
}
/** Whose fault it is decides what goes red: the channel's health line, or only the one message. */
type Side = 'channel' | 'message'

/**
 * What went wrong with a foreign service, in a code that the channel's page explains (locales connect-<kind>: fault.<code>, or `fault.<code>` of channels).
 * Shape: `again`: the same may work later, `afterS` when the service says so; `side: 'channel'` means nothing will work until somebody acts;
 *        `unreachable`: nothing can be delivered to this address any more, until something is heard from it.
 */
export class ChannelFault extends Error {
  readonly code: string
  readonly again: boolean
  readonly afterS: number | null
  readonly data: Record<string, unknown>
  readonly side: Side
  readonly unreachable: boolean

  constructor(
    code: string,
    { again = false, afterS, data = {}, cause, side = 'message', unreachable = false }: More = {},
  ) {
    super(code, { cause })
    this.code = code
    this.again = again
    this.afterS = afterS ?? null
    this.data = data
    this.side = side
    this.unreachable = unreachable
  }
}

/** Any error as a fault; what nobody foresaw is tried again. */
export function asFault(error: unknown): ChannelFault {
  if (error instanceof ChannelFault) return error
  return new ChannelFault('unforeseen', { again: true, cause: error })
}
