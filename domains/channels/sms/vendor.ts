import type { Phone } from './phone.ts'

export type Param = { name: string; value: string }
/** One SMS, ready for a vendor. `id` is our own, handed back by the vendor with its fate. */
export type Sms = { id: string; phone: Phone; template: string; params: Param[] }
/** What became of one of ours. `externalId` is what the vendor's receipts call it. */
export type Fate = {
  ourId: string
  externalId: string
  state: 'waiting' | 'delivered' | 'failed'
  problem: string
  at: Date | null
}
export type Reply = { phone: Phone; text: string; at: Date | null; key: string }

/**
 * One SMS vendor. Errors: ChannelFault, the same codes for the same trouble whoever the vendor is.
 * Shape: `send` returns what receipts will call the message; `fates` those sent to one number on one day (Shanghai).
 */
export type Vendor = {
  send: (sms: Sms) => Promise<string>
  fates: (phone: Phone, day: Date) => Promise<Fate[]>
  templateState: (code: string) => Promise<'approved' | 'waiting' | 'refused' | 'unknown'>
  /** Replies that wait at the vendor; empty where it only pushes. */
  replies: () => Promise<Reply[]>
}
