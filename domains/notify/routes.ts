import { z } from 'zod'
import { IdParam } from '#contracts/kit'
import {
  CreateRobot,
  DeliveryList,
  DeliveryQuery,
  NoticePreferences,
  OwnTest,
  Robot,
  SaveMailbox,
  SaveNoticePreferences,
  SaveRobot,
  SaveStaffCall,
  SaveStaffSms,
  SaveWecomApp,
  Senders,
  SubscribePush,
  TestResult,
} from '#contracts/notify'
import type { App } from '#platform/module'
import {
  readSenderSettings,
  saveMailbox,
  saveStaffCall,
  saveStaffSms,
  saveWecom,
  testSender,
} from './means/senders.ts'
import { readOwn, saveOwn, subscribe, unsubscribe } from './own/preferences.ts'
import { testOwn } from './own/test-own.ts'
import { createRobot, listRobots, removeRobot, saveRobot, testRobot } from './robots/robots.ts'
import { listDeliveries, retryDelivery } from './send/list-deliveries.ts'

const nothing = { 204: z.null() }
const manage = { can: 'notify.manage' } as const
const own = { signedIn: true } as const

export function robotRoutes(app: App): void {
  app.get('/robots', { config: manage, schema: { response: { 200: z.array(Robot) } } }, (req) =>
    listRobots(req.ctx),
  )
  app.post(
    '/robots',
    { config: manage, schema: { body: CreateRobot, response: { 201: Robot } } },
    async (req, reply) => reply.code(201).send(await createRobot(req.ctx, req.body)),
  )
  app.put(
    '/robots/:id',
    { config: manage, schema: { params: IdParam, body: SaveRobot, response: { 200: Robot } } },
    (req) => saveRobot(req.ctx, req.params.id, req.body),
  )
  app.delete(
    '/robots/:id',
    { config: manage, schema: { params: IdParam, response: nothing } },
    async (req, reply) => {
      await removeRobot(req.ctx, req.params.id)
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/robots/:id/test',
    { config: { ...manage, perMinute: 20 }, schema: { params: IdParam, response: { 200: TestResult } } },
    (req) => testRobot(req.ctx, req.params.id),
  )
}

export function senderRoutes(app: App): void {
  app.get('/notice-senders', { config: manage, schema: { response: { 200: Senders } } }, (req) =>
    readSenderSettings(req.ctx),
  )
  app.put(
    '/notice-senders/wecom',
    { config: manage, schema: { body: SaveWecomApp, response: { 200: Senders } } },
    (req) => saveWecom(req.ctx, req.body),
  )
  app.put(
    '/notice-senders/email',
    { config: manage, schema: { body: SaveMailbox, response: { 200: Senders } } },
    (req) => saveMailbox(req.ctx, req.body),
  )
  app.put(
    '/notice-senders/sms',
    { config: manage, schema: { body: SaveStaffSms, response: { 200: Senders } } },
    (req) => saveStaffSms(req.ctx, req.body),
  )
  app.put(
    '/notice-senders/call',
    { config: manage, schema: { body: SaveStaffCall, response: { 200: Senders } } },
    (req) => saveStaffCall(req.ctx, req.body),
  )
  for (const kind of ['wecom', 'email', 'sms', 'call'] as const)
    app.post(
      `/notice-senders/${kind}/test`,
      {
        config: { ...manage, perMinute: kind === 'call' ? 3 : 20 },
        schema: { response: { 200: TestResult } },
      },
      (req) => testSender(req.ctx, kind),
    )
  app.get(
    '/notice-deliveries',
    { config: manage, schema: { querystring: DeliveryQuery, response: { 200: DeliveryList } } },
    (req) => listDeliveries(req.ctx, req.query),
  )
  app.post(
    '/notice-deliveries/:id/again',
    { config: manage, schema: { params: IdParam, response: nothing } },
    async (req, reply) => {
      await retryDelivery(req.ctx, req.params.id)
      return reply.code(204).send(null)
    },
  )
}

export function ownNoticeRoutes(app: App): void {
  app.get('/me/notices', { config: own, schema: { response: { 200: NoticePreferences } } }, (req) =>
    readOwn(req.ctx),
  )
  app.put(
    '/me/notices',
    { config: own, schema: { body: SaveNoticePreferences, response: { 200: NoticePreferences } } },
    (req) => saveOwn(req.ctx, req.body),
  )
  app.post(
    '/me/notices/test',
    { config: { ...own, perMinute: 5 }, schema: { response: { 200: OwnTest } } },
    (req) => testOwn(req.ctx),
  )
  app.post(
    '/me/browsers',
    { config: own, schema: { body: SubscribePush, response: { 200: NoticePreferences } } },
    (req) => subscribe(req.ctx, req.body),
  )
  app.delete(
    '/me/browsers/:id',
    { config: own, schema: { params: IdParam, response: { 200: NoticePreferences } } },
    (req) => unsubscribe(req.ctx, req.params.id),
  )
}
