import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { IdParam } from '#contracts/kit'
import {
  AcceptInvitation,
  ChangePassword,
  InvitationView,
  Me,
  Preferences,
  SessionView,
  SignIn,
  TotpCode,
  TotpStart,
} from '#contracts/people'
import { staffOf } from '#platform/context'
import { refuseForeignOrigin, SESSION_COOKIE } from '#platform/http/server'
import type { App } from '#platform/module'
import { SESSION_LIMITS } from './find-session.ts'
import { acceptInvitation, viewInvitation } from './invitation.ts'
import { readMe } from './me.ts'
import type { Sender, SignedIn } from './open-session.ts'
import {
  changePassword,
  confirmTotp,
  dropTotp,
  endSession,
  listSessions,
  setPreferences,
  startTotp,
} from './own-account.ts'
import { signIn } from './sign-in.ts'

const open = { public: true } as const
const own = { signedIn: true } as const
export const Nothing = z.null()
const TokenParam = z.strictObject({ token: z.string().min(1).max(100) })

export function sessionRoutes(app: App): void {
  app.post(
    '/session',
    { config: open, schema: { body: SignIn, response: { 200: Me } } },
    async (req, reply) => {
      refuseForeignOrigin(req)
      return enter(req, reply, await signIn(req.ctx, req.body, senderOf(req)))
    },
  )
  app.get('/session', { config: own, schema: { response: { 200: Me } } }, (req) => readMe(req.ctx))
  app.delete('/session', { config: own, schema: { response: { 204: Nothing } } }, async (req, reply) => {
    await endSession(req.ctx, staffOf(req.ctx).sessionId)
    return reply.clearCookie(SESSION_COOKIE, { path: '/' }).code(204).send(null)
  })
  app.get('/sessions', { config: own, schema: { response: { 200: z.array(SessionView) } } }, (req) =>
    listSessions(req.ctx),
  )
  app.delete(
    '/sessions/:id',
    { config: own, schema: { params: IdParam, response: { 204: Nothing } } },
    async (req, reply) => {
      await endSession(req.ctx, req.params.id)
      return reply.code(204).send(null)
    },
  )
}

export function invitationRoutes(app: App): void {
  app.get(
    '/invitations/:token',
    { config: open, schema: { params: TokenParam, response: { 200: InvitationView } } },
    (req) => viewInvitation(req.ctx, req.params.token, senderOf(req)),
  )
  app.post(
    '/invitations/:token',
    { config: open, schema: { params: TokenParam, body: AcceptInvitation, response: { 200: Me } } },
    async (req, reply) => {
      refuseForeignOrigin(req)
      return enter(
        req,
        reply,
        await acceptInvitation(req.ctx, req.params.token, req.body.password, senderOf(req)),
      )
    },
  )
}

export function ownAccountRoutes(app: App): void {
  app.put(
    '/me/password',
    { config: own, schema: { body: ChangePassword, response: { 204: Nothing } } },
    async (req, reply) => {
      await changePassword(req.ctx, req.body)
      return reply.code(204).send(null)
    },
  )
  app.post('/me/totp', { config: own, schema: { response: { 200: TotpStart } } }, (req) => startTotp(req.ctx))
  app.put('/me/totp', { config: own, schema: { body: TotpCode, response: { 200: Me } } }, (req) =>
    confirmTotp(req.ctx, req.body.code),
  )
  app.delete('/me/totp', { config: own, schema: { body: TotpCode, response: { 200: Me } } }, (req) =>
    dropTotp(req.ctx, req.body.code),
  )
  app.patch('/me/preferences', { config: own, schema: { body: Preferences, response: { 200: Me } } }, (req) =>
    setPreferences(req.ctx, req.body),
  )
}

/** Gives the browser its session: unreadable to scripts, not sent along from other sites' forms. */
export function enter(req: FastifyRequest, reply: FastifyReply, { token, me }: SignedIn): Me {
  reply.setCookie(SESSION_COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: req.ctx.origin.startsWith('https://'),
    maxAge: SESSION_LIMITS.longestMs / 1000,
  })
  return me
}

export function senderOf(req: FastifyRequest): Sender {
  return { ip: req.ip, agent: req.headers['user-agent'] ?? '', token: req.cookies[SESSION_COOKIE] }
}
