/** One readable line of an entry's data; `before` only where something was changed. */
export type FactLine = { key: string; before?: unknown; after: unknown }

/**
 * The data of an audit entry as lines.
 * Shape: `{before: {…}, after: {…}}` becomes one line per key that differs; a key whose own value is `{before, after}` too;
 *        everything else is a plain line.
 */
export function factLines(data: Record<string, unknown>): FactLine[] {
  const { before, after, ...rest } = data
  const lines = isRecord(before) || isRecord(after) ? changedLines(record(before), record(after)) : []
  if (!isRecord(before) && before !== undefined) rest.before = before
  if (!isRecord(after) && after !== undefined) rest.after = after
  for (const [key, value] of Object.entries(rest)) {
    if (isRecord(value) && 'before' in value && 'after' in value)
      lines.push({ key, before: value.before, after: value.after })
    else lines.push({ key, after: value })
  }
  return lines
}

function changedLines(before: Record<string, unknown>, after: Record<string, unknown>): FactLine[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return keys
    .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .map((key) => ({ key, before: before[key] ?? null, after: after[key] ?? null }))
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function record(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {}
}
