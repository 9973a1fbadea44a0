import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { acs3, rpcV1 } from '../../../test/simulators/sms-aliyun.ts'
import { tc3 } from '../../../test/simulators/sms-tencent.ts'
import { answerOf, heardIn, rawOf } from './hear-sms.ts'
import { readPhone } from './phone.ts'
import { SmsSettings } from './settings.ts'
import { fillTemplate, piecesOf } from './words.ts'

const vectors = JSON.parse(
  readFileSync(new URL('../../../test/vectors/sms-sign.json', import.meta.url), 'utf8'),
)
const base = {
  accessKeyId: 'k',
  accessKeySecret: 's',
  signName: '示例茶饮',
  replyTemplate: 'SMS_1',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: placeholders of the vendor's template
  replyWords: '您的反馈${number}有回复：${text}，全文 ${progress}',
  replyVariables: ['number', 'text', 'progress'],
}
const settings = SmsSettings.parse(base)
const outgoing = (text: string, more = {}) => ({
  id: 'm1',
  to: { conversationId: 'c', address: '13800000000', state: {}, windowEndsAt: null, windowLeft: null },
  text,
  photos: [],
  purpose: 'reply' as const,
  ticket: { number: 'HY-7', title: '漏单', progress: 'https://x.cn/t/abc' },
  done: 0,
  partDone: async () => {},
  ...more,
})

test("the simulators' signatures are those of both vendors' documents", () => {
  const { aliyunRpcV1, aliyunV3DocExample, aliyunV3SendSms, tencentTc3DocExample, tencentTc3SendSms } =
    vectors
  expect(rpcV1(aliyunRpcV1.stringToSign, aliyunRpcV1.accessKeySecret)).toBe(aliyunRpcV1.signature)
  for (const v of [aliyunV3DocExample, aliyunV3SendSms]) {
    const made = acs3({ ...v, body: v.body ?? '' }, Object.keys(v.headers), v.accessKeySecret)
    expect(made.signature).toBe(v.signature)
    if (v.canonicalRequest) expect(made.canonical).toBe(v.canonicalRequest)
    if (v.hashedCanonicalRequest)
      expect(createHash('sha256').update(made.canonical).digest('hex')).toBe(v.hashedCanonicalRequest)
  }
  for (const [v, headers] of [
    [
      tencentTc3DocExample,
      {
        'content-type': 'application/json; charset=utf-8',
        host: 'cvm.tencentcloudapi.com',
        'x-tc-action': 'describeinstances',
      },
    ],
    [tencentTc3SendSms, { 'content-type': 'application/json', host: 'sms.tencentcloudapi.com' }],
  ] as const) {
    const made = tc3({ ...v, headers, signedHeaders: v.signedHeaders.split(';') })
    expect(made).toMatchObject({
      stringToSign: v.stringToSign,
      signature: v.signature,
      canonical: v.canonicalRequest,
    })
  }
})

test('receipts of both vendors are understood and answered in their words', () => {
  const { aliyunSmsReport, tencentReport } = vectors.receipts
  const at = new Date('2026-01-02T03:04:09Z')
  const heard = (body: unknown) =>
    rawOf(Buffer.from(JSON.stringify(body))).flatMap((r) => heardIn(settings, r.payload))
  expect(heard(aliyunSmsReport.body)).toEqual([
    { sort: 'receipt', externalId: 'care-1', state: 'delivered', problem: '', at },
  ])
  expect(heard(tencentReport.body)).toEqual([
    { sort: 'receipt', externalId: '2640:1234567890', state: 'delivered', problem: '', at },
  ])
  expect(JSON.parse(String(answerOf(settings).body))).toEqual(aliyunSmsReport.reply)
  const tencent = SmsSettings.parse({ ...base, vendor: 'tencent', appId: '1400000000' })
  expect(JSON.parse(String(answerOf(tencent).body))).toEqual(tencentReport.reply)
})

test.each([
  [1, 1],
  [70, 1],
  [71, 2],
  [134, 2],
  [135, 3],
])('%i signs are %i pieces', (signs, pieces) => expect(piecesOf(signs)).toBe(pieces))

test('the template is filled in order, its length counted with the signature', () => {
  const { params, text, pieces } = fillTemplate(settings, outgoing('您好，\n已为您重做'))
  expect(params).toEqual([
    { name: 'number', value: 'HY-7' },
    { name: 'text', value: '您好， 已为您重做' },
    { name: 'progress', value: 'https://x.cn/t/abc' },
  ])
  expect(text).toBe('【示例茶饮】您的反馈HY-7有回复：您好， 已为您重做，全文 https://x.cn/t/abc')
  expect(pieces).toBe(1)
})

test('what is too long is cut when the SMS leads to the whole, refused when it does not', () => {
  const long = '很'.repeat(60)
  expect(fillTemplate(settings, outgoing(long)).params[1]!.value).toBe(`${'很'.repeat(34)}…`)
  const bare = SmsSettings.parse({ ...base, replyWords: '', replyVariables: ['text'] })
  expect(() => fillTemplate(bare, outgoing(long))).toThrow(expect.objectContaining({ code: 'tooLong' }))
  const wide = SmsSettings.parse({ ...base, replyVariables: ['text'], variableMost: 0, mostPieces: 2 })
  expect(() => fillTemplate(wide, outgoing('很'.repeat(200)))).toThrow(
    expect.objectContaining({ code: 'tooLong', data: expect.objectContaining({ pieces: 4 }) }),
  )
  expect(() => fillTemplate(settings, outgoing('  '))).toThrow(
    expect.objectContaining({ code: 'cannotSend' }),
  )
})

test('an order’s news too long for the reply’s template go out by the acknowledgement’s, which leads to their page', () => {
  const s = SmsSettings.parse({
    ...base,
    replyWords: '',
    replyVariables: ['text'],
    acknowledgementTemplate: 'SMS_ACK',
    acknowledgementVariables: ['number', 'progress'],
    acknowledgementWords: '{1} 的进展：{2}',
  })
  const news = { ...outgoing('很'.repeat(60)), purpose: 'notice' as const }
  expect(fillTemplate(s, news)).toMatchObject({
    template: 'SMS_ACK',
    text: '【示例茶饮】HY-7 的进展：https://x.cn/t/abc',
  })
  expect(fillTemplate(s, { ...news, text: '已确认' }).template).toBe(base.replyTemplate)
  expect(() => fillTemplate(s, { ...news, purpose: 'reply' })).toThrow(
    expect.objectContaining({ code: 'tooLong' }),
  )
})

test("Tencent's numbered variables are filled by their order", () => {
  const s = SmsSettings.parse({ ...base, replyWords: '{2}：{1}', replyVariables: ['text', 'number'] })
  expect(fillTemplate(s, outgoing('好的')).text).toBe('【示例茶饮】HY-7：好的')
})

test.each([
  ['+8613800000000', '', { country: '86', national: '13800000000' }],
  ['8613800000000', '86', { country: '86', national: '13800000000' }],
  ['138 0000-0000', '', { country: '86', national: '13800000000' }],
  ['0085291234567', '', { country: '852', national: '91234567' }],
  ['91234567', '852', { country: '852', national: '91234567' }],
  ['guest@x.cn', '', null],
])('%s with country %s', (text, country, phone) => {
  const found = readPhone(text, country)
  if (phone?.country === '852' && found) expect(`${found.country}${found.national}`).toBe('85291234567')
  else expect(found).toEqual(phone)
})
