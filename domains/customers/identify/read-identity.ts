import { v7 as uuidv7 } from 'uuid'
import type { IdentityKind, IdentityOrigin } from '#contracts/customers'
import type { Ctx } from '#platform/context'
import { foldText } from '#platform/fold-text'
import { maskName, readContact } from './contact.ts'
import type { GivenIdentity, GivenPerson } from './identity-data.ts'

export type Keyed = Pick<Ctx, 'keys' | 'actor'>
type Known = { kind: IdentityKind; value: string; masked: string }

const LAST_DIGITS = 4
const WHOLE_NUMBER = 7

/** What a platform calls a person says nothing to people: both ends, so that two can be told apart. */
export function maskPlatformId(value: string): string {
  return value.length > 8 ? `${value.slice(0, 3)}***${value.slice(-3)}` : `${value.slice(0, 1)}***`
}

/** An identity as it is kept: sealed, masked, and found by a keyed hash; a phone also by that of its last four digits. */
export function sealIdentity(
  ctx: Keyed,
  { kind, value, masked }: Known,
  proof: IdentityOrigin,
): Pick<
  GivenIdentity,
  'identity_id' | 'kind' | 'value_index' | 'value_enc' | 'masked' | 'proof' | 'tail_index'
> {
  const { brandId } = ctx.actor
  const tail = kind === 'phone' && value.length >= WHOLE_NUMBER ? value.slice(-LAST_DIGITS) : null
  return {
    identity_id: uuidv7(),
    kind,
    value_index: ctx.keys.blindIndex(brandId, kind, value).toString('hex'),
    value_enc: ctx.keys.seal(brandId, value)!.toString('hex'),
    masked,
    proof,
    tail_index: tail && tailIndex(ctx, tail).toString('hex'),
  }
}

export function knownBy(kind: IdentityKind, value: string): Known {
  if (kind === 'phone' || kind === 'email') return readContact(value)
  return { kind, value: value.trim(), masked: maskPlatformId(value.trim()) }
}

export function sealPerson(
  ctx: Keyed,
  name: string,
): Pick<GivenPerson, 'name_enc' | 'name_masked' | 'name_index'> {
  return {
    name_enc: ctx.keys.seal(ctx.actor.brandId, name)?.toString('hex') ?? null,
    name_masked: maskName(name),
    name_index: nameIndex(ctx, name)?.toString('hex') ?? null,
  }
}

export function tailIndex(ctx: Keyed, digits: string): Buffer {
  return ctx.keys.blindIndex(ctx.actor.brandId, 'phone tail', digits)
}

/** A surname alone is no name. */
export function nameIndex(ctx: Keyed, name: string): Buffer | null {
  const letters = foldText(name).replace(/[^\p{L}\p{N}]/gu, '')
  return [...letters].length >= 2 ? ctx.keys.blindIndex(ctx.actor.brandId, 'name', letters) : null
}
