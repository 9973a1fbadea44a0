import { z } from 'zod'
import { findShopByCode } from '#domains/people'
import type { Ctx } from '#platform/context'
import { ChannelFault } from '../connect/channel-fault.ts'
import { type CheckStep, defineConnector, type Heard, type Raw } from '../connect/connector.ts'
import { CHAT_FIELDS, ChatSettings } from './settings.ts'
import type { Visitor } from './visitor.ts'

const Said = z.object({
  visitor: z.string(),
  clientId: z.string(),
  name: z.string().optional(),
  contact: z.string().optional(),
  site: z.string().default(''),
  text: z.string().default(''),
  photos: z.array(z.string()).default([]),
  /** The visitor left this phone number or e-mail address to be answered elsewhere. */
  left: z.string().optional(),
})
export type Said = z.infer<typeof Said>

/**
 * The chat window on the brand's own website. What visitors say comes in by the public routes and is threaded like any other message;
 * what is answered lies in the outbox, from where the widget fetches it.
 */
export const chat = defineConnector<ChatSettings>({
  kind: 'chat',
  settings: ChatSettings,
  fields: CHAT_FIELDS,
  sends: true,
  embed: (origin, hook) => `<script src="${origin}/widget.js" data-channel="${hook}" async></script>`,
  check: async ({ ctx, settings }) => {
    if (!settings.origins.length) return [{ step: 'origins', fault: 'noOrigin' }]
    const steps: CheckStep[] = [{ step: 'origins' }]
    if (settings.shopCode && !(await shopIsKnown(ctx, settings.shopCode)))
      return [...steps, { step: 'shop', fault: 'noShop', data: { code: settings.shopCode } }]
    steps.push({ step: 'hours' })
    return settings.identitySecret ? [...steps, { step: 'identity' }] : steps
  },
  read: async ({ settings }, raw): Promise<Heard[]> => {
    const said = Said.safeParse(raw.payload)
    if (!said.success) throw new ChannelFault('unreadable')
    const { visitor, name, contact, site, text, photos, left } = said.data
    const from = { address: visitor, name, contact: left ?? contact }
    const shopCode = settings.shopCode || undefined
    return [
      {
        sort: 'message',
        from,
        text: left ?? text,
        kept: photos,
        shopCode,
        about: site ? { website: site } : {},
      },
    ]
  },
  // The widget finds it in the outbox; that it was fetched and seen is told by the widget.
  send: async (_tools, message) => ({ externalId: message.id }),
})

function shopIsKnown(ctx: Ctx, code: string): Promise<boolean> {
  return ctx.transaction(async (tx) => (await findShopByCode(tx, code)) !== undefined)
}

/** The same words sent again are the same message: their id is the widget's. */
export function rawOf(visitor: Visitor, clientId: string, site: string, said: Partial<Said>): Raw {
  const { id, name, contact } = visitor
  return {
    externalId: `${id}:${clientId}`,
    thread: id,
    payload: { visitor: id, clientId, name, contact, site, ...said },
  }
}

/** What a stored message of a visitor says; null when it has been erased or cannot be read. */
export function saidIn(raw: { payload?: unknown } | null): Said | null {
  return Said.safeParse(raw?.payload).data ?? null
}

const PHONE = /^\+?\d[\d\s-]{5,18}\d$/
const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/

/** Whether this is a phone number or an e-mail address by which somebody can be answered. */
export function canBeAnswered(contact: string): boolean {
  return PHONE.test(contact) || MAIL.test(contact)
}
