/** `npm run openapi`: writes web/staff/app/api.gen.ts, the types of the API, from the routes as the server declares them. Needs no database. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'
import { pino } from 'pino'
import type { Services } from '#platform/context'
import { buildServer } from '#platform/http/server'
import type { App } from '#platform/module'
import { declareActions } from '#platform/permissions'
import { loadModules } from '../main/modules.ts'
import { mountWeb } from '../main/web.ts'

export const CLIENT_TYPES = join(import.meta.dirname, '..', 'web', 'staff', 'app', 'api.gen.ts')

/** The API's document as /api/openapi.json gives it. */
export async function apiDocument(): Promise<OpenAPI3> {
  const server = await serverThatAnswersNobody()
  const document = server.swagger() as unknown as OpenAPI3
  await server.close()
  return document
}

/** The text of api.gen.ts. */
export async function clientTypes(): Promise<string> {
  const document = await apiDocument()
  nameKeys(document)
  const nodes = await openapiTS(document, { alphabetize: true })
  return `// Written by npm run openapi from the server's routes. Do not change by hand.\n\n${astToString(nodes)}`
}

/** The generator knows no `propertyNames`: a record over named keys becomes an object with these keys. */
function nameKeys(schema: unknown): void {
  if (typeof schema !== 'object' || schema === null) return
  const { propertyNames, additionalProperties } = schema as Record<string, { enum?: string[] }>
  if (propertyNames?.enum && additionalProperties) {
    Object.assign(schema, {
      properties: Object.fromEntries(propertyNames.enum.map((key) => [key, additionalProperties])),
      additionalProperties: false,
    })
  }
  for (const inner of Object.values(schema)) nameKeys(inner)
}

/** Routes only declare themselves while they are mounted, so nothing behind them has to be there. */
async function serverThatAnswersNobody(): Promise<App> {
  const modules = await loadModules()
  for (const module of modules) declareActions(module.actions)
  const nobody = async () => null
  const services = { log: pino({ level: 'silent' }) } as unknown as Services
  const doors = { session: nobody, apiKey: nobody }
  const server = await buildServer({ services, doors, trustProxy: false, photoBytes: 1, secure: false })
  await mountWeb(server, { services, modules, hub: null })
  await server.ready()
  return server
}

if (import.meta.main) {
  writeFileSync(CLIENT_TYPES, await clientTypes())
  console.log(CLIENT_TYPES)
}
