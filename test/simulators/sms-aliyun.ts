import { createHash, createHmac } from 'node:crypto'
import { type IncomingMessage, openService } from './simulated-http.ts'

const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('hex')

/** ACS3-HMAC-SHA256 over what was sent. Source: Aliyun's V3 signature document; vectors sms-sign.json. */
export function acs3(
  request: { method: string; path: string; query: string; headers: Record<string, string>; body: string },
  signed: string[],
  secret: string,
): { canonical: string; signature: string } {
  const query = request.query
    .split('&')
    .filter(Boolean)
    .map((pair) => (pair.includes('=') ? pair : `${pair}=`))
    .sort()
    .join('&')
  const headers = signed.map((h) => `${h}:${(request.headers[h] ?? '').trim()}\n`).join('')
  const canonical = [
    request.method,
    request.path,
    query,
    headers,
    signed.join(';'),
    sha256(request.body),
  ].join('\n')
  const signature = createHmac('sha256', secret)
    .update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
    .digest('hex')
  return { canonical, signature }
}

/** Signature of the old RPC style, as Aliyun's Dysms example has it. */
export function rpcV1(stringToSign: string, secret: string): string {
  return createHmac('sha1', `${secret}&`).update(stringToSign).digest('base64')
}

export type AliyunSms = {
  PhoneNumbers: string
  SignName: string
  TemplateCode: string
  OutId: string
  BizId: string
  params: Record<string, string>
}

/** A call as Aliyun's voice service takes it. */
export type AliyunCall = {
  CalledNumber: string
  CalledShowNumber?: string
  TtsCode: string
  PlayTimes: string
  OutId: string
  params: Record<string, string>
}
const CALL_KEYS = ['CalledNumber', 'CalledShowNumber', 'OutId', 'PlayTimes', 'TtsCode', 'TtsParam']

/** Aliyun Dysms: SendSms, QuerySendDetails, QuerySmsTemplate; and Dyvms: SingleCallByTts, with their signature checked and their errors. */
export async function aliyunSms({ accessKeyId = 'LTAI-demo', secret = 'demoAccessKeySecret' } = {}) {
  const sent: AliyunSms[] = []
  const called: AliyunCall[] = []
  const templates: Record<string, number> = {}
  const fates = new Map<string, { SendStatus: number; ErrCode: string }>()
  /** Answers that come before the true ones: an error, a status, or silence after the message was taken. */
  const next: ({ code: string; message?: string } | { status: number } | 'silent')[] = []
  const service = await openService(async (request, body) => {
    const url = new URL(request.url ?? '/', 'http://x')
    const refused = wrongSignature(request, url, body)
    if (refused) return problem(400, refused)
    const action = String(request.headers['x-acs-action'])
    const q = Object.fromEntries(url.searchParams)
    const planned = /^(SendSms|SingleCallByTts)$/.test(action) ? next.shift() : undefined
    if (planned && planned !== 'silent' && 'status' in planned)
      return { status: planned.status, body: 'oops' }
    if (planned && planned !== 'silent')
      return {
        status: 200,
        body: { Code: planned.code, Message: planned.message ?? planned.code, RequestId: 'r' },
      }
    if (action === 'SendSms') {
      const BizId = `90061974693649${String(sent.length).padStart(4, '0')}^0`
      sent.push({ ...(q as unknown as AliyunSms), BizId, params: JSON.parse(q.TemplateParam ?? '{}') })
      if (planned === 'silent') return 'silent'
      return ok({ BizId })
    }
    if (action === 'SingleCallByTts') {
      const { TtsParam, ...call } = q
      const unknown = Object.keys(q).find((key) => !CALL_KEYS.includes(key))
      if (request.headers['x-acs-version'] !== '2017-05-25' || unknown)
        return problem(400, unknown ? `InvalidParameter.${unknown}` : 'InvalidVersion')
      called.push({ ...(call as unknown as AliyunCall), params: JSON.parse(TtsParam ?? '{}') })
      if (planned === 'silent') return 'silent'
      return ok({ CallId: `116012354148^${String(called.length).padStart(12, '0')}` })
    }
    if (action === 'QuerySendDetails') {
      const found = sent.filter((s) => s.PhoneNumbers === q.PhoneNumber)
      const SmsSendDetailDTO = found.map((s) => ({
        PhoneNum: s.PhoneNumbers,
        OutId: s.OutId,
        TemplateCode: s.TemplateCode,
        ReceiveDate: fates.has(s.OutId) ? '2026-03-02 12:10:00' : '',
        ...(fates.get(s.OutId) ?? { SendStatus: 1, ErrCode: '' }),
      }))
      return ok({ SmsSendDetailDTOs: { SmsSendDetailDTO }, TotalCount: String(found.length) })
    }
    const known = templates[q.TemplateCode ?? '']
    if (known === undefined)
      return {
        status: 200,
        body: { Code: 'isv.SMS_TEMPLATE_ILLEGAL', Message: '模板不存在', RequestId: 'r' },
      }
    return ok({ TemplateCode: q.TemplateCode, TemplateStatus: known })
  })

  function wrongSignature(request: IncomingMessage, url: URL, body: string): string | null {
    const match = /^ACS3-HMAC-SHA256 Credential=([^,]+),SignedHeaders=([^,]+),Signature=(\w+)$/.exec(
      request.headers.authorization ?? '',
    )
    if (!match) return 'IncompleteSignature'
    if (match[1] !== accessKeyId) return 'InvalidAccessKeyId.NotFound'
    const headers = request.headers as Record<string, string>
    const given = {
      method: request.method ?? '',
      path: url.pathname,
      query: url.search.slice(1),
      headers,
      body,
    }
    return acs3(given, match[2]!.split(';'), secret).signature === match[3] ? null : 'SignatureDoesNotMatch'
  }
  return { ...service, sent, called, templates, fates, next, accessKeyId, secret }
}

const ok = (more: object) => ({ status: 200, body: { Code: 'OK', Message: 'OK', RequestId: 'r', ...more } })
const problem = (status: number, Code: string) => ({ status, body: { Code, Message: Code, RequestId: 'r' } })
