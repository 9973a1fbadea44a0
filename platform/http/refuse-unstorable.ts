import type { FastifyRequest } from 'fastify'
import { httpErrors } from '../errors.ts'

type Node = { value: unknown; key: string; parent: Node | null }

/**
 * Text that PostgreSQL cannot store, NUL and halves of surrogate pairs, is refused before anything looks at it: it would
 * fail in the middle of a transaction that others share, or be altered where it is sealed.
 * Errors: http.badInput with the field, or the part of the address, that holds it.
 */
export async function refuseUnstorableText(req: FastifyRequest): Promise<void> {
  for (const [where, given] of [
    ['body', req.body],
    ['querystring', req.query],
    ['params', req.params],
  ] as const) {
    const field = unstorableField(given)
    if (field !== null)
      throw httpErrors.badInput({ problem: 'text that cannot be stored', where }, field || undefined)
  }
}

/** The path of the first such text, '' when the value itself is one, null without one. No recursion: depth is the sender's. */
function unstorableField(given: unknown): string | null {
  const waiting: Node[] = [{ value: given, key: '', parent: null }]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const { value } = node
    if (isUnstorable(node.key)) return pathOf(node.parent)
    if (typeof value === 'string' && isUnstorable(value)) return pathOf(node)
    if (value === null || typeof value !== 'object') continue
    for (const [key, inner] of Object.entries(value)) waiting.push({ value: inner, key, parent: node })
  }
  return null
}

function isUnstorable(text: string): boolean {
  return text.includes('\u0000') || !text.isWellFormed()
}

function pathOf(node: Node | null): string {
  const keys: string[] = []
  for (let at = node; at?.parent; at = at.parent) keys.unshift(at.key)
  return keys.join('.')
}
