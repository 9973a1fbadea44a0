import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import type { EventContract } from '#contracts/kit'
import type { Role } from '#contracts/people'
import type { Ctx, Services } from './context.ts'

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>

/** How far a role reaches with one action: the grant narrows it further (brand ⊃ region ⊃ shop); `own` is what is assigned to the person. */
export type Reach = 'brand' | 'shop' | 'own'
export type ActionRow = { roles: Partial<Record<Role, Reach>>; audit?: 'with reason' }
export type Actions = Record<string, ActionRow>

/** The permission matrix of one room: action → role → reach (G1). What is not declared is refused. */
export function defineActions<
  T extends Record<string, Partial<Record<Role, Reach>> & { audit?: 'with reason' }>,
>(rows: T): Actions {
  return Object.fromEntries(
    Object.entries(rows).map(([action, { audit, ...roles }]) => [
      action,
      audit ? { roles, audit } : { roles },
    ]),
  )
}

/** A background job: queued inside the transaction of its cause, run at least once, so `run` must be repeatable. */
export type JobContract<T extends z.ZodType = z.ZodType> = {
  name: string
  body: T
  tries: number
  run: (ctx: Ctx, body: z.infer<T>) => Promise<void>
}
export type Subscription = {
  event: string
  body: z.ZodType
  subscriber: string
  run: (ctx: Ctx, body: never) => Promise<void>
}
/** `subscriber` names the effect: with the event's id it is the key by which the effect happens once. */
export function on<T extends z.ZodType>(
  event: EventContract<T>,
  subscriber: string,
  run: (ctx: Ctx, body: z.infer<T>) => Promise<void>,
): Subscription {
  return { event: event.name, body: event.body, subscriber, run: run as Subscription['run'] }
}

/**
 * Something due by the clock: called about every second by each worker, over all brands; returns how much it did.
 * Shape: sweeps of one lane follow one another, lanes run beside each other: `long` work (thousands of tickets, a file) never holds up an alarm (`alarm`: what calls people at once),
 *        and neither do the plans of shops (`plan`), voices among many (`listen`), or a foreign service that is slow (`hear`, `post`, `poll`, `tell` for the staff, `call` for webhooks).
 */
export type Sweep = {
  name: string
  lane?: 'alarm' | 'due' | 'plan' | 'hear' | 'listen' | 'post' | 'poll' | 'tell' | 'call' | 'long'
  run: (services: Services) => Promise<number>
}

/** A task that stands as long as a worker does (a connection that is listened to); it begins anew by itself after faults. */
export type Standing = { name: string; start: (services: Services) => { stop: () => Promise<void> } }

export type Module = {
  name: string
  uses: readonly string[]
  actions: Actions
  routes: (app: App) => void
  jobs?: readonly JobContract[]
  on?: readonly Subscription[]
  sweeps?: readonly Sweep[]
  standing?: readonly Standing[]
}
export function defineModule(module: Module): Module {
  return module
}
