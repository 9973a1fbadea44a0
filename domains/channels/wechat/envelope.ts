import { createHash, timingSafeEqual } from 'node:crypto'
import { decrypt, encrypt, getSignature } from '@wecom/crypto'
import { ChannelFault } from '../connect/channel-fault.ts'
import type { HookRequest } from '../connect/connector.ts'
import { isJson, readBody, textOf } from './body.ts'
import type { WechatSettings } from './settings.ts'

type Secrets = Pick<WechatSettings, 'appId' | 'token' | 'mode' | 'toleranceS'> & {
  aesKey?: string | undefined
  aesKeyBefore?: string | undefined
}
/** A push as it was meant: its text, and the key that opened it (null: it came in the clear). */
export type Push = { text: string; key: string | null }

/** The address check of the console: what to answer. Errors: forged. */
export function answerCheck({ token }: Pick<Secrets, 'token'>, query: Record<string, string>): string {
  mustBeSigned(query.signature, token, query)
  return query.echostr ?? ''
}

/**
 * Proves a push over what was really signed, then opens it.
 * Shape:  in encrypted mode only `msg_signature` covers the body, so that one counts; fields beside the sealed ones (compatible mode) are ignored.
 * Errors: forged, stale, badBody; plainPush, aesKey and wrongApp when the console of the account is set differently (the channel's fault).
 */
export function openPush(settings: Secrets, request: Pick<HookRequest, 'query' | 'body'>, now: Date): Push {
  const { query } = request
  const source = request.body.toString('utf8')
  if (query.encrypt_type === 'aes') {
    const sealed = sealedIn(source)
    mustBeSigned(query.msg_signature, settings.token, query, sealed)
    mustBeFresh(settings, query, now)
    return unseal(settings, sealed)
  }
  mustBeSigned(query.signature, settings.token, query)
  mustBeFresh(settings, query, now)
  if (settings.mode === 'secure') throw new ChannelFault('plainPush', { side: 'channel' })
  return { text: source, key: null }
}

/** An answer that is more than `success`, sealed with the key that opened the push. */
export function sealAnswer(
  settings: Pick<Secrets, 'appId' | 'token'>,
  push: Push,
  answer: string,
  stamp: { timestamp: string; nonce: string; random?: Buffer },
): string {
  if (!push.key) return answer
  const sealed = encrypt(push.key, answer, settings.appId, stamp.random)
  const signature = getSignature(settings.token, stamp.timestamp, stamp.nonce, sealed)
  if (isJson(answer))
    return JSON.stringify({
      Encrypt: sealed,
      MsgSignature: signature,
      TimeStamp: Number(stamp.timestamp),
      Nonce: stamp.nonce,
    })
  return `<xml><Encrypt><![CDATA[${sealed}]]></Encrypt><MsgSignature><![CDATA[${signature}]]></MsgSignature><TimeStamp>${stamp.timestamp}</TimeStamp><Nonce><![CDATA[${stamp.nonce}]]></Nonce></xml>`
}

function sealedIn(source: string): string {
  const sealed = textOf(readBody(source), 'Encrypt')
  if (!sealed) throw new ChannelFault('badBody')
  return sealed
}

/** Opens with the key in force, then with the one before; the account's id at the end says whether it was the right one. */
function unseal(settings: Secrets, sealed: string): Push {
  let foreign = false
  for (const key of [settings.aesKey, settings.aesKeyBefore]) {
    if (!key) continue
    const opened = attempt(key, sealed)
    if (opened?.id === settings.appId) return { text: opened.message, key }
    if (opened && /^wx\w{6,30}$/.test(opened.id)) foreign = true
  }
  throw new ChannelFault(foreign ? 'wrongApp' : 'aesKey', { side: 'channel' })
}

function attempt(key: string, sealed: string): { message: string; id: string } | null {
  try {
    return decrypt(key, sealed)
  } catch {
    return null
  }
}

function mustBeSigned(
  given: string | undefined,
  token: string,
  query: Record<string, string>,
  sealed = '',
): void {
  const right = getSignature(token, query.timestamp ?? '', query.nonce ?? '', sealed)
  const digest = (text: string) => createHash('sha256').update(text).digest()
  if (!given || !timingSafeEqual(digest(given), digest(right))) throw new ChannelFault('forged')
}

/** The signature is right, so a wrong time is our clock's or a recorded push: either way somebody should look. */
function mustBeFresh({ toleranceS }: Secrets, query: Record<string, string>, now: Date): void {
  const ageS = Math.abs(now.getTime() / 1000 - Number(query.timestamp))
  if (!(ageS <= toleranceS)) throw new ChannelFault('stale', { side: 'channel' })
}
