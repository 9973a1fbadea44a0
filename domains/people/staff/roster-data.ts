import { sql } from 'kysely'
import type { Locale } from '#contracts/kit'
import type { Role, Shop, Week } from '#contracts/people'
import type { Tx } from '#platform/db/database'

type StoredShop = {
  id: string
  code: string
  name: string
  zone: string
  hours: Week
  state: Shop['state']
  regionId: string
}
type StoredPerson = {
  id: string
  name: string
  locale: Locale
  duty: Week
  free: boolean
  capacity: number | null
  away: boolean
  absentUntil: string | null
  deputyId: string | null
  grants: { role: Role; regionId: string | null; shopId: string | null }[]
}
export type StoredRoster = { zone: string; shops: StoredShop[]; people: StoredPerson[] }

/** The whole brand for routing in one round trip: a few hundred shops and people at most. */
export async function readRoster(tx: Tx, at: Date): Promise<StoredRoster> {
  const { rows } = await sql<StoredRoster>`
    select
      (select zone from platform.brand where id = platform.brand()) as zone,
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'code', code, 'name', name, 'zone', zone,
          'hours', hours, 'state', state, 'regionId', region_id) order by code), '[]') from people.shop) as shops,
      (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'locale', s.locale, 'duty', s.duty,
          'free', not s.away and a.staff_id is null, 'capacity', s.capacity, 'away', s.away, 'absentUntil', a.until, 'deputyId', a.deputy, 'grants', coalesce(g.grants, '[]')) order by s.id), '[]')
        from people.staff s
        left join (
          select staff_id, jsonb_agg(jsonb_build_object('role', role, 'regionId', region_id, 'shopId', shop_id) order by id) as grants
          from people.staff_grant group by staff_id) g on g.staff_id = s.id
        left join (select staff_id, max(to_at) as until, (array_agg(deputy_id order by to_at desc) filter (where deputy_id is not null))[1] as deputy
          from people.absence where from_at <= ${at} and to_at > ${at} group by staff_id) a on a.staff_id = s.id
        where s.state = 'active') as people`.execute(tx)
  return rows[0]!
}

/** Name and duty of these people, at most a shop's worth; locked and invited ones are not at work. */
export async function readDuties(
  tx: Tx,
  ids: readonly string[],
  at: Date,
): Promise<{ id: string; name: string; duty: Week; free: boolean; zone: string }[]> {
  const { rows } = await sql<{
    id: string
    name: string
    duty: Week
    free: boolean
    zone: string
  }>`/* kept plan */
    select s.id, s.name, s.duty, b.zone, s.state = 'active' and not s.away and not exists (select from people.absence a
      where a.brand_id = s.brand_id and a.staff_id = s.id and a.from_at <= ${at} and a.to_at > ${at}) as free
    from people.staff s join platform.brand b on b.id = s.brand_id where s.id = any(${[...ids]}::uuid[])`.execute(
    tx,
  )
  return rows
}

type RotaRow = {
  id: string
  name: string
  duty: Week
  zone: string
  active: boolean
  absences: { from: string; to: string }[]
}

/** Duty week and absences of these people between two instants, at most a shop's worth. */
export async function readRota(tx: Tx, ids: readonly string[], from: Date, to: Date): Promise<RotaRow[]> {
  const { rows } = await sql<RotaRow>`
    select s.id, s.name, s.duty, b.zone, s.state = 'active' as active,
      coalesce((select jsonb_agg(jsonb_build_object('from', a.from_at, 'to', a.to_at)) from people.absence a
        where a.brand_id = s.brand_id and a.staff_id = s.id and a.from_at < ${to} and a.to_at > ${from}), '[]') as absences
    from people.staff s join platform.brand b on b.id = s.brand_id where s.id = any(${[...ids]}::uuid[]) order by s.name`.execute(
    tx,
  )
  return rows
}
