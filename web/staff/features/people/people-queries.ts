import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type {
  Absence,
  Invitation,
  Region,
  SaveAbsence,
  SaveRegion,
  SaveShop,
  SaveStaff,
  Shop,
  Staff,
} from '#contracts/people'
import { request } from '../../app/api.ts'

export type RegionView = z.infer<typeof Region>
export type ShopForm = z.input<typeof SaveShop>
export type StaffForm = z.input<typeof SaveStaff>
export type AbsenceView = z.infer<typeof Absence>
export type InvitationLink = z.infer<typeof Invitation>

export const shopsQuery = queryOptions({
  queryKey: ['shops'],
  queryFn: ({ signal }) => request<Shop[]>('GET', '/shops', { signal }),
})

export const regionsQuery = queryOptions({
  queryKey: ['regions'],
  queryFn: ({ signal }) => request<RegionView[]>('GET', '/regions', { signal }),
})

export const staffQuery = queryOptions({
  queryKey: ['staff'],
  queryFn: ({ signal }) => request<Staff[]>('GET', '/staff', { signal }),
})

export const absencesQuery = (staffId: string) =>
  queryOptions({
    queryKey: ['staff', staffId, 'absences'],
    queryFn: ({ signal }) => request<AbsenceView[]>('GET', `/staff/${staffId}/absences`, { signal }),
  })

/** Adds a shop, or changes the one with the id. */
export function useSaveShop() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: ({ id, shop }: { id: string | null; shop: ShopForm }) =>
      id
        ? request<Shop>('PATCH', `/shops/${id}`, { body: shop })
        : request<Shop>('POST', '/shops', { body: shop }),
    onSuccess: () => refresh('shops', 'regions'),
  })
}

/** Adds a region, or renames the one with the id. */
export function useSaveRegion() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: ({ id, name }: { id: string | null; name: string }) => {
      const body: z.infer<typeof SaveRegion> = { name }
      return id
        ? request<RegionView>('PATCH', `/regions/${id}`, { body })
        : request<RegionView>('POST', '/regions', { body })
    },
    onSuccess: () => refresh('shops', 'regions'),
  })
}

/** Adds a person, or changes the one with the id. */
export function useSaveStaff() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: ({ id, staff }: { id: string | null; staff: Partial<StaffForm> }) =>
      id
        ? request<Staff>('PATCH', `/staff/${id}`, { body: staff })
        : request<Staff>('POST', '/staff', { body: staff }),
    onSuccess: () => refresh('staff'),
  })
}

/** Makes a fresh invitation link; the older one no longer works. */
export function useInvite() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (staffId: string) => request<InvitationLink>('POST', `/staff/${staffId}/invitation`),
    onSuccess: () => refresh('staff'),
  })
}

/** Locks somebody out, or lets them in again. */
export function useLock() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: ({ staffId, locked }: { staffId: string; locked: boolean }) =>
      request<unknown>(locked ? 'PUT' : 'DELETE', `/staff/${staffId}/lock`),
    onSuccess: () => refresh('staff'),
  })
}

export function useAddAbsence(staffId: string) {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (body: z.input<typeof SaveAbsence>) =>
      request<AbsenceView>('POST', `/staff/${staffId}/absences`, { body }),
    onSuccess: () => refresh('staff'),
  })
}

export function useRemoveAbsence(staffId: string) {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (absenceId: string) => request<void>('DELETE', `/staff/${staffId}/absences/${absenceId}`),
    onSuccess: () => refresh('staff'),
  })
}

function useRefresh() {
  const client = useQueryClient()
  return (...keys: string[]) => Promise.all(keys.map((key) => client.invalidateQueries({ queryKey: [key] })))
}
