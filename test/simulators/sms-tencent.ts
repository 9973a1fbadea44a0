import { createHash, createHmac } from 'node:crypto'
import { openService } from './simulated-http.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

/** TC3-HMAC-SHA256 over the signed headers and the body. Source: Tencent's V3 signature document; vectors sms-sign.json. */
export function tc3(given: {
  headers: Record<string, string>
  signedHeaders: string[]
  payload: string
  timestamp: number
  service: string
  secretKey: string
}): { canonical: string; stringToSign: string; signature: string } {
  const headers = given.signedHeaders.map((h) => `${h}:${given.headers[h]}\n`).join('')
  const canonical = ['POST', '/', '', headers, given.signedHeaders.join(';'), sha256(given.payload)].join(
    '\n',
  )
  const day = new Date(given.timestamp * 1000).toISOString().slice(0, 10)
  const scope = `${day}/${given.service}/tc3_request`
  const stringToSign = ['TC3-HMAC-SHA256', given.timestamp, scope, sha256(canonical)].join('\n')
  const key = hmac(hmac(hmac(`TC3${given.secretKey}`, day), given.service), 'tc3_request')
  return { canonical, stringToSign, signature: hmac(key, stringToSign).toString('hex') }
}

export type TencentSms = {
  PhoneNumberSet: string[]
  SmsSdkAppId: string
  SignName: string
  TemplateId: string
  TemplateParamSet: string[]
  SessionContext: string
  SerialNo: string
}

/** A call as Tencent Cloud's voice service takes it. */
export type TencentCall = {
  TemplateId: string
  CalledNumber: string
  VoiceSdkAppid: string
  TemplateParamSet: string[]
  PlayTimes: number
  SessionContext: string
}
const CALL_KEYS = [
  'CalledNumber',
  'PlayTimes',
  'SessionContext',
  'TemplateId',
  'TemplateParamSet',
  'VoiceSdkAppid',
]

/** Tencent Cloud SMS: SendSms, the two pulls and the list of templates; and VMS: SendTtsVoice, with their signature checked. */
export async function tencentSms({ secretId = 'AKID-demo', secretKey = 'demoSecretKey' } = {}) {
  const sent: TencentSms[] = []
  const called: TencentCall[] = []
  const templates: Record<string, number> = {}
  const replies: object[] = []
  const fates = new Map<string, { ReportStatus: string; Description: string }>()
  const next: ({ code: string } | { status: number } | { error: string })[] = []
  const service = await openService(async (request, body) => {
    const headers = request.headers as Record<string, string>
    const wrong = wrongSignature(headers, body)
    if (wrong) return answer({ Error: { Code: wrong, Message: wrong } })
    const asked = JSON.parse(body)
    const action = headers['x-tc-action']
    const planned = /^(SendSms|SendTtsVoice)$/.test(action ?? '') ? next.shift() : undefined
    if (planned && 'status' in planned) return { status: planned.status, body: 'oops' }
    if (planned && 'error' in planned)
      return answer({ Error: { Code: planned.error, Message: planned.error } })
    if (planned)
      return answer({ SendStatusSet: [{ Code: planned.code, Message: planned.code, SerialNo: '' }] })
    if (action === 'SendTtsVoice') {
      const unknown = Object.keys(asked).find((key) => !CALL_KEYS.includes(key))
      const Code = headers['x-tc-version'] !== '2020-09-02' ? 'InvalidParameterValue.Version' : unknown
      if (Code) return answer({ Error: { Code, Message: Code } })
      called.push(asked)
      const CallId = `7428415d-0000-0000-0000-${String(called.length).padStart(12, '0')}`
      return answer({ SendStatus: { CallId, SessionContext: asked.SessionContext } })
    }
    if (action === 'SendSms') {
      const SerialNo = `2640:12345678${sent.length}`
      sent.push({ ...asked, SerialNo })
      return answer({ SendStatusSet: [{ SerialNo, Code: 'Ok', Message: 'send success', Fee: 1 }] })
    }
    if (action === 'PullSmsSendStatusByPhoneNumber')
      return answer({
        PullSmsSendStatusSet: sent
          .filter((s) => s.PhoneNumberSet.includes(asked.PhoneNumber) && fates.has(s.SerialNo))
          .map((s) => ({ SerialNo: s.SerialNo, SessionContext: s.SessionContext, ...fates.get(s.SerialNo) })),
      })
    if (action === 'PullSmsReplyStatus') return answer({ PullSmsReplyStatusSet: replies.splice(0) })
    const code = templates[String(asked.TemplateIdSet?.[0])]
    return answer({
      DescribeTemplateStatusSet:
        code === undefined ? [] : [{ TemplateId: asked.TemplateIdSet[0], StatusCode: code }],
    })
  })

  function wrongSignature(headers: Record<string, string>, payload: string): string | null {
    const match =
      /^TC3-HMAC-SHA256 Credential=([^/]+)\/[\d-]+\/([^/]+)\/tc3_request, SignedHeaders=([^,]+), Signature=(\w+)$/.exec(
        headers.authorization ?? '',
      )
    if (match?.[1] !== secretId) return 'AuthFailure.SecretIdNotFound'
    // The SDK signs the host without its port and names the service after its first label.
    const signed = { ...headers, host: (headers.host ?? '').split(':')[0]! }
    const { signature } = tc3({
      headers: signed,
      signedHeaders: match[3]!.split(';'),
      payload,
      timestamp: Number(headers['x-tc-timestamp']),
      service: match[2]!,
      secretKey,
    })
    return signature === match[4] ? null : 'AuthFailure.SignatureFailure'
  }
  return { ...service, sent, called, templates, replies, fates, next, secretId, secretKey }
}

const answer = (more: object) => ({ status: 200, body: { Response: { RequestId: 'r', ...more } } })
