import { type RawBuilder, sql } from 'kysely'
import type { Role } from '#contracts/people'
import type { Actor, ResolvedGrant } from './context.ts'
import type { Actions, Reach } from './module.ts'

/** What an actor may reach with one action. `shops: 'all'` is the brand; `own` adds what is assigned to the person. */
export type Scope = { shops: 'all' | string[]; own: boolean; staffId: string | null }

const matrix: Actions = {}

/** Called once by main with every module's rows; a doubled action is a mistake of ours. */
export function declareActions(actions: Actions): void {
  for (const [name, row] of Object.entries(actions)) matrix[name] = row
}

export function declaredActions(): Readonly<Actions> {
  return matrix
}

export function actionExists(action: string): boolean {
  return action in matrix
}

/** The actor's reach with an action, or null when none of the roles has it. */
export function scopeOf(actor: Actor, action: string): Scope | null {
  if (actor.kind === 'system') return { shops: 'all', own: false, staffId: null }
  if (actor.kind !== 'staff') return null
  const row = matrix[action]
  if (!row) return null
  const held = actor.grants.flatMap((grant) => {
    const reach = row.roles[grant.role]
    return reach ? [{ reach, grant }] : []
  })
  if (!held.length) return null
  return {
    shops: joinShops(held),
    own: held.some((h) => h.reach === 'own'),
    staffId: actor.staffId,
  }
}

function joinShops(held: { reach: Reach; grant: ResolvedGrant }[]): 'all' | string[] {
  const shops = new Set<string>()
  for (const { reach, grant } of held) {
    if (reach === 'own') continue
    if (grant.shops === 'all') return 'all'
    for (const shop of grant.shops) shops.add(shop)
  }
  return [...shops]
}

export function may(actor: Actor, action: string): boolean {
  return scopeOf(actor, action) !== null
}

/** Whether a record of `shopId` owned by `ownerId` is inside the scope; a record without a shop belongs to the whole brand. */
export function covers(
  scope: Scope | null,
  record: { shopId: string | null; ownerId?: string | null },
): boolean {
  if (!scope) return false
  if (scope.shops === 'all') return true
  if (record.shopId && scope.shops.includes(record.shopId)) return true
  return record.ownerId != null && record.ownerId === scope.staffId
}

/** Roles that somebody holds for a shop; what has no shop belongs to holders of the whole brand. */
export function rolesAt(actor: Actor, shopId: string | null): Role[] {
  if (actor.kind !== 'staff') return []
  const reaching = actor.grants.filter(
    ({ shops }) => shops === 'all' || (shopId !== null && shops.includes(shopId)),
  )
  return [...new Set(reaching.map((grant) => grant.role))]
}

/**
 * The scope as part of a query: there is no unscoped finder to forget.
 * An assignee always sees the own record, whatever the shop.
 */
export function inScope(scope: Scope | null, columns: { shop: string; owner?: string }): RawBuilder<boolean> {
  if (!scope) return sql<boolean>`false`
  if (scope.shops === 'all') return sql<boolean>`true`
  const shop = sql.ref(columns.shop)
  const byShop = scope.shops.length
    ? sql<boolean>`${shop} = any(${scope.shops}::uuid[])`
    : sql<boolean>`false`
  if (!columns.owner || !scope.staffId) return byShop
  return sql<boolean>`(${byShop} or ${sql.ref(columns.owner)} = ${scope.staffId}::uuid)`
}
