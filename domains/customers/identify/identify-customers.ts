import { v7 as uuidv7 } from 'uuid'
import type { IdentityOrigin, PlatformKind } from '#contracts/customers'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { noteSuspicions } from '../match/suspicions.ts'
import { maskName, readContact } from './contact.ts'
import {
  type Claimed,
  claimIdentities,
  dropLosers,
  type GivenIdentity,
  type GivenPerson,
  insertNamed,
  nameNameless,
  noteDevices,
  proveIdentities,
} from './identity-data.ts'
import { knownBy, sealIdentity, sealPerson } from './read-identity.ts'

export type Sender = {
  contact?: string | undefined
  name?: string | undefined
  /** How we know the contact; left out: somebody typed it. */
  proof?: IdentityOrigin | undefined
  /** What the channel itself calls this person; the first one that is known says whose file it is. */
  known?: readonly { kind: PlatformKind; value: string }[] | undefined
  /** The browser or phone it came from: proves nothing. */
  device?: string | undefined
  language?: string | undefined
}
export type Identified = {
  customerId: string | null
  name: string
  fullName: string
  /** The file was made now. */
  fresh: boolean
  /** Only a contact that anybody may have typed led to a file that was there before: nothing of it may be told to whoever wrote. */
  unproven: boolean
}

type Plan = Sender & { n: number; customerId: string; deciding: string[]; others: string[] }

/**
 * Attributes each sender to a customer (I3): by what the channel itself says, otherwise by phone or e-mail, to the one who has it; a bare name to a new file,
 * nothing to nobody. A typed contact changes nothing in a file that it only leads to. A contact that was only typed beside a proven identity decides nothing: when it is somebody else's, both files are proposed as one.
 * Shape: same order and length as `senders`; `name` is what staff see (masked); `fullName` as given now or on file, never to be stored in the clear.
 *        `customerId` is the owner of the identity, also when that file is merged into another (headOf).
 */
export async function identifyCustomers(tx: Tx, ctx: Ctx, senders: readonly Sender[]): Promise<Identified[]> {
  const at = ctx.now()
  const identities = new Map<string, GivenIdentity>()
  const people: GivenPerson[] = []
  const plans = senders.map((sender, n) => planFor(ctx, sender, n, identities, people))
  const bare = people.filter((p) => !plans[p.n]!.deciding.length)
  await insertNamed(tx, ctx.actor.brandId, at, bare)
  const claimed = identities.size
    ? await claimIdentities(
        tx,
        ctx.actor.brandId,
        at,
        people.filter((p) => plans[p.n]!.deciding.length),
        [...identities.values()].sort((a, b) => (a.value_index < b.value_index ? -1 : 1)),
      )
    : new Map<string, Claimed>()
  const owners = plans.map((plan) => ownerOf(plan, claimed))
  await settle(tx, ctx, { plans, owners, claimed, identities })
  return plans.map((plan, n) => {
    const known = plan.deciding.map((index) => claimed.get(index)).find((one) => one?.known)
    const first = identities.get(plan.deciding[0] ?? '')
    const contact = plan.contact ? readContact(plan.contact).masked : ''
    return {
      customerId: owners[n]!,
      name: maskName(plan.name ?? '') || contact || known?.name_masked || '',
      fullName: plan.name || ctx.keys.open(ctx.actor.brandId, known?.name_enc ?? null),
      fresh: owners[n] === plan.customerId && (first === undefined || first.n === n),
      unproven: isUnproven(plan, claimed),
    }
  })
}

