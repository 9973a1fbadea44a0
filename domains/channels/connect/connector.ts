import type { z } from 'zod'
import type { ConnectableKind } from '#contracts/channels/connect'
import type { PlatformOrder } from '#contracts/orders/outside'
import type { Ctx } from '#platform/context'
import type { ChannelFault } from './channel-fault.ts'

/** A request of a foreign service as it came: signatures are made over raw bytes. */
export type HookRequest = {
  method: string
  /** What follows the channel's own address, without a leading slash; empty for the address itself. */
  path: string
  query: Record<string, string>
  headers: Record<string, string>
  body: Buffer
  ip: string
}
export type HookAnswer = { status: number; type?: string; body?: string | Buffer }

/** One message of a service to be kept as it came. `externalId` is the service's own: the same again is the same message. */
export type Raw = {
  externalId: string
  /** Messages of one thread are read one after the other; empty: in any order. */
  thread: string
  /** Text or base64; read by the connector that wrote it, nobody else. */
  payload: unknown
}

/** Whom a message is from or goes to. `address` is what the service calls this person (openid, e-mail address, number) or thing (a review). */
export type Party = {
  address: string
  name?: string | undefined
  /** A phone number or e-mail address by which the customer is known elsewhere too. */
  contact?: string | undefined
}

/** A picture, recording, film or document of a message; `fetch` is called once, before anything is saved. */
export type Media = { name: string; mime: string; fetch: () => Promise<Buffer> }

/** How long, and how often, the service lets us write freely to this party after what has just been heard. */
export type Window = { endsAt: Date; left: number }

export type HeardMessage = {
  sort: 'message'
  from: Party
  text: string
  media?: Media[]
  /** Pictures that were uploaded to this channel before, by id. */
  kept?: string[]
  at?: Date
  stars?: number
  /** The brand's code of the shop, or its id, where the service knows it. */
  shopCode?: string | undefined
  shopId?: string | undefined
  place?: string | undefined
  orderNumber?: string | undefined
  /** `HY-<number>` when the message says itself which ticket it answers, and that is proven. */
  ticketNumber?: number | undefined
  /** The same without proof (a number in a subject): counts only when this party is already talking about that ticket. */
  ticketHint?: number | undefined
  /** Written by a machine (out of office): kept on the ticket, moves nothing. Opens no ticket. */
  automatic?: boolean
  /** Shown with the message: the address of the post, the product, the subject of the mail. */
  about?: Record<string, string>
  /** What the message repeats of earlier ones, cut off its words: kept beside them. */
  quoted?: string | undefined
  /** Opens a ticket of its own even when this party has an open one. */
  fresh?: boolean
  window?: Window
  /** The service's own deadline for an answer (a platform's complaint): shown on the ticket and never later than the clocks. */
  answerBy?: Date
  kind?: 'complaint' | 'inquiry' | 'praise' | 'suggestion'
  /**
   * What the connector needs again to answer in this conversation. `quiet: true`: it stands in public, or can be answered once,
   * or not at all; acknowledgements and notices are then not sent, and links to the customer's own page are left out of replies.
   */
  state?: Record<string, unknown>
  /** The same for answers on the ticket that the message goes to (the mail that is answered). */
  answerTo?: Record<string, unknown>
}

/**
 * Something that happened to one telephone call. Events come in any order and more than once; `seq` says which of two is the later one.
 * `number` is the customer's (empty: withheld), `extension` ours with the login name of whoever sits at it.
 */
export type HeardCall = {
  sort: 'call'
  callId: string
  /** `released`: it rings no longer at this extension. */
  event: 'ringing' | 'answered' | 'released' | 'ended' | 'recording'
  at: Date
  seq: number
  direction?: 'inbound' | 'outbound'
  number?: string
  dialled?: string
  queue?: string
  extension?: string
  login?: string
  talkS?: number
  recording?: { url?: string; name?: string; sha256?: string }
  /** false: says something only about a call that is known already. */
  opens?: boolean
}

/** What a connector has understood of one raw message. */
export type Heard =
  | HeardMessage
  | HeardCall
  /** The fate of something that we sent. */
  | {
      sort: 'receipt'
      externalId: string
      state: 'delivered' | 'read' | 'failed'
      problem?: string
      at?: Date
    }
  /** The party can be written to, or not any more. */
  | {
      sort: 'contact'
      from: Party
      /** Left out: as it was. Empty: can be written to. */
      unreachable?: string
      window?: Window
      shopCode?: string | undefined
      state?: Record<string, unknown>
    }
  /** Something happened at the service to what a ticket is about (refunded, withdrawn, decided): a line in its timeline. */
  | {
      sort: 'fact'
      from: Party
      fact: string
      data: Record<string, unknown>
      /** The service needs no answer of ours any more. */
      answered?: boolean
      /** Or wants one until then. */
      answerBy?: Date
      state?: Record<string, unknown>
    }
  /** What a platform says of an order; `order` is there when it tells the content as well. */
  | {
      sort: 'order'
      externalId: string
      event: 'placed' | 'confirmed' | 'delivered' | 'cancelled'
      shopCode?: string | undefined
      order: PlatformOrder | null
      reason: string
    }
  /** Understood and of no use to anybody here; `what` says what it was. */
  | { sort: 'noted'; what: string }

