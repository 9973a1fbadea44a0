import { readFileSync } from 'node:fs'
import { decrypt, encrypt } from '@wecom/crypto'
import { describe, expect, test } from 'vitest'
import { externalIdOf, readBody, textOf } from './body.ts'
import { answerCheck, openPush, sealAnswer } from './envelope.ts'
import { xmlReply } from './hook.ts'

type Case = Record<string, string> & { name: string; expected: Record<string, never> & { msg: string } }
const vectors = <T>(file: string): T =>
  JSON.parse(readFileSync(new URL(`../../../test/vectors/${file}`, import.meta.url), 'utf8')) as T
const crypto = vectors<{ cases: Case[]; negative: Case[] }>('wechat-crypto.json')
const messages = vectors<{
  cases: { name: string; xml: string; parsed: object; dedupeKey: string }[]
  passiveReplies: { text: string; nothing: string }
}>('wechat-messages.json')

const named = (name: string) => crypto.cases.find((c) => c.name === name)!
const stampOf = (c: Case) => ({ timestamp: c.timestamp!, nonce: c.nonce! })
const settingsOf = (c: Case) => ({
  appId: c.appId ?? '',
  token: c.token!,
  mode: 'secure' as const,
  toleranceS: 600,
  aesKey: c.encodingAESKey,
})
const pushed = (c: Case) => ({
  query: { ...stampOf(c), encrypt_type: 'aes', msg_signature: c.msgSignature! },
  body: Buffer.from(
    c.expected.msg.startsWith('{')
      ? JSON.stringify({ ToUserName: 'gh', Encrypt: c.encrypt })
      : `<xml><ToUserName><![CDATA[gh]]></ToUserName><Encrypt><![CDATA[${c.encrypt}]]></Encrypt></xml>`,
  ),
})
const at = (c: Case) => new Date(Number(c.timestamp) * 1000)
const refusal = (work: () => unknown) => {
  try {
    work()
    return 'taken'
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('the published vectors of signatures and sealing', () => {
  test('the address check is answered with what was sent', () => {
    const c = named('url-verification')
    expect(
      answerCheck({ token: c.token! }, { ...stampOf(c), signature: c.signature!, echostr: c.echostr! }),
    ).toBe(c.expectedResponseBody)
    const wrong = { ...stampOf(c), signature: c.signature!.replace('f', 'e'), echostr: '1' }
    expect(refusal(() => answerCheck({ token: c.token! }, wrong))).toBe('forged')
  })

  test('a push in the clear is proven by its signature, and refused where only sealed ones are wanted', () => {
    const c = named('plain-push')
    const request = { query: { ...stampOf(c), signature: c.signature! }, body: Buffer.from('<xml></xml>') }
    const open = { ...settingsOf(c), mode: 'plain' as const }
    expect(openPush(open, request, at(c))).toEqual({ text: '<xml></xml>', key: null })
    expect(refusal(() => openPush(settingsOf(c), request, at(c)))).toBe('plainPush')
    const forged = { ...request, query: { ...request.query, nonce: '1' } }
    expect(refusal(() => openPush(open, forged, at(c)))).toBe('forged')
  })

  test.each(['secure-push-json', 'secure-push-xml'])('%s is opened', (name) => {
    const c = named(name)
    expect(openPush(settingsOf(c), pushed(c), at(c))).toEqual({ text: c.expected.msg, key: c.encodingAESKey })
    const { random, id } = decrypt(c.encodingAESKey!, c.encrypt!)
    expect([random.toString(), id]).toEqual([c.expected.random, c.appId])
    for (const [key, value] of Object.entries(c.expected.fields ?? {}))
      expect(textOf(readBody(c.expected.msg), key)).toBe(value)
  })

  test('the key before the last change still opens, and seals the answer', () => {
    const c = named('secure-push-xml')
    const settings = { ...settingsOf(c), aesKey: 'B'.repeat(43), aesKeyBefore: c.encodingAESKey }
    const push = openPush(settings, pushed(c), at(c))
    const answer = sealAnswer(settings, push, '<xml>1</xml>', stampOf(c))
    const sealed = textOf(readBody(answer), 'Encrypt')
    expect(decrypt(c.encodingAESKey!, sealed).message).toBe('<xml>1</xml>')
    expect(refusal(() => openPush({ ...settings, aesKeyBefore: undefined }, pushed(c), at(c)))).toBe('aesKey')
  })

  test.each(crypto.negative)('$name is refused', (negative) => {
    const c = { ...named(negative.base!), ...negative, name: negative.base! } as Case
    const code = refusal(() => openPush(settingsOf(c), pushed(c), at(c)))
    expect(code).toBe(negative.name === 'wrong-appid' ? 'wrongApp' : 'forged')
  })

  test('an answer is sealed byte for byte', () => {
    const c = named('secure-reply-json')
    const answer = sealAnswer(settingsOf(c), { text: '{}', key: c.encodingAESKey! }, c.plaintext!, {
      ...stampOf(c),
      random: Buffer.from(c.random!),
    })
    expect(JSON.parse(answer)).toMatchObject({
      Encrypt: c.expected.encrypt,
      MsgSignature: c.expected.msgSignature,
      Nonce: c.nonce,
    })
    const plain = named('deterministic-encrypt-utf8')
    expect(encrypt(plain.encodingAESKey!, plain.plaintext!, plain.appId!, Buffer.from(plain.random!))).toBe(
      plain.expected.encrypt,
    )
  })

  test('a recorded push is refused when it is old', () => {
    const c = named('secure-push-xml')
    expect(refusal(() => openPush(settingsOf(c), pushed(c), new Date(at(c).getTime() + 601_000)))).toBe(
      'stale',
    )
  })
})

describe('the bodies of pushes', () => {
  test.each(messages.cases)('$name', ({ name, xml, parsed, dedupeKey }) => {
    const body = readBody(xml)
    const one = JSON.stringify(body).includes('"List":{') ? JSON.stringify(body) : ''
    expect(one ? JSON.parse(one.replace(/"List":(\{[^}]*\})/, '"List":[$1]')) : body).toEqual(parsed)
    // Receipts add the id of what they are about: two may come in one second.
    expect(externalIdOf(body).startsWith(dedupeKey), name).toBe(true)
    if (!name.startsWith('event-template') && !name.endsWith('msg-sent'))
      expect(externalIdOf(body)).toBe(dedupeKey)
    expect(externalIdOf(readBody(asJson(parsed)))).toBe(externalIdOf(body))
  })

  test('two receipts of one second are two', () => {
    const ids = messages.cases
      .filter((c) => c.name.startsWith('event-template'))
      .map((c) => externalIdOf(readBody(c.xml)))
    expect(new Set(ids).size).toBe(3)
  })

  test('an answer that goes back with the push', () => {
    const body = readBody(messages.cases[0]!.xml)
    expect(xmlReply(body, '已收到', '1767225601')).toBe(messages.passiveReplies.text)
  })

  test.each([
    ['<xml><A>1</A>'],
    ['<!DOCTYPE x [<!ENTITY a "b">]><xml><A>&a;</A></xml>'],
    ['hello'],
    ['{"A":'],
    ['[1]'],
    [''],
  ])('%s is no body', (source) => {
    expect(refusal(() => readBody(source))).toBe('badBody')
  })

  test('what a customer writes about doctypes is their own business', () => {
    const said = '<xml><Content><![CDATA[<!DOCTYPE html> 是什么]]></Content></xml>'
    expect(textOf(readBody(said), 'Content')).toBe('<!DOCTYPE html> 是什么')
  })
})

/** JSON as WeChat writes it: ids stand there as numbers beyond 2^53. */
function asJson(parsed: object): string {
  return JSON.stringify(parsed).replace(/"(MsgId|MsgID|CreateTime)":"(\d+)"/g, '"$1":$2')
}
