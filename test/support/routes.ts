import type { z } from 'zod'
import type { Services } from '#platform/context'
import { buildServer } from '#platform/http/server'
import type { Module } from '#platform/module'
import { mountWeb } from '../../main/web.ts'

export type Route = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Without `/api`, for example `/shops/:id`. */
  path: string
  access: { can?: string; public?: true; signedIn?: true; apiScope?: string }
  body: z.ZodType | null
  query: z.ZodType | null
}

/** Every route under /api as the program declares it, also those of tomorrow: mounted once more on a server that answers nobody. */
export async function routesOf(services: Services, modules: Module[]): Promise<Route[]> {
  const nobody = async () => null
  const server = await buildServer({
    services,
    doors: { session: nobody, apiKey: nobody },
    trustProxy: false,
    photoBytes: 1,
    secure: false,
  })
  const routes: Route[] = []
  server.addHook('onRoute', (route) => {
    if (!route.url.startsWith('/api/')) return
    const schema = (route.schema ?? {}) as { body?: z.ZodType; querystring?: z.ZodType }
    for (const method of [route.method].flat()) {
      if (method === 'HEAD' || method === 'OPTIONS') continue
      routes.push({
        method: method as Route['method'],
        path: route.url.slice('/api'.length),
        access: (route.config ?? {}) as Route['access'],
        body: schema.body ?? null,
        query: schema.querystring ?? null,
      })
    }
  })
  const hub = { attach: () => {}, endSessions: () => {}, streams: () => 0, stop: async () => {} }
  await mountWeb(server, { services, modules, hub })
  await server.ready()
  await server.close()
  return routes
}
