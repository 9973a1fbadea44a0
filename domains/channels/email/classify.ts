import type { Mail } from './parse-mail.ts'

/**
 * What kind of mail it is, and whether a machine may answer it (RFC 3834 and the customs around it).
 * Shape: `own`: we sent it ourselves; `bounce`: about a mail that could not be delivered; `auto`: a machine's answer (out of office);
 *        `bulk`: written by a machine to many (newsletters, notices); `person`: everything else.
 */
export type MailKind = 'own' | 'bounce' | 'auto' | 'bulk' | 'person'
export type Sorted = { kind: MailKind; mayAnswer: boolean }

const DAEMON = /^(mailer-daemon|postmaster|mail-daemon|mdaemon|double-bounce|bounces?)([+-].*)?@/
const NO_REPLY = /^(no-?reply|do-?not-?reply|donotreply|noreply-.*|notifications?)([+._-].*)?@/
const BOUNCE_SUBJECT =
  /undeliver|delivery status notification|delivery (has )?failed|failure notice|returned mail|mail delivery (failed|system)|退信|投递失败|投遞失敗|无法投递|無法投遞|发送失败|傳送失敗|未送达/i
const AWAY_SUBJECT =
  /^\s*(自动(回复|答复)|自動(回覆|回复)|automatic reply|auto(matic)?[ -]?(reply|response)|out of (the )?office)\s*([:：(（[]|$)/i
const LIST_HEADERS = ['list-id', 'list-unsubscribe', 'list-post', 'list-help', 'list-owner', 'feedback-id']

export function sortMail(mail: Mail, own: { addresses: string[]; mark: string }): Sorted {
  const kind = kindOf(mail, own)
  return { kind, mayAnswer: kind === 'person' && mayAnswer(mail, own) }
}

function kindOf(mail: Mail, own: { addresses: string[]; mark: string }): MailKind {
  const { header, from } = mail
  if (isBounce(mail)) return 'bounce'
  if (header('x-huiyin-channel') === own.mark && own.mark) return 'own'
  const automatic = autoSubmitted(mail)
  if (automatic.startsWith('auto-replied') || saysAway(mail)) return 'auto'
  if (LIST_HEADERS.some((name) => header(name)) || isBulk(mail) || automatic) return 'bulk'
  return own.addresses.includes(from.address) ? 'own' : 'person'
}

function isBounce({ header, from, subject, source }: Mail): boolean {
  const type = header('content-type')
  if (/multipart\/report/i.test(type) && /delivery-status/i.test(type)) return true
  if (header('x-failed-recipients')) return true
  const empty = /^<>$/.test(header('return-path'))
  const daemon = DAEMON.test(from.address) || (empty && !from.address)
  if (daemon) return BOUNCE_SUBJECT.test(subject) || /\b[45]\.\d{1,3}\.\d{1,3}\b/.test(source) || empty
  return empty && BOUNCE_SUBJECT.test(subject)
}

/** The value of Auto-Submitted; empty for `no` and without it. */
function autoSubmitted({ header }: Mail): string {
  const value = header('auto-submitted').toLowerCase()
  return value.startsWith('no') ? '' : value
}

const isBulk = ({ header }: Mail): boolean => /bulk|junk|list/i.test(header('precedence'))

/** Programs that don't know RFC 3834. A subject alone is believed only of an answer: a customer may complain about automatic replies. */
function saysAway({ header, subject, inReplyTo, references }: Mail): boolean {
  if (header('x-autoreply') || header('x-autorespond') || header('x-autoreply-from')) return true
  if (!inReplyTo.length && !references.length) return false
  return AWAY_SUBJECT.test(subject) || /auto_?reply/i.test(header('precedence'))
}

function mayAnswer(mail: Mail, own: { addresses: string[] }): boolean {
  const { from, header } = mail
  if (!from.address || /^<>$/.test(header('return-path'))) return false
  return !DAEMON.test(from.address) && !NO_REPLY.test(from.address) && !own.addresses.includes(from.address)
}
