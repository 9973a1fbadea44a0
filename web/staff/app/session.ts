import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Me, Preferences } from '#contracts/people'
import { setHouseZone } from '../ui/house-zone.ts'
import { applyTheme } from '../ui/theme.ts'
import { ApiProblem, api } from './api.ts'
import { changeLocale } from './i18n.ts'
import { forgetAnswers } from './offline-worker.ts'

/** Null: nobody is signed in. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  staleTime: 5 * 60_000,
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      const me: Me = await api.get('/api/session', { signal })
      setHouseZone(me.brand.zone)
      return me
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) return null
      throw error
    }
  },
})

export const setupQuery = queryOptions({
  queryKey: ['setup'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: ({ signal }) => api.get('/api/setup', { signal }),
})

/** The signed-in person; only under the signed-in routes, where the router has already made sure there is one. */
export function useMe(): Me {
  const { data } = useSuspenseQuery(meQuery)
  if (!data) throw new ApiProblem({ status: 401, code: 'web.signedOut', detail: '' })
  return data
}

/** Whether the signed-in person holds the action anywhere; screens draw what this says and never work it out again. */
export function useCan(action: string): boolean {
  return useMe().can.includes(action)
}

/** Saves language, theme or absence; the look changes at once, the answer is the server's. */
export function useSavePreferences() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: z.infer<typeof Preferences>) => api.patch('/api/me/preferences', { body: change }),
    onMutate: async (change) => {
      if (change.theme) window.dispatchEvent(new CustomEvent('huiyin:theme', { detail: change.theme }))
      if (change.locale) await changeLocale(change.locale)
    },
    onSuccess: (me, change) => {
      client.setQueryData(meQuery.queryKey, me)
      // What the server has worded is asked for again in the new language.
      if (change.locale) void client.invalidateQueries()
    },
  })
}

/** What must happen on this machine once somebody has signed in: their language and their theme. */
export async function welcome(me: Me): Promise<void> {
  setHouseZone(me.brand.zone)
  applyTheme(me.theme)
  window.dispatchEvent(new CustomEvent('huiyin:theme', { detail: me.theme }))
  await changeLocale(me.locale)
}

export function useSignOut() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => api.delete('/api/session'),
    onSettled: () => {
      client.clear()
      void forgetAnswers()
      window.location.assign('/sign-in')
    },
  })
}

/** The brand's time zone: every instant on a screen is shown in it. */
export function useZone(): string {
  return useMe().brand.zone
}
