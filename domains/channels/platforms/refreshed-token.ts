import { createHash } from 'node:crypto'
import type { Tools } from '../connect/connector.ts'

const FOR_EVER_S = 10 * 365 * 86_400

export type FreshToken = { token: string; expiresInS: number; refresh?: string | undefined }

/**
 * An access token that is renewed with a refresh token. Each renewal may bring another refresh token: the newest is kept beside it, sealed,
 * and saved before the access token, so that a crash between the two loses none. `first` is what the console was given;
 * the chain that began with it outlives changes of other settings, because its first link counts only once.
 * Errors: those of `exchange`.
 */
export function refreshedToken(
  tools: Pick<Tools<unknown>, 'token'>,
  name: string,
  first: string,
  exchange: (refresh: string) => Promise<FreshToken>,
  stale?: string,
): Promise<string> {
  const chain = createHash('sha256').update(first).digest('hex').slice(0, 12)
  const keep = (refresh: string, instead?: string) =>
    tools.token(`${name}.refresh.${chain}`, async () => ({ token: refresh, expiresInS: FOR_EVER_S }), instead)
  return tools.token(
    name,
    async () => {
      const refresh = await keep(first)
      const fresh = await exchange(refresh)
      if (fresh.refresh && fresh.refresh !== refresh) await keep(fresh.refresh, refresh)
      return fresh
    },
    stale,
  )
}
