import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dianpingSign } from '../dianping/call.ts'
import { callSignature, pushSignature } from '../eleme/sign.ts'
import { directSig, gatewaySign } from '../meituan/sign.ts'
import { weiboSignature } from '../weibo/pushes.ts'
import { parseLossless, parseSources } from './lossless-json.ts'
import { sameSignature, sha1 } from './signatures.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const vectors = (name: string) =>
  JSON.parse(readFileSync(join(ROOT, 'test', 'vectors', `${name}.json`), 'utf8'))

/** Published and reproduced: the rule is the platform's. */
test('published: SHA-1 family of the Meituan gateway, Weibo fans service, string of Dianping', () => {
  const family = vectors('meituan-sign').sha1Family
  expect(gatewaySign(family.params, family.secret)).toBe(family.sign)
  const { weibo } = vectors('douyin-weibo-sign')
  expect(weiboSignature(weibo.appSecret, weibo.timestamp, weibo.nonce)).toBe(weibo.signature)
  const dianping = vectors('dianping-sign')
  expect(dianpingSign(dianping.params, dianping.secret)).toBe(dianping.sign)
})

/** Computed by us from the public rule: they guard against change, not against a misread rule. */
test('computed: Meituan direct calls and pushes, gateway, Ele.me calls and pushes, Douyin', () => {
  const { waimaiDirect, waimaiPush, caterGateway } = vectors('meituan-sign')
  for (const { url, params, secret, sig } of [waimaiDirect, waimaiPush])
    expect(directSig(url, params, secret)).toBe(sig)
  expect(gatewaySign(caterGateway.params, caterGateway.signKey)).toBe(caterGateway.sign)
  const eleme = vectors('eleme-sign')
  const { app_key: appKey, secret, ts: timestampS, ...call } = eleme.request.input
  expect(callSignature({ ...call, appKey, timestampS }, secret)).toBe(eleme.request.signature)
  expect(JSON.stringify(eleme.request.body.params)).toBe(JSON.stringify(call.params))
  const push = parseSources(eleme.push.rawBody) as Record<string, unknown>
  expect(pushSignature(push, eleme.push.secret)).toBe(eleme.push.signature)
  const { douyin } = vectors('douyin-weibo-sign')
  for (const { rawBody, signature } of douyin.cases)
    expect(sha1(douyin.clientSecret, Buffer.from(rawBody))).toBe(signature)
})

test('a number beyond 2^53 loses no digit; rounded, the signature would be another', () => {
  const { push } = vectors('eleme-sign')
  expect((parseLossless(push.rawBody) as { userId: string }).userId).toBe('98587250597500702')
  const rounded = JSON.parse(push.rawBody)
  expect(pushSignature(rounded, push.secret)).toBe(push.trap.signatureIfParsedAsNumber)
  expect(parseLossless('[1, -9007199254740993, 1.5, "7"]')).toEqual([1, '-9007199254740993', 1.5, '7'])
})

test('a signature is the same in either letter case, and never when it is missing or cut', () => {
  expect(sameSignature('AB12', 'ab12')).toBe(true)
  for (const given of [undefined, '', 'ab1', 'ab123', 'ab13'])
    expect(sameSignature(given, 'ab12')).toBe(false)
})
