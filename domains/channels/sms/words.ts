import { ChannelFault } from '../connect/channel-fault.ts'
import type { Outgoing } from '../connect/connector.ts'
import type { Carries, SmsSettings } from './settings.ts'
import type { Param } from './vendor.ts'

const ONE_PIECE = 70
const EACH_PIECE = 67
const MOST_SIGNS = 500

/** Pieces that a text is charged and sent as: up to 70 signs one, longer ones 67 each. Source: Aliyun's length rule. */
export function piecesOf(signs: number): number {
  return signs <= ONE_PIECE ? 1 : Math.ceil(signs / EACH_PIECE)
}

type Said = Pick<Outgoing, 'text' | 'ticket'>
export type Filled = { template: string; params: Param[]; text: string; pieces: number }

/**
 * The approved template for what a message is for, with its variables in order. An acknowledgement or notice without a template of its own uses the reply's,
 * a notice that is too long for that the acknowledgement's.
 * Shape: `text` is what the phone shows, signature included, as far as the template's wording is known.
 * Errors: tooLong with signs and pieces when it would not go out whole; cannotSend when there is nothing to say.
 */
export function fillTemplate(settings: SmsSettings, message: Outgoing): Filled {
  try {
    return fill(settings, templateFor(settings, message.purpose), message)
  } catch (fault) {
    const linked = leadsToPage(settings)
    if (message.purpose !== 'notice' || settings.noticeTemplate || !linked || !message.ticket) throw fault
    return fill(settings, linked, message)
  }
}

/** News too long for the reply's template: the acknowledgement's leads to the page that has them whole. */
function leadsToPage(s: SmsSettings): Template | null {
  const { acknowledgementTemplate: template, acknowledgementVariables: variables } = s
  const leads = variables.some((line) => ['progress', 'progressCode'].includes(readVariable(line).what))
  return template && leads ? { template, words: s.acknowledgementWords, variables } : null
}

/**
 * The same by the template for staff. Vendors refuse brackets in a variable, which stand for the signature, and empty ones.
 * Errors: tooLong, cannotSend.
 */
export function fillStaffTemplate(settings: SmsSettings, said: { text: string; number: string }): Filled {
  const { staffTemplate, staffWords, staffVariables } = settings
  const plain = said.text.replace(/[【】]/g, ' ')
  const ticket = { number: said.number || '-', title: plain, progress: '' }
  const used = { template: staffTemplate, words: staffWords, variables: staffVariables }
  return fill(settings, used, { text: plain, ticket }, true)
}

type Template = { template: string; words: string; variables: string[] }

function fill(
  settings: SmsSettings,
  { template, words, variables }: Template,
  message: Said,
  mayCut = false,
): Filled {
  const carried = variables.map(readVariable)
  const linked = mayCut || carried.some((v) => v.what === 'progress' || v.what === 'progressCode')
  const params = carried.map(({ name, what }) => ({
    name,
    value: cut(carriedValue(message, what), { what, linked, most: settings.variableMost }),
  }))
  const text = `【${settings.signName}】${render(words, params)}`
  const signs = [...text].length
  const pieces = piecesOf(signs)
  if (signs > MOST_SIGNS || pieces > settings.mostPieces)
    throw new ChannelFault('tooLong', { data: { signs, pieces } })
  return { template, params, text, pieces }
}

function templateFor(s: SmsSettings, purpose: Outgoing['purpose']): Template {
  const reply = { template: s.replyTemplate, words: s.replyWords, variables: s.replyVariables }
  if (purpose === 'acknowledgement' && s.acknowledgementTemplate)
    return {
      template: s.acknowledgementTemplate,
      words: s.acknowledgementWords,
      variables: s.acknowledgementVariables,
    }
  if (purpose === 'notice' && s.noticeTemplate)
    return { template: s.noticeTemplate, words: s.noticeWords, variables: s.noticeVariables }
  return reply
}

function readVariable(line: string): { name: string; what: Carries } {
  const at = line.indexOf('=')
  const what = line.slice(at + 1) as Carries
  return { name: at < 0 ? what : line.slice(0, at), what }
}

function carriedValue({ text, ticket }: Said, what: Carries): string {
  switch (what) {
    case 'number':
      return ticket?.number ?? ''
    case 'title':
      return ticket?.title ?? ''
    case 'progress':
      return ticket?.progress ?? ''
    case 'progressCode':
      return ticket?.progress.split('/').at(-1) ?? ''
    default: {
      const said = text.replace(/\s+/g, ' ').trim()
      if (!said) throw new ChannelFault('cannotSend')
      return said
    }
  }
}

/** Too long for a variable: cut when the same SMS leads to the whole of it, refused otherwise. */
function cut(
  value: string,
  { what, linked, most }: { what: Carries; linked: boolean; most: number },
): string {
  const signs = [...value]
  if (most === 0 || signs.length <= most || what === 'progress' || what === 'progressCode') return value
  if (what === 'title' || linked) return `${signs.slice(0, most - 1).join('')}…`
  throw new ChannelFault('tooLong', { data: { signs: signs.length, most } })
}

/** The template's wording with its variables filled in: `${name}` (Aliyun) or `{1}` (Tencent). Without wording the variables alone. */
function render(words: string, params: Param[]): string {
  if (!words) return params.map((p) => p.value).join('')
  return words
    .replace(/\$\{(\w+)\}/g, (_, name: string) => params.find((p) => p.name === name)?.value ?? '')
    .replace(/\{(\d)\}/g, (_, n: string) => params[Number(n) - 1]?.value ?? '')
}
