import { TextDecoder } from 'node:util'
import { type AddressObject, type Attachment, type ParsedMail, simpleParser } from 'mailparser'
import { textOfHtml } from './html-text.ts'

/** One mail as we read it: addresses in lower case, text without markup, header values as plain text by lower-case name. */
export type Mail = {
  messageId: string
  inReplyTo: string[]
  references: string[]
  from: { address: string; name: string }
  replyTo: string
  /** All addresses that it went to, also those of the delivery. */
  to: string[]
  subject: string
  date: Date | undefined
  text: string
  attachments: Attachment[]
  header: (name: string) => string
  /** The source, for looking for our own ids. */
  source: string
}

/** Nobody writes more; a mail that is longer is looked at only so far, and its raw form keeps the rest. */
const MOST_TEXT = 100_000
const MOST_HTML = 2_000_000
const GB = /^(gb2312|gb_2312-80|gbk|cp936|ms936|x-gbk|csgb2312|euc-cn)$/i

/** Parses a mail. Errors: none that a mail can cause: what has no structure is text. */
export async function parseMail(source: Buffer): Promise<Mail> {
  const parsed = await simpleParser(asGb18030(source), {
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipTextLinks: true,
    skipImageLinks: true,
  })
  const header = headersOf(parsed)
  const [from] = addressesOf(parsed.from)
  return {
    messageId: parsed.messageId ?? '',
    inReplyTo: idsIn(header('in-reply-to')),
    references: idsIn(header('references')),
    from: { address: from?.address ?? '', name: from?.name ?? '' },
    replyTo: addressesOf(parsed.replyTo)[0]?.address ?? '',
    to: [
      ...addressesOf(parsed.to, parsed.cc).map((a) => a.address),
      ...addressesIn(`${header('delivered-to')} ${header('x-original-to')} ${header('envelope-to')}`),
    ],
    subject: (parsed.subject ?? '').trim(),
    date: parsed.date,
    text: wordsOf(parsed),
    attachments: parsed.attachments,
    header,
    source: source.toString('latin1'),
  }
}

/** The plain text; that of the HTML when there is none. */
function wordsOf(parsed: ParsedMail): string {
  const text = (parsed.text ?? '').slice(0, MOST_TEXT).trim()
  return text || !parsed.html ? text : textOfHtml(parsed.html.slice(0, MOST_HTML)).slice(0, MOST_TEXT)
}

export function addressesIn(text: string): string[] {
  return (text.match(/[\w.!#$%&*+=?^{|}~-]+@[\w-]+(?:\.[\w-]+)+/g) ?? []).map((a) => a.toLowerCase())
}

function addressesOf(...fields: (AddressObject | AddressObject[] | undefined)[]) {
  return fields
    .flat()
    .flatMap((field) => field?.value ?? [])
    .flatMap((one) => (one.group ? one.group : [one]))
    .map((one) => ({ address: (one.address ?? '').trim().toLowerCase(), name: (one.name ?? '').trim() }))
    .filter((one) => one.address)
}

const idsIn = (text: string): string[] => text.match(/<[^<>\s]+>/g) ?? []

function headersOf(parsed: ParsedMail): (name: string) => string {
  const lines = new Map<string, string>()
  for (const { key, line } of parsed.headerLines) {
    const value = line
      .slice(line.indexOf(':') + 1)
      .replace(/\s+/g, ' ')
      .trim()
    lines.set(key, lines.has(key) ? `${lines.get(key)} ${value}` : value)
  }
  return (name) => lines.get(name) ?? ''
}

/**
 * The source with every label of the GB family saying GB18030, which contains them all: programs write GBK and GB18030 under the name gb2312.
 * A head with bare bytes that are no UTF-8 is read as GB18030, and so is a body without a label.
 */
function asGb18030(source: Buffer): Buffer {
  const text = source.toString('latin1')
  const split = /\r?\n\r?\n/.exec(text)
  const end = split ? split.index : text.length
  const head = relabelled(bareHead(source.subarray(0, end)))
  const rest = source.subarray(end)
  const body = /^(?:[^:]*content-type:)/im.test(rest.toString('latin1', 0, 1_000_000))
    ? Buffer.from(relabelled(rest.toString('latin1')), 'latin1')
    : rest
  const labelled = /charset/i.test(head) || /^content-type:\s*(?!text\/)/im.test(head) || !isBare(rest)
  const label = labelled ? '' : '\r\nContent-Type: text/plain; charset=gb18030'
  const without = label ? head.replace(/^content-type:.*(\r?\n[ \t].*)*\r?\n?/im, '').trimEnd() : head
  return Buffer.concat([Buffer.from(without + label, 'latin1'), body])
}

function relabelled(text: string): string {
  return text
    .replace(/(charset\s*=\s*"?)([\w-]+)/gi, (all, before: string, name: string) =>
      GB.test(name) ? `${before}gb18030` : all,
    )
    .replace(/=\?([\w-]+)\?([bq])\?/gi, (all, name: string, how: string) =>
      GB.test(name) ? `=?gb18030?${how}?` : all,
    )
}

/** The head as bytes of UTF-8 in latin1. */
function bareHead(head: Buffer): string {
  if (!isBare(head)) return head.toString('latin1')
  return Buffer.from(new TextDecoder('gb18030').decode(head)).toString('latin1')
}

/** Whether there are bytes beyond ASCII that are no UTF-8. */
function isBare(bytes: Buffer): boolean {
  if (bytes.every((b) => b < 0x80)) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return false
  } catch {
    return true
  }
}
