import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type {
  AcceptInvitation,
  ChangePassword,
  Me,
  Role,
  SessionView,
  Setup,
  SignIn,
} from '#contracts/people'
import { api } from '../../app/api.ts'
import { meQuery, setupQuery, welcome } from '../../app/session.ts'

export type SignInBody = z.infer<typeof SignIn>
export type SetupBody = z.infer<typeof Setup>
export type SessionRow = z.infer<typeof SessionView>
export type DemoLogin = { brand: string; name: string; role: Role; login: string; password: string }

/** People of the demo data who can be tried; empty on a real installation. */
export const demoLoginsQuery = queryOptions({
  queryKey: ['demo-logins'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: ({ signal }) => api.get('/api/demo-logins', { signal }),
})

export const invitationQuery = (token: string) =>
  queryOptions({
    queryKey: ['invitation', token],
    retry: false,
    queryFn: ({ signal }) => api.get('/api/invitations/{token}', { params: { path: { token } }, signal }),
  })

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => api.get('/api/sessions', { signal }),
})

export function useSignIn() {
  const enter = useEnter()
  return useMutation({
    meta: { public: true },
    mutationFn: (body: SignInBody) => api.post('/api/session', { body }),
    onSuccess: enter,
  })
}

export function useSetUp() {
  const enter = useEnter()
  const client = useQueryClient()
  return useMutation({
    meta: { public: true },
    mutationFn: (body: SetupBody) => api.post('/api/setup', { body }),
    onSuccess: async (me) => {
      await client.invalidateQueries({ queryKey: setupQuery.queryKey })
      await enter(me)
    },
  })
}

export function useAcceptInvitation(token: string) {
  const enter = useEnter()
  return useMutation({
    meta: { public: true },
    mutationFn: (body: z.infer<typeof AcceptInvitation>) =>
      api.post('/api/invitations/{token}', { params: { path: { token } }, body }),
    onSuccess: enter,
  })
}

export function useChangePassword() {
  return useMutation({
    mutationFn: (body: z.infer<typeof ChangePassword>) => api.put('/api/me/password', { body }),
  })
}

export function useStartTotp() {
  return useMutation({ mutationFn: () => api.post('/api/me/totp') })
}

/** Turns the second step on, or off; either takes a fresh code from the person's own device. */
export function useConfirmTotp() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ code, on }: { code: string; on: boolean }) =>
      on ? api.put('/api/me/totp', { body: { code } }) : api.delete('/api/me/totp', { body: { code } }),
    onSuccess: () => client.invalidateQueries({ queryKey: meQuery.queryKey }),
  })
}

export function useRevokeSession() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.delete('/api/sessions/{id}', { params: { path: { id } } }),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  })
}

/** What every way in ends with: nothing of an earlier person is kept, and their own language and theme apply. */
function useEnter() {
  const client = useQueryClient()
  return async (me: Me) => {
    client.clear()
    client.setQueryData(meQuery.queryKey, me)
    await welcome(me)
  }
}
