import type { Ctx } from '#platform/context'
import { type FreshToken, renewOnce } from '#platform/jobs/renew-once'
import { keptToken } from './access-token-data.ts'
import { asFault, ChannelFault } from './channel-fault.ts'

/**
 * A service's access token, one for all processes.
 * Shape: `stale` is a token that the service has just refused; if it is still the stored one it is renewed at once.
 * Errors: those of `renew`; timedOut, to be tried again, when whoever renews it takes too long.
 */
export function takeToken(
  ctx: Ctx,
  channelId: string,
  name: string,
  renew: () => Promise<FreshToken>,
  stale?: string,
): Promise<string> {
  return renewOnce({
    now: ctx.now,
    store: keptToken(ctx, channelId, name),
    renew,
    stale,
    pack,
    unpack: (problem) => {
      const { code, ...more } = problem as ReturnType<typeof pack>
      return new ChannelFault(code, { ...more, afterS: more.afterS ?? undefined })
    },
    tooLong: () => new ChannelFault('timedOut', { again: true }),
  })
}

function pack(error: unknown) {
  const { code, again, afterS, data, side } = asFault(error)
  return { code, again, afterS, data, side }
}
