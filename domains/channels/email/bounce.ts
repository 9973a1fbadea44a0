import { addressesIn, type Mail } from './parse-mail.ts'

export type Bounce = {
  /** Passing troubles end by themselves: the other server goes on trying. */
  permanent: boolean
  /** failed, delayed, delivered, relayed or expanded (RFC 3464); failed for one in prose. */
  action: string
  status: string
  recipients: string[]
  originalMessageId: string
  /** Code of channels `fault`, for the ticket's timeline. */
  problem: string
  /** The address itself is of no use any more, not only this mail. */
  addressGone: boolean
}

/** Understands a bounce: as RFC 3464 has it, else the prose of hosts that don't keep to it. */
export function readBounce(mail: Mail): Bounce {
  const report = reportOf(mail)
  const recipients = [
    ...all(report, /^(?:final|original)-recipient:\s*(?:[\w-]+\s*;)?\s*(.+)$/gim).flatMap(addressesIn),
    ...addressesIn(mail.header('x-failed-recipients')),
  ]
  const status =
    first(report, /^status:\s*([245]\.\d{1,3}\.\d{1,3})/im) || first(report, /\b([45]\.\d{1,3}\.\d{1,3})\b/)
  const action = (first(report, /^action:\s*(\w+)/im) || 'failed').toLowerCase()
  const said = all(report, /^diagnostic-code:\s*(.+(?:\r?\n[ \t].+)*)$/gim).join(' ') || report
  const permanent =
    action === 'failed' && !status.startsWith('2') && (status.startsWith('5') || !passing(said, status))
  const problem = problemOf(status, said)
  return {
    permanent,
    action,
    status,
    recipients: [...new Set(recipients.length ? recipients : addressesIn(report))],
    originalMessageId: originalId(mail),
    problem,
    addressGone: permanent && problem === 'addressUnknown',
  }
}

/** "failed" is final whatever the status says: a server that has given up after four days reports 4.4.7. */
function passing(said: string, status: string): boolean {
  return (
    status.startsWith('4') &&
    !/giv(e|en|ing) up|expired|too long|放弃|超时/i.test(said) &&
    !/4\.4\.7/.test(status)
  )
}

/** Code of what went wrong, by the enhanced status and, where that is missing or general, by the words. */
export function problemOf(status: string, said: string): string {
  if (
    /^[45]\.2\.2/.test(status) ||
    /mailbox (is )?full|quota|over.?quota|邮箱(空间)?已满|信箱已滿|容量/i.test(said)
  )
    return 'mailboxFull'
  if (
    /^5\.3\.4|^5\.2\.3/.test(status) ||
    /too large|exceeds.*size|message size|邮件过大|超过.*大小/i.test(said)
  )
    return 'mailTooLarge'
  if (
    /^5\.7\./.test(status) ||
    /spam|blocked|blacklist|policy|reputation|垃圾|拒收|黑名单|DT:SPM/i.test(said)
  )
    return 'mailBlocked'
  if (/^5\.1\.|^5\.2\.1/.test(status) || UNKNOWN.test(said)) return 'addressUnknown'
  if (
    /^[45]\.4\./.test(status) ||
    /host (not found|unknown)|domain.*(not|n't) (exist|found)|域名/i.test(said)
  )
    return 'mailHostAway'
  return 'mailRefused'
}

const UNKNOWN =
  /no such (user|mailbox)|user (unknown|not found)|unknown (user|recipient)|mailbox (not found|unavailable|does not exist)|does(n't| not) exist|invalid (recipient|mailbox)|recipient (rejected|not found)|不存在|找不到|无此用户|查無此人|账号异常|帐号异常|已停用|已禁用/i

/** The delivery-status part and the words; mailparser puts both into the text. */
function reportOf({ text, attachments }: Mail): string {
  const parts = attachments.filter((a) => /delivery-status/i.test(a.contentType))
  return [...parts.map((a) => a.content.toString('utf8')), text].join('\n')
}

function originalId({ attachments, source }: Mail): string {
  const held = attachments.map((a) => a.content.toString('latin1')).join('\n')
  const [, ...inside] = `${source}\n${held}`.match(/^message-id:\s*<[^<>\s]+>/gim) ?? []
  return /<[^<>\s]+>/.exec(inside.at(-1) ?? '')?.[0] ?? ''
}

const first = (text: string, pattern: RegExp): string => pattern.exec(text)?.[1]?.trim() ?? ''
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((m) => m[1]!)