function planFor(
  ctx: Ctx,
  sender: Sender,
  n: number,
  identities: Map<string, GivenIdentity>,
  people: GivenPerson[],
): Plan {
  const customerId = uuidv7()
  const proven = (sender.known ?? []).map((k) =>
    sealIdentity(ctx, knownBy(k.kind, k.value), 'channel' as const),
  )
  const contact = sender.contact
    ? [sealIdentity(ctx, readContact(sender.contact), sender.proof ?? 'typed')]
    : []
  const contactDecides = !proven.length || (sender.proof !== undefined && sender.proof !== 'typed')
  const all = [...proven, ...contact]
  const decides = (rank: number) => rank < proven.length || contactDecides
  const first = all[0] && identities.get(all[0].value_index)
  all.forEach((identity, rank) => {
    if (identities.has(identity.value_index)) return
    // Two words of one person that are taken together make one file.
    const own = first ? { n: first.n, customer_id: first.customer_id } : { n, customer_id: customerId }
    identities.set(identity.value_index, { ...identity, ...own, rank, decides: decides(rank) })
  })
  if (!first && (all.length || sender.name))
    people.push({
      n,
      customer_id: customerId,
      ...sealPerson(ctx, sender.name ?? ''),
      language: sender.language ?? null,
    })
  return {
    ...sender,
    n,
    customerId: first?.customer_id ?? customerId,
    deciding: all.filter((_, rank) => decides(rank)).map((i) => i.value_index),
    others: all.filter((_, rank) => !decides(rank)).map((i) => i.value_index),
  }
}

/** The first known identity's customer; of somebody new whoever got the first one. */
function ownerOf(plan: Plan, claimed: ReadonlyMap<string, Claimed>): string | null {
  const found = plan.deciding.flatMap((index) => claimed.get(index) ?? [])
  const owner = found.find((one) => one.known) ?? found[0]
  return owner?.customer_id ?? (plan.name ? plan.customerId : null)
}

/** Whether nothing but a typed contact led to a file that was there before. */
function isUnproven(
  { known, proof = 'typed', deciding }: Plan,
  claimed: ReadonlyMap<string, Claimed>,
): boolean {
  return !known?.length && proof === 'typed' && deciding.some((index) => claimed.get(index)?.known)
}

/** The same, where somebody has proven meanwhile whose contact it is. */
function isStranger(plan: Plan, claimed: ReadonlyMap<string, Claimed>): boolean {
  const theirs = (index: string) => (claimed.get(index)?.proof ?? 'typed') !== 'typed'
  return isUnproven(plan, claimed) && plan.deciding.some(theirs)
}

type Taken = {
  plans: Plan[]
  owners: (string | null)[]
  claimed: ReadonlyMap<string, Claimed>
  identities: ReadonlyMap<string, GivenIdentity>
}

/** What rarely follows: lost races, names for the nameless, better proofs, files that may be one person's. */
async function settle(tx: Tx, ctx: Ctx, { plans, owners, claimed, identities }: Taken): Promise<void> {
  const known = (plan: Plan) => plan.deciding.some((index) => claimed.get(index)?.known)
  const lost = plans.flatMap((plan, n) =>
    plan.deciding.length && !known(plan) && owners[n] !== plan.customerId
      ? [{ from: plan.customerId, to: owners[n]! }]
      : [],
  )
  await dropLosers(tx, lost)
  const nameless = plans.flatMap((plan, n) =>
    plan.name &&
    !isStranger(plan, claimed) &&
    plan.deciding.some((index) => claimed.get(index)?.known && !claimed.get(index)?.name_enc)
      ? [{ customer_id: owners[n]!, ...sealPerson(ctx, plan.name) }]
      : [],
  )
  await nameNameless(tx, ctx.now(), nameless)
  const better = [...identities.values()].filter(
    (i) => i.proof !== 'typed' && claimed.get(i.value_index)?.proof === 'typed',
  )
  await proveIdentities(tx, better)
  const doubtful = plans.flatMap((plan, n) =>
    [...plan.deciding, ...plan.others].flatMap((index) => {
      const other = claimed.get(index)?.customer_id
      const owner = owners[n]
      if (!owner || !other || other === owner || other === plan.customerId) return []
      return [
        { one: owner, other, what: plan.others.includes(index) ? ('typed' as const) : ('said' as const) },
      ]
    }),
  )
  await noteSuspicions(tx, ctx, doubtful)
  const devices = plans.flatMap((plan, n) =>
    plan.device && owners[n] && !isStranger(plan, claimed)
      ? [
          {
            customer_id: owners[n],
            index: ctx.keys.blindIndex(ctx.actor.brandId, 'device', plan.device).toString('hex'),
          },
        ]
      : [],
  )
  await noteDevices(tx, ctx.actor.brandId, ctx.now(), devices)
}
