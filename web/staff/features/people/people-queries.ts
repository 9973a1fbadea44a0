import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type {
  Absence,
  Invitation,
  Region,
  SaveAbsence,
  SaveRegion,
  SaveServiceLine,
  SaveShop,
  SaveStaff,
} from '#contracts/people'
import { api } from '../../app/api.ts'

export type RegionView = z.infer<typeof Region>
export type ShopForm = z.input<typeof SaveShop>
export type StaffForm = z.input<typeof SaveStaff>
export type AbsenceView = z.infer<typeof Absence>
export type InvitationLink = z.infer<typeof Invitation>

export const shopsQuery = queryOptions({
  queryKey: ['shops'],
  queryFn: ({ signal }) => api.get('/api/shops', { signal }),
})

/** Where on the shops' page the number for customers is changed. */
export const SERVICE_LINE = 'service-line'

export const serviceLineQuery = queryOptions({
  queryKey: ['service-line'],
  queryFn: ({ signal }) => api.get('/api/service-line', { signal }),
})

export const regionsQuery = queryOptions({
  queryKey: ['regions'],
  queryFn: ({ signal }) => api.get('/api/regions', { signal }),
})

export const staffQuery = queryOptions({
  queryKey: ['staff'],
  queryFn: ({ signal }) => api.get('/api/staff', { signal }),
})

export const absencesQuery = (staffId: string) =>
  queryOptions({
    queryKey: ['staff', staffId, 'absences'],
    queryFn: ({ signal }) =>
      api.get('/api/staff/{id}/absences', { params: { path: { id: staffId } }, signal }),
  })

/** Adds a shop, or changes the one with the id. */
export function useSaveShop() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: ({ id, shop }: { id: string | null; shop: ShopForm }) =>
      id
        ? api.patch('/api/shops/{id}', { params: { path: { id } }, body: shop })
        : api.post('/api/shops', { body: shop }),
    onSuccess: () => refresh('shops', 'regions'),
  })
}

export function useSaveServiceLine() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (body: z.input<typeof SaveServiceLine>) => api.put('/api/service-line', { body }),
    onSuccess: () => refresh('service-line'),
  })
}

/** Adds a region, or renames the one with the id. */
export function useSaveRegion() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: ({ id, name }: { id: string | null; name: string }) => {
      const body: z.infer<typeof SaveRegion> = { name }
      return id
        ? api.patch('/api/regions/{id}', { params: { path: { id } }, body })
        : api.post('/api/regions', { body })
    },
    onSuccess: () => refresh('shops', 'regions'),
  })
}

/** Adds a person, or changes the one with the id. */
export function useSaveStaff() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: ({ id, staff }: { id: string | null; staff: StaffForm }) =>
      id
        ? api.patch('/api/staff/{id}', { params: { path: { id } }, body: staff })
        : api.post('/api/staff', { body: staff }),
    onSuccess: () => refresh('staff'),
  })
}

/** Makes a fresh invitation link; the older one no longer works. */
export function useInvite() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (staffId: string) =>
      api.post('/api/staff/{id}/invitation', { params: { path: { id: staffId } } }),
    onSuccess: () => refresh('staff'),
  })
}

/** Locks somebody out, or lets them in again. */
export function useLock() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: ({ staffId, locked }: { staffId: string; locked: boolean }) =>
      locked
        ? api.put('/api/staff/{id}/lock', { params: { path: { id: staffId } } })
        : api.delete('/api/staff/{id}/lock', { params: { path: { id: staffId } } }),
    onSuccess: () => refresh('staff'),
  })
}

export function useAddAbsence(staffId: string) {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (body: z.input<typeof SaveAbsence>) =>
      api.post('/api/staff/{id}/absences', { params: { path: { id: staffId } }, body }),
    onSuccess: () => refresh('staff'),
  })
}

export function useRemoveAbsence(staffId: string) {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (absenceId: string) =>
      api.delete('/api/staff/{id}/absences/{absenceId}', { params: { path: { id: staffId, absenceId } } }),
    onSuccess: () => refresh('staff'),
  })
}

function useRefresh() {
  const client = useQueryClient()
  return (...keys: string[]) => Promise.all(keys.map((key) => client.invalidateQueries({ queryKey: [key] })))
}
