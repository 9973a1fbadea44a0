import { z } from 'zod'
import { Id, IdParam } from '#contracts/kit'
import {
  Batch,
  BatchInUse,
  HeldAt,
  HeldQuery,
  ItemKey,
  MenuItem,
  MenuQuery,
  MenuShop,
  SaveBatch,
  SaveItem,
  SaveShopItem,
  SaveStation,
  Station,
  StopSale,
  StopSaleView,
} from '#contracts/orders/menu'
import type { App } from '#platform/module'
import { closeBatch, openBatch, readBatches, readBatchesInUse, readHeldAt } from './batches.ts'
import { readMenu, readMenuShops, saveItem, saveShopItem } from './manage-menu.ts'
import { closeStation, readStations, saveStation } from './stations.ts'
import { liftStop, readStops, stopSale } from './stop-sale.ts'

const ShopItem = z.strictObject({ id: Id, itemId: Id })
const ShopBatch = z.strictObject({ id: Id, batchId: Id })
const ShopStation = z.strictObject({ id: Id, key: ItemKey })
const Made = z.object({ id: Id })

export function menuRoutes(app: App): void {
  const params = IdParam
  const read = { can: 'orders.readMenu' }
  const manage = { can: 'orders.manageMenu' }
  const run = { can: 'orders.runShop' }
  const stop = { can: 'orders.stopSale' }
  app.get(
    '/menu',
    { config: read, schema: { querystring: MenuQuery, response: { 200: z.array(MenuItem) } } },
    (req) => readMenu(req.ctx, req.query.shopId),
  )
  app.get('/menu/shops', { config: read, schema: { response: { 200: z.array(MenuShop) } } }, (req) =>
    readMenuShops(req.ctx),
  )
  app.post(
    '/menu',
    { config: manage, schema: { body: SaveItem, response: { 201: Made } } },
    async (req, reply) => reply.code(201).send({ id: await saveItem(req.ctx, null, req.body) }),
  )
  app.put(
    '/menu/:id',
    { config: manage, schema: { params, body: SaveItem, response: { 200: Made } } },
    async (req) => ({
      id: await saveItem(req.ctx, req.params.id, req.body),
    }),
  )
  app.put(
    '/shops/:id/menu/:itemId',
    { config: run, schema: { params: ShopItem, body: SaveShopItem, response: { 204: z.null() } } },
    async (req, reply) => {
      await saveShopItem(req.ctx, req.params.id, req.params.itemId, req.body)
      return reply.code(204).send(null)
    },
  )
  app.get(
    '/shops/:id/stations',
    { config: run, schema: { params, response: { 200: z.array(Station) } } },
    (req) => readStations(req.ctx, req.params.id),
  )
  app.put(
    '/shops/:id/stations',
    { config: run, schema: { params, body: SaveStation, response: { 200: z.array(Station) } } },
    (req) => saveStation(req.ctx, req.params.id, req.body),
  )
  app.delete(
    '/shops/:id/stations/:key',
    { config: run, schema: { params: ShopStation, response: { 204: z.null() } } },
    async (req, reply) => {
      await closeStation(req.ctx, req.params.id, req.params.key)
      return reply.code(204).send(null)
    },
  )
  app.get(
    '/shops/:id/batches',
    { config: run, schema: { params, response: { 200: z.array(Batch) } } },
    (req) => readBatches(req.ctx, req.params.id),
  )
  app.post(
    '/shops/:id/batches',
    { config: run, schema: { params, body: SaveBatch, response: { 204: z.null() } } },
    async (req, reply) => {
      await openBatch(req.ctx, req.params.id, req.body)
      return reply.code(204).send(null)
    },
  )
  app.delete(
    '/shops/:id/batches/:batchId',
    { config: run, schema: { params: ShopBatch, response: { 204: z.null() } } },
    async (req, reply) => {
      await closeBatch(req.ctx, req.params.id, req.params.batchId)
      return reply.code(204).send(null)
    },
  )
  app.get('/stop-sales', { config: read, schema: { response: { 200: z.array(StopSaleView) } } }, (req) =>
    readStops(req.ctx),
  )
  app.get(
    '/stop-sales/batches',
    { config: { can: 'orders.readBatches' }, schema: { response: { 200: z.array(BatchInUse) } } },
    (req) => readBatchesInUse(req.ctx),
  )
  app.get(
    '/stop-sales/shops',
    {
      config: { can: 'orders.readBatches' },
      schema: { querystring: HeldQuery, response: { 200: z.array(HeldAt) } },
    },
    (req) => readHeldAt(req.ctx, req.query),
  )
  app.post(
    '/stop-sales',
    { config: stop, schema: { body: StopSale, response: { 201: Made } } },
    async (req, reply) => reply.code(201).send({ id: await stopSale(req.ctx, req.body) }),
  )
  app.delete(
    '/stop-sales/:id',
    { config: stop, schema: { params, response: { 204: z.null() } } },
    async (req, reply) => {
      await liftStop(req.ctx, req.params.id)
      return reply.code(204).send(null)
    },
  )
}
