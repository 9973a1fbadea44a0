import { z } from 'zod'
import { IdParam } from '#contracts/kit'
import { Region, SaveRegion, SaveServiceLine, SaveShop, ServiceLine, Shop } from '#contracts/people'
import type { App } from '#platform/module'
import { withoutDefaults } from '../change-schema.ts'
import { changeServiceLine, readServiceLine } from './care-line.ts'
import { addRegion, changeRegion, listRegions } from './regions.ts'
import { addShop, changeShop, listShops } from './shops.ts'

const read = { can: 'people.readShops' }
const manageShops = { can: 'people.manageShops' }
const openShops = { can: 'people.openShops' }
const manageRegions = { can: 'people.manageRegions' }
const ChangeShop = withoutDefaults(SaveShop)

export function organisationRoutes(app: App): void {
  app.get('/regions', { config: read, schema: { response: { 200: z.array(Region) } } }, (req) =>
    listRegions(req.ctx),
  )
  app.post(
    '/regions',
    { config: manageRegions, schema: { body: SaveRegion, response: { 201: Region } } },
    async (req, reply) => reply.code(201).send(await addRegion(req.ctx, req.body.name)),
  )
  app.patch(
    '/regions/:id',
    { config: manageRegions, schema: { params: IdParam, body: SaveRegion, response: { 200: Region } } },
    (req) => changeRegion(req.ctx, req.params.id, req.body.name),
  )
  app.get('/service-line', { config: read, schema: { response: { 200: ServiceLine } } }, (req) =>
    readServiceLine(req.ctx),
  )
  app.put(
    '/service-line',
    {
      config: { can: 'people.manageServiceLine' },
      schema: { body: SaveServiceLine, response: { 200: ServiceLine } },
    },
    (req) => changeServiceLine(req.ctx, req.body),
  )
  app.get('/shops', { config: read, schema: { response: { 200: z.array(Shop) } } }, (req) =>
    listShops(req.ctx),
  )
  app.post(
    '/shops',
    { config: openShops, schema: { body: SaveShop, response: { 201: Shop } } },
    async (req, reply) => reply.code(201).send(await addShop(req.ctx, req.body)),
  )
  app.patch(
    '/shops/:id',
    { config: manageShops, schema: { params: IdParam, body: ChangeShop, response: { 200: Shop } } },
    (req) => changeShop(req.ctx, req.params.id, req.body),
  )
}