export type Address = {
  conversationId: string
  address: string
  state: Record<string, unknown>
  windowEndsAt: Date | null
  windowLeft: number | null
  /** `answerTo` of the last message that was heard on this message's ticket. */
  answerTo?: Record<string, unknown> | undefined
}

/** One message to a customer, as the outbox hands it over. */
export type Outgoing = {
  id: string
  to: Address
  text: string
  photos: { bytes: Buffer; mime: string; name: string }[]
  /** Of a message that takes several calls: how many parts went out on an earlier try, and what to call after each. It spends the window, too. */
  done: number
  partDone: () => Promise<void>
  /** What it is for, so that a service's template can be chosen. */
  purpose: 'reply' | 'acknowledgement' | 'notice'
  ticket: { number: string; title: string; progress: string } | null
  /** Deeds beside text: finish a complaint, decide a refund. */
  deed?: { name: string; data: Record<string, unknown> }
}
/** What the service calls the message; `used` of the window's allowance; `dropped`: why it was left unsent, so that nobody need act on it. */
export type Sent = {
  externalId: string | null
  usesWindow?: boolean
  state?: Record<string, unknown>
  dropped?: string
}

/** One step of "test the connection": either it holds, or the code of what is wrong (locales connect-<kind>: fault.<code>). */
export type CheckStep = { step: string; fault?: string; data?: Record<string, unknown> }

/** What a connector may use: nothing of it is global, so that a simulator can stand in for the service. */
export type Tools<S> = {
  ctx: Ctx
  channel: { id: string; name: string; kind: ConnectableKind }
  settings: S
  /** Public address that the service calls. */
  hookUrl: string
  /** Errors: ChannelFault: unreachable, timedOut, broken (5xx). The answer of any other status is returned. */
  http: (url: string, init?: RequestInit & { timeoutMs?: number }) => Promise<Response>
  /** One token for all processes; `renew` is called by one of them, five minutes before it ends, or at once when `stale` was refused. */
  token: (
    name: string,
    renew: () => Promise<{ token: string; expiresInS: number }>,
    stale?: string,
  ) => Promise<string>
  /** Takes `n` of what the service allows in a window; false when it is used up. Errors: none. */
  take: (name: string, most: number, windowS: number, n?: number) => Promise<boolean>
  fault: typeof ChannelFault
}

export type Poll<S> = {
  name: string
  everyS: (settings: S) => number
  /** Reads what is new since the cursor; what it returns is stored before the cursor moves. `again`: there is more, at once. */
  run: (
    tools: Tools<S>,
    cursor: Record<string, unknown>,
  ) => Promise<{ messages: Raw[]; cursor: Record<string, unknown>; again?: boolean }>
}

/** Where a listener puts what it hears. */
export type Ears = {
  /** The connection stands: the health line says so. */
  ready: () => Promise<void>
  /** Where the last one stopped; shared with the connector's first poll. */
  cursor: () => Promise<Record<string, unknown>>
  /** Stores what came, and with it where to go on from, in one transaction. */
  hear: (messages: Raw[], cursor?: Record<string, unknown>) => Promise<void>
}

/**
 * A task that runs as long as a worker does (an IMAP IDLE, a socket): started once per connected channel, by one worker at a time.
 * Errors: ChannelFault; it is begun again after a while, also when it ends by itself.
 */
export type Listener<S> = (tools: Tools<S>, ears: Ears, stopped: AbortSignal) => Promise<void>

/**
 * One kind of foreign service (I1). Pure of the database: what it hears is stored by `inbound`, what it sends comes from the outbox.
 * Errors: everything that goes wrong is a ChannelFault, whose code the channel's page explains.
 */
export type Connector<S = Record<string, unknown>> = {
  kind: ConnectableKind
  /** All settings, secrets included. Every field is text, number, boolean or a list of texts, with a default where there can be one. */
  settings: z.ZodType<S>
  /** Fields in the order of the page. */
  fields: readonly SetupField[]
  /** Whether customers can be written to through it. */
  sends: boolean
  /** Tries what the settings say, step by step, the first fault last. */
  check: (tools: Tools<S>) => Promise<CheckStep[]>
  /** Answers the service at once; `messages` are stored before the answer leaves. Errors: ChannelFault('forged') is answered with 403 and counted. */
  hook?: (tools: Tools<S>, request: HookRequest) => Promise<{ answer: HookAnswer; messages: Raw[] }>
  /** A line of HTML for the brand's own pages, where the connection is made by that instead of an address. */
  embed?: (origin: string, hook: string) => string
  polls?: readonly Poll<S>[]
  listen?: Listener<S>
  /** Errors: ChannelFault: `again` ones are tried later, others go to "needs a look". */
  read: (tools: Tools<S>, raw: Raw) => Promise<Heard[]>
  send?: (tools: Tools<S>, message: Outgoing) => Promise<Sent>
}

export type SetupField = {
  key: string
  sort: 'text' | 'secret' | 'number' | 'switch' | 'choice' | 'lines' | 'long'
  required?: boolean
  options?: readonly string[]
  /** An address: these secrets are used there, so none of them is kept when it changes. */
  carries?: readonly string[]
  /** Belongs to what is rarely changed: folded away on the page. */
  advanced?: boolean
  /** The reference marks it "check": the page says "confirm with the first real account". */
  confirm?: boolean
}

/** Keeps the type of the settings inside and lets the registry hold any of them. */
export function defineConnector<S>(connector: Connector<S>): Connector {
  return connector as unknown as Connector
}
