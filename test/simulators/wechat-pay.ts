import {
  constants,
  createCipheriv,
  createHash,
  createSign,
  createVerify,
  generateKeyPairSync,
  publicEncrypt,
  randomBytes,
} from 'node:crypto'
import { certificateOf } from './certificate.ts'
import { type Answer, openService } from './simulated-http.ts'

const keyPair = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
const COMPLAINTS = '/v3/merchant-service/complaints-v2'

export type SimMove = {
  log_id: string
  operate_type: string
  operate_time: string
  operate_details: string
  image_list?: string[]
}
export type SimComplaint = {
  complaint_id: string
  complaint_state: string
  complaint_detail: string
  complaint_time: string
  moves: SimMove[]
  [more: string]: unknown
}

/**
 * WeChat Pay's complaint interface: every call's signature is checked, every answer signed, pushes sealed and signed.
 * `now` is the clock of the one who tests.
 */
export async function wechatPayService(now: () => Date) {
  const merchant = keyPair()
  const platform = keyPair()
  const mchid = '1900012181'
  const serialNo = '5157F09EFDC096DE15EBE81A47057A7232F1B8E1'
  const publicKeyId = 'PUB_KEY_ID_0119000121812026010100000001'
  const apiV3Key = randomBytes(16).toString('hex')
  const complaints = new Map<string, SimComplaint>()
  const photos = new Map<string, Buffer>()
  const uploaded: { filename: string; sha256: string; id: string }[] = []
  const calls: { method: string; path: string; body: Record<string, unknown> }[] = []
  /** What comes instead of the true answer; `after` lets the call have its effect first. */
  const next: { when: RegExp; answer: Answer; after?: boolean }[] = []
  /** Platform certificates by serial number, as `/v3/certificates` hands them out; empty in public key mode. */
  const certificates = new Map<string, { privateKey: string; pem: string }>()
  let signer = { serial: publicKeyId, privateKey: platform.privateKey }
  let callback = ''
  let counter = 0

  const service = await openService(async (request, body, raw) => {
    const path = request.url ?? '/'
    const method = request.method ?? 'GET'
    const upload = path.endsWith('/images/upload')
    const signed = upload ? (/name="meta"[\s\S]*?\r\n\r\n(.*?)\r\n--/.exec(body)?.[1] ?? '') : body
    if (!wellSigned(request.headers.authorization ?? '', method, path, signed))
      return { status: 401, body: { code: 'SIGN_ERROR', message: '签名错误' } }
    const planned = next.findIndex((p) => p.when.test(`${method} ${path}`))
    const plan = planned < 0 ? undefined : next.splice(planned, 1)[0]
    if (plan && !plan.after) return plan.answer
    const answer = upload ? takeUpload(signed, raw) : answerTo(method, path, body)
    return plan ? plan.answer : proven(answer)
  })

  function wellSigned(header: string, method: string, path: string, body: string): boolean {
    const part = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(header)?.[1] ?? ''
    if (!header.startsWith('WECHATPAY2-SHA256-RSA2048 ')) return false
    if (part('mchid') !== mchid || part('serial_no') !== serialNo) return false
    if (Math.abs(now().getTime() / 1000 - Number(part('timestamp'))) > 300) return false
    const text = `${method}\n${path}\n${part('timestamp')}\n${part('nonce_str')}\n${body}\n`
    return createVerify('RSA-SHA256').update(text).verify(merchant.publicKey, part('signature'), 'base64')
  }

  function answerTo(method: string, path: string, body: string): Answer {
    const url = new URL(path, 'http://x')
    const sent = body ? (JSON.parse(body) as Record<string, unknown>) : {}
    if (method !== 'GET') calls.push({ method, path, body: sent })
    if (url.pathname === '/v3/certificates') {
      calls.push({ method, path, body: {} })
      if (!certificates.size) return gone
      return ok({
        data: [...certificates].map(([serial_no, { pem }]) => ({
          serial_no,
          encrypt_certificate: sealResource(pem, 'certificate'),
        })),
      })
    }
    if (url.pathname.endsWith('/complaint-notifications')) {
      if (method === 'GET') return callback ? ok({ mchid, url: callback }) : gone
      callback = String(sent.url)
      return ok({ mchid, url: callback })
    }
    const photo = photos.get(url.pathname.split('/').at(-1) ?? '')
    if (photo) return { status: 200, body: photo, type: 'image/jpeg' }
    if (url.pathname === COMPLAINTS) return list(url.searchParams)
    const [, id = '', rest = ''] = new RegExp(`^${COMPLAINTS}/([^/]+)/?(.*)$`).exec(url.pathname) ?? []
    const found = complaints.get(id)
    if (!found) return gone
    const { moves, ...complaint } = found
    if (rest === '') return ok(complaint)
    if (rest === 'negotiation-historys') return ok({ data: [...moves].reverse(), total_count: moves.length })
    if (sent.complainted_mchid !== mchid) return refused('PARAM_ERROR', '被诉商户号不对')
    if (rest === 'response') {
      if (String(sent.response_content).length > 200) return refused('PARAM_ERROR', '回复内容过长')
      if (found.complaint_state === 'PENDING') found.complaint_state = 'PROCESSING'
      return did(found, 'MERCHANT_RESPONSE', String(sent.response_content))
    }
    if (rest === 'complete') {
      if (found.complaint_state === 'PROCESSED') return refused('INVALID_REQUEST', '投诉单已完成')
      found.complaint_state = 'PROCESSED'
      return did(found, 'MERCHANT_CONFIRM_COMPLETE', '')
    }
    if (rest !== 'update-refund-progress') return gone
    if (sent.action === 'REJECT' && !sent.reject_reason) return refused('PARAM_ERROR', '请填写拒绝原因')
    return did(
      found,
      sent.action === 'APPROVE' ? 'MERCHANT_APPROVE_REFUND' : 'MERCHANT_REFUSE_RERUND',
      String(sent.reject_reason ?? ''),
    )
  }

  function list(query: URLSearchParams): Answer {
    const days = (Date.parse(query.get('end_date')!) - Date.parse(query.get('begin_date')!)) / 86_400_000
    const limit = Number(query.get('limit') ?? 10)
    if (days > 30 || limit > 50) return refused('PARAM_ERROR', '参数错误')
    const offset = Number(query.get('offset') ?? 0)
    const all = [...complaints.values()].map(({ moves, ...c }) => c)
    return ok({ data: all.slice(offset, offset + limit), total_count: all.length, limit, offset })
  }

  function takeUpload(meta: string, raw: Buffer): Answer {
    const { filename, sha256 } = JSON.parse(meta) as { filename: string; sha256: string }
    const start = raw.indexOf('\r\n\r\n', raw.indexOf('name="file"')) + 4
    const file = raw.subarray(start, raw.lastIndexOf('\r\n--'))
    if (createHash('sha256').update(file).digest('hex') !== sha256)
      return refused('PARAM_ERROR', '图片摘要不对')
    const id = `media-${uploaded.length + 1}`
    uploaded.push({ filename, sha256, id })
    return ok({ media_id: id })
  }

  function did(found: SimComplaint, operate_type: string, operate_details: string): Answer {
    found.moves.push(move(operate_type, operate_details))
    return { status: 204, body: '' }
  }

  function move(operate_type: string, operate_details: string, more: Partial<SimMove> = {}): SimMove {
    counter += 1
    return {
      log_id: `log${counter}`,
      operate_type,
      operate_time: now().toISOString(),
      operate_details,
      ...more,
    }
  }

  function signatureOf(body: string | Buffer): Record<string, string> {
    const timestamp = String(Math.floor(now().getTime() / 1000))
    const nonce = randomBytes(16).toString('hex')
    const signature = createSign('RSA-SHA256')
      .update(`${timestamp}\n${nonce}\n`)
      .update(body)
      .update('\n')
      .sign(signer.privateKey, 'base64')
    return {
      'wechatpay-timestamp': timestamp,
      'wechatpay-nonce': nonce,
      'wechatpay-signature': signature,
      'wechatpay-serial': signer.serial,
    }
  }

  function proven(answer: Answer): Answer {
    if (answer === 'silent' || answer.status >= 300) return answer
    const json = typeof answer.body === 'object' && !Buffer.isBuffer(answer.body)
    const body = json ? JSON.stringify(answer.body) : ((answer.body ?? '') as string | Buffer)
    return { ...answer, body, headers: { ...answer.headers, ...signatureOf(body) } }
  }

  function sealResource(plain: string, associated_data: string, key = apiV3Key) {
    const nonce = randomBytes(6).toString('hex')
    const seal = createCipheriv('aes-256-gcm', Buffer.from(key), Buffer.from(nonce))
    seal.setAAD(Buffer.from(associated_data))
    const ciphertext = Buffer.concat([seal.update(plain), seal.final(), seal.getAuthTag()]).toString('base64')
    return { algorithm: 'AEAD_AES_256_GCM', ciphertext, nonce, associated_data }
  }

  /** The platform signs with a certificate of its own from now on; those before stay listed. */
  function certify(serial: string): void {
    const { privateKey, publicKey } = keyPair()
    certificates.set(serial, { privateKey, pem: certificateOf(serial, { privateKey, publicKey }) })
    signer = { serial, privateKey }
  }

  /** A push as the platform makes it. */
  function pushOf(complaint_id: string, action_type: string, id = `EV-${++counter}`, key = apiV3Key) {
    const plain = JSON.stringify({ complaint_id, action_type })
    const body = JSON.stringify({
      id,
      create_time: now().toISOString(),
      resource_type: 'encrypt-resource',
      event_type: action_type === 'CREATE_COMPLAINT' ? 'COMPLAINT.CREATE' : 'COMPLAINT.STATE_CHANGE',
      resource: sealResource(plain, 'complaint', key),
    })
    return { body, headers: { ...signatureOf(body), 'content-type': 'application/json' } }
  }

  /** Seals a field to the merchant's key. */
  const sealField = (text: string) =>
    publicEncrypt(
      { key: merchant.publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' },
      Buffer.from(text),
    ).toString('base64')

  return {
    ...service,
    mchid,
    serialNo,
    publicKeyId,
    apiV3Key,
    privateKey: merchant.privateKey,
    publicKey: platform.publicKey,
    complaints,
    photos,
    uploaded,
    calls,
    next,
    move,
    pushOf,
    sealField,
    signatureOf,
    callback: () => callback,
    certify,
    /** Back to the public key. */
    dropCertificates: () => {
      certificates.clear()
      signer = { serial: publicKeyId, privateKey: platform.privateKey }
    },
  }
}

const ok = (body: object): Answer => ({ status: 200, body })
const refused = (code: string, message: string): Answer => ({ status: 400, body: { code, message } })
const gone: Answer = { status: 404, body: { code: 'RESOURCE_NOT_EXISTS', message: '资源不存在' } }
