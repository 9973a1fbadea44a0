import { mustBeAllowed } from '../connect/address-rule.ts'
import { asFault } from '../connect/channel-fault.ts'
import type { CheckStep, Tools } from '../connect/connector.ts'
import { wireFault } from './faults.ts'
import { openFolder, placeIn, signIn } from './mailbox.ts'
import { placeOut, transportOf } from './send-mail.ts'
import type { MailSettings } from './settings.ts'
import { credentialsOf } from './sign-in.ts'

/** Mailbox first (reach, sign in, open the folder), then the way out; the second is tried even when the first fails, both are needed. */
export async function check(tools: Tools<MailSettings>): Promise<CheckStep[]> {
  return [...(await checkIn(tools)), ...(await checkOut(tools))].sort(
    (a, b) => Number(!!a.fault) - Number(!!b.fault),
  )
}

async function checkIn(tools: Tools<MailSettings>): Promise<CheckStep[]> {
  const { settings: s } = tools
  const done: CheckStep[] = []
  try {
    const client = await signIn(tools)
    done.push({ step: 'imapConnect', data: placeIn(s) }, { step: 'imapSignIn', data: { user: s.user } })
    try {
      const box = await openFolder(client, s)
      return [...done, { step: 'imapFolder', data: { folder: s.folder, mails: box.exists } }]
    } finally {
      client.close()
    }
  } catch (error) {
    const { code, data } = asFault(wireFault(error, placeIn(s)))
    const step = ['unsafeLogin', 'folderMissing'].includes(code) ? 'imapFolder' : stepOf('imap', code)
    return [...done, ...reached('imap', step, done, data), { step, fault: code, data }]
  }
}

async function checkOut(tools: Tools<MailSettings>): Promise<CheckStep[]> {
  const { settings: s } = tools
  try {
    await mustBeAllowed(s.smtpHost)
    const transport = transportOf(s, await credentialsOf(tools))
    try {
      await transport.verify()
    } finally {
      transport.close()
    }
    return [
      { step: 'smtpConnect', data: placeOut(s) },
      { step: 'smtpSignIn', data: { user: s.user } },
    ]
  } catch (error) {
    const { code, data } = asFault(wireFault(error, placeOut(s)))
    const step = stepOf('smtp', code)
    return [...reached('smtp', step, [], data), { step, fault: code, data }]
  }
}

const SIGN_IN_FAULTS = ['signInRefused', 'signInTooOften', 'appRefused']

const stepOf = (side: 'imap' | 'smtp', code: string): string =>
  SIGN_IN_FAULTS.includes(code) ? `${side}SignIn` : `${side}Connect`

/** Whoever was refused at the sign-in had reached the server. */
function reached(side: string, step: string, done: CheckStep[], data: Record<string, unknown>): CheckStep[] {
  return !done.length && step === `${side}SignIn` ? [{ step: `${side}Connect`, data }] : []
}
