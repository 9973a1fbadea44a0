import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import type { Locale, Problem } from '#contracts/kit'
import { isDatabaseDown } from '../db/reach.ts'
import { AppError, httpErrors } from '../errors.ts'
import { pickLocale, sentence } from '../locale.ts'

const RETRY_LATER_S = 5
/** An answer never grows with what was sent. */
const MOST_ECHOED = 200
const PROBLEM_TYPE = 'application/problem+json; charset=utf-8'

/** Answers any error with a problem document (RFC 9457) in the reader's language. What only we can cause is a 500 without details. */
export function answerProblem(error: FastifyError, req: FastifyRequest, reply: FastifyReply): void {
  const known = asKnown(error)
  if (known.status >= 500)
    req.log.error({ err: error, url: req.routeOptions.url, requestId: req.id }, 'request failed')
  const locale = req.ctx?.locale ?? pickLocale(req.headers['accept-language'])
  if (known.status === 429) reply.header('retry-after', String(known.data.retryAfterS ?? 60))
  if (known.status === 503) reply.header('retry-after', String(RETRY_LATER_S))
  reply
    .code(known.status)
    .header('content-type', PROBLEM_TYPE)
    .serializer(JSON.stringify)
    .send(problemOf(known, locale))
}

/** Answers what is no HTTP request at all, or one with a head beyond every measure, and hangs up; its language cannot be known. */
export function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return
  const known =
    error.code === 'HPE_HEADER_OVERFLOW' ? httpErrors.tooLarge() : httpErrors.badInput({ problem: 'no HTTP' })
  hangUp(socket, error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? httpErrors.tooSlow() : known)
}

/** Answers a request that does not come to its end, and hangs up. */
export function answerTooSlow(socket: Socket): void {
  if (!socket.destroyed && socket.writable) hangUp(socket, httpErrors.tooSlow())
  socket.destroySoon()
}

function hangUp(socket: Socket, known: AppError): void {
  const body = JSON.stringify(problemOf(known, 'zh-CN'))
  socket.end(
    `HTTP/1.1 ${known.status} ${STATUS_CODES[known.status]}\r\ncontent-type: ${PROBLEM_TYPE}\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  )
}

function problemOf(known: AppError, locale: Locale): Problem {
  return {
    type: `urn:huiyin:problem:${known.code}`,
    title: known.code,
    status: known.status,
    code: known.code,
    detail: sentence(locale, 'errors', known.code, known.data),
    ...(known.field ? { field: known.field } : {}),
    ...(Object.keys(known.data).length ? { data: known.data } : {}),
  }
}

function asKnown(error: FastifyError): AppError {
  if (error instanceof AppError) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    const issue = error.validation[0]
    return httpErrors.badInput(
      { problem: (issue?.message ?? '').slice(0, MOST_ECHOED), where: error.validationContext ?? '' },
      issue && fieldOf(issue),
    )
  }
  if (isDatabaseDown(error)) return httpErrors.unavailable()
  return fromStatus(error)
}

type Issue = NonNullable<FastifyError['validation']>[number]

/** The path of the wrong field; of a field that nobody asked for its own name, which only the issue's keys carry. */
function fieldOf({ instancePath, params }: Issue): string | undefined {
  const path = instancePath.split('/').filter(Boolean)
  const [unknown] = Array.isArray(params.keys) ? (params.keys as string[]) : []
  return [...path, ...(unknown === undefined ? [] : [unknown])].join('.').slice(0, MOST_ECHOED) || undefined
}

function fromStatus(error: FastifyError): AppError {
  switch (error.statusCode) {
    case 400:
      return httpErrors.badInput({ problem: error.message.slice(0, MOST_ECHOED) })
    case 404:
      return httpErrors.notFound()
    case 413:
      return httpErrors.tooLarge({}, error.code === 'FST_REQ_FILE_TOO_LARGE' ? 'photo' : undefined)
    case 406:
    case 415:
      return httpErrors.wrongType({}, 'Content-Type')
    case 429:
      return httpErrors.tooMany()
    default:
      if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500)
        return httpErrors.badInput({ problem: error.message.slice(0, MOST_ECHOED) })
      return isBadData(error)
        ? httpErrors.badInput({ problem: 'this value cannot be stored' })
        : httpErrors.failed()
  }
}

/** PostgreSQL refuses NUL bytes and broken Unicode; that is the sender's mistake. */
function isBadData(error: FastifyError): boolean {
  return ['22021', '22P05', '22P02', '22003', '22008'].includes(error.code)
}
