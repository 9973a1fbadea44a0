import type { z } from 'zod'
import type {
  SaveMailbox,
  SaveStaffCall,
  SaveStaffSms,
  SaveWecomApp,
  Senders,
  TestResult,
} from '#contracts/notify'
import { checkStaffSms, staffCallChannel, staffSmsChannel } from '#domains/channels'
import { audit } from '#platform/audit/audit'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { isRefusedHost } from '#platform/http/refused-address'
import { notifyErrors } from '../errors.ts'
import { renewWanted } from '../hear/wanted.ts'
import { healthOf, viewHealth } from '../send/health.ts'
import { asSendFault, OF_THE_PERSON } from '../send/send-fault.ts'
import { ringMe } from './call.ts'
import { checkMail, type MailSettings } from './email.ts'
import { DEFAULT_LIMITS, type Limits } from './limits.ts'
import { findSender, readSenders, type SenderRow, saveSender, saveSenderHealth } from './sender-data.ts'
import { inNoticeWords } from './sms.ts'
import { checkWecom, type WecomSettings } from './wecom-app.ts'

const TAIL = 4
const WECOM_BASE = 'https://qyapi.weixin.qq.com'

export function readSenderSettings(ctx: Ctx): Promise<Senders> {
  return ctx.transaction((tx) => view(ctx, tx))
}

async function view(ctx: Ctx, tx: Tx): Promise<Senders> {
  const rows = new Map((await readSenders(tx)).map((row) => [row.kind, row]))
  const [wecom, email] = [rows.get('wecom'), rows.get('email')]
  const [sms, call] = [rows.get('sms'), rows.get('call')]
  const app = (wecom?.settings ?? { corpId: '', agentId: '', base: WECOM_BASE }) as WecomSettings
  const box = (email?.settings ?? { host: '', port: 465, tls: true, user: '', from: '' }) as MailSettings
  const secret = wecom ? ctx.keys.open(wecom.brand_id, wecom.secrets_enc) : ''
  return {
    wecom: {
      set: !!wecom,
      on: wecom?.on ?? false,
      corpId: app.corpId,
      agentId: app.agentId,
      base: app.base,
      secret: secret ? `••••${secret.slice(-TAIL)}` : '',
      health: viewHealth(wecom?.health ?? {}),
    },
    email: {
      set: !!email,
      on: email?.on ?? false,
      ...box,
      password: email?.secrets_enc ? '••••' : '',
      health: viewHealth(email?.health ?? {}),
    },
    sms: { ...limited(sms), channel: await staffSmsChannel(tx) },
    call: { ...limited(call), channel: await staffCallChannel(tx) },
  }
}

const limited = (row: SenderRow | undefined) => ({
  set: !!row,
  on: row?.on ?? false,
  ...((row?.settings ?? DEFAULT_LIMITS) as Limits),
  health: viewHealth(row?.health ?? {}),
})

/**
 * A secret that is left out stays, unless the address at which it is used changes.
 * Errors: notify.secretMissing when there is none yet; notify.secretAgain; notify.addressRefused.
 */
export function saveWecom(ctx: Ctx, { secret, on, ...settings }: z.infer<typeof SaveWecomApp>) {
  const { hostname, origin } = new URL(settings.base)
  const before = (old: object) => new URL((old as WecomSettings).base).origin
  const place = { host: hostname, field: 'base', moved: (old: object) => before(old) !== origin }
  return save(ctx, 'wecom', settings, { secret, on, needed: true, place })
}

export function saveMailbox(ctx: Ctx, { password, on, ...settings }: z.infer<typeof SaveMailbox>) {
  const { host, port, user } = settings
  const moved = (old: object) => {
    const before = old as MailSettings
    return before.host.toLowerCase() !== host.toLowerCase() || before.port !== port
  }
  const place = { host, field: 'host', moved }
  return save(ctx, 'email', settings, { secret: password, on, needed: user !== '', place })
}

export function saveStaffSms(ctx: Ctx, { on, ...settings }: z.infer<typeof SaveStaffSms>) {
  return save(ctx, 'sms', settings, { on, needed: false })
}

export function saveStaffCall(ctx: Ctx, { on, ...settings }: z.infer<typeof SaveStaffCall>) {
  return save(ctx, 'call', settings, { on, needed: false })
}

type Kind = 'wecom' | 'email' | 'sms' | 'call'

type Save = {
  secret?: string | undefined
  on: boolean
  needed: boolean
  /** Where the secret is used; `moved`: somewhere else than before. */
  place?: { host: string; field: string; moved: (before: object) => boolean }
}

function save(ctx: Ctx, kind: Kind, settings: object, { secret, on, needed, place }: Save): Promise<Senders> {
  const field = kind === 'wecom' ? 'secret' : 'password'
  if (place && isRefusedHost(place.host)) throw notifyErrors.addressRefused({}, place.field)
  return ctx.transaction(async (tx) => {
    const brandId = ctx.actor.brandId
    const before = await findSender(tx, kind)
    if (secret === undefined && before?.secrets_enc && place?.moved(before.settings as object))
      throw notifyErrors.secretAgain({}, field)
    const secrets_enc = secret === undefined ? (before?.secrets_enc ?? null) : ctx.keys.seal(brandId, secret)
    if (needed && !secrets_enc) throw notifyErrors.secretMissing({}, field)
    await saveSender(tx, brandId, kind, { settings, secrets_enc, on })
    await renewWanted(tx, ctx)
    await audit(tx, ctx, {
      action: 'notify.saveSender',
      subjectKind: 'sender',
      subjectId: kind,
      subject: kind,
      data: { on, changedSecret: secret !== undefined },
    })
    return view(ctx, tx)
  })
}

/** Signs in at the service without sending anything, and says what is wrong; calls alone can only be tried by ringing whoever tests. */
export async function testSender(ctx: Ctx, kind: Kind): Promise<TestResult> {
  const fault = await CHECKS[kind](ctx).then(() => undefined, asSendFault)
  if (!fault || (fault.code !== 'meansOff' && !OF_THE_PERSON.includes(fault.code)))
    await ctx.transaction((tx) => saveSenderHealth(tx, kind, healthOf(ctx, fault)))
  return { ok: !fault, fault: fault?.code ?? '', data: fault?.data ?? {} }
}

const CHECKS: Record<Kind, (ctx: Ctx) => Promise<void>> = {
  wecom: checkWecom,
  email: checkMail,
  sms: (ctx) => checkStaffSms(ctx).catch(inNoticeWords),
  call: ringMe,
}
