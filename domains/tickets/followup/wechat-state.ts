import { timingSafeEqual } from 'node:crypto'
import type { Services } from '#platform/context'

/** Which ticket's page was opened, and whether this is the second attempt. */
export type SignInState = { ownId: string; again: boolean }

const LIFE_S = 600
const FORM = /^([0-9a-f]{32})([0-9a-f]{8})([01])([0-9a-f]{36})$/

/** What goes to WeChat and back: letters and digits only, at most 128 (§1.8), short-lived, and of use only to the browser with this nonce. */
export function writeState(
  services: Pick<Services, 'keys' | 'now'>,
  { ownId, again }: SignInState,
  nonce: string,
): string {
  const until = Math.floor(services.now().getTime() / 1000) + LIFE_S
  const body = `${ownId.replaceAll('-', '')}${until.toString(16).padStart(8, '0')}${again ? 1 : 0}`
  return body + sealOf(services, body, nonce)
}

/** Null for what we did not write, or wrote for another browser; `over`: more than ten minutes ago. */
export function readState(
  services: Pick<Services, 'keys' | 'now'>,
  state: string,
  nonce: string,
): (SignInState & { over: boolean }) | null {
  const [, id, until, again, seal] = FORM.exec(state) ?? []
  if (!id || !until || !again || !seal || !nonce) return null
  const right = sealOf(services, `${id}${until}${again}`, nonce)
  if (!timingSafeEqual(Buffer.from(seal), Buffer.from(right))) return null
  const ownId = id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return { ownId, again: again === '1', over: Number.parseInt(until, 16) * 1000 < services.now().getTime() }
}

function sealOf({ keys }: Pick<Services, 'keys'>, body: string, nonce: string): string {
  return Buffer.from(keys.tokenFor('wechat sign-in', `${body} ${nonce}`), 'base64url').toString('hex')
}
