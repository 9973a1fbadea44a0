import { ChannelFault } from '../connect/channel-fault.ts'

/** What IMAP and SMTP libraries put on their errors. */
type WireError = {
  code?: string
  message?: string
  authenticationFailed?: boolean
  responseText?: string
  response?: string
  tlsFailed?: boolean
}
export type Place = { server: string; way: 'in' | 'out' }

const LOST = ['NoConnection', 'EConnectionClosed', 'ECONNRESET', 'EPIPE', 'ECONNECTION', 'StateLogout']
const LATE = ['ETIMEDOUT', 'ETIMEOUT', 'CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'UPGRADE_TIMEOUT']
const AWAY = ['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN']
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/
const SLOW_DOWN = /frequen|too many|too often|rate.?limit|limit exceeded|频率|頻率|过于频繁|超过限制/i

/** A failed connection or sign-in in a code of the e-mail page. `way` keeps a fault in sending from being cleared by a mailbox that can be read. */
export function wireFault(error: unknown, place: Place): ChannelFault {
  if (error instanceof ChannelFault) return error
  const e = (error ?? {}) as WireError
  const said = (e.responseText || e.response || e.message || '').slice(0, 200)
  const make = (code: string, afterS?: number) =>
    new ChannelFault(code, {
      again: true,
      afterS,
      side: 'channel',
      cause: error,
      data: { ...place, said },
    })
  const code = e.code ?? ''
  if (e.authenticationFailed || code === 'EAUTH')
    return SLOW_DOWN.test(said) ? make('signInTooOften', 1800) : make('signInRefused', 600)
  if (/unsafe login/i.test(said)) return make('unsafeLogin', 600)
  if (['ENOTFOUND', 'EAI_AGAIN', 'EDNS'].includes(code)) return make('hostUnknown')
  if (CERTIFICATE.test(code) || CERTIFICATE.test(said)) return make('certificate', 600)
  if (e.tlsFailed || code === 'ETLS' || /^ERR_(SSL|TLS)|EPROTO/.test(code) || /SSL|STARTTLS/.test(said))
    return make('tlsFailed', 600)
  if (AWAY.includes(code) || AWAY.some((c) => said.includes(c))) return make('unreachable')
  if (LATE.includes(code)) return make('timedOut')
  if (LOST.includes(code) || /closed|not available/i.test(said)) return make('connectionLost')
  if (code === 'ESOCKET') return make('unreachable')
  return make('serverRefused', 300)
}

export function slowDown(said: string): boolean {
  return SLOW_DOWN.test(said)
}
