import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import type { Problem } from '#contracts/kit'
import { AppError, httpErrors } from '../errors.ts'
import { pickLocale, sentence } from '../locale.ts'

const RETRY_LATER_S = 5

/** Answers any error with a problem document (RFC 9457) in the reader's language. What only we can cause is a 500 without details. */
export function answerProblem(error: FastifyError, req: FastifyRequest, reply: FastifyReply): void {
  const known = asKnown(error)
  if (known.status >= 500)
    req.log.error({ err: error, url: req.routeOptions.url, requestId: req.id }, 'request failed')
  const locale = req.ctx?.locale ?? pickLocale(req.headers['accept-language'])
  const problem: Problem = {
    type: `urn:huiyin:problem:${known.code}`,
    title: known.code,
    status: known.status,
    code: known.code,
    detail: sentence(locale, 'errors', known.code, known.data),
    ...(known.field ? { field: known.field } : {}),
    ...(Object.keys(known.data).length ? { data: known.data } : {}),
  }
  if (known.status === 429) reply.header('retry-after', String(known.data.retryAfterS ?? 60))
  if (known.status === 503) reply.header('retry-after', String(RETRY_LATER_S))
  reply
    .code(known.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(problem)
}

function asKnown(error: FastifyError): AppError {
  if (error instanceof AppError) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    const issue = error.validation[0]
    const field =
      issue?.instancePath?.replace(/^\//, '').replaceAll('/', '.') || String(issue?.params?.issue ?? '')
    return httpErrors.badInput(
      { problem: issue?.message ?? '', where: error.validationContext ?? '' },
      field || undefined,
    )
  }
  if (isDatabaseDown(error)) return httpErrors.unavailable()
  return fromStatus(error)
}

function fromStatus(error: FastifyError): AppError {
  switch (error.statusCode) {
    case 400:
      return httpErrors.badInput({ problem: error.message })
    case 404:
      return httpErrors.notFound()
    case 413:
      return httpErrors.tooLarge({}, error.code === 'FST_REQ_FILE_TOO_LARGE' ? 'photo' : undefined)
    case 406:
    case 415:
      return httpErrors.wrongType()
    case 429:
      return httpErrors.tooMany()
    default:
      if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500)
        return httpErrors.badInput({ problem: error.message })
      return isBadData(error)
        ? httpErrors.badInput({ problem: 'this value cannot be stored' })
        : httpErrors.failed()
  }
}

/** PostgreSQL refuses NUL bytes and broken Unicode; that is the sender's mistake. */
function isBadData(error: FastifyError): boolean {
  return ['22021', '22P05', '22P02', '22003', '22008'].includes(error.code)
}

function isDatabaseDown(error: FastifyError): boolean {
  return (
    ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', '57P01', '57P02', '57P03', '08006', '53300'].includes(
      error.code,
    ) || /Connection terminated|timeout exceeded when trying to connect/.test(error.message)
  )
}
