/** The order in which one reads a playbook; the database keeps the keys of an object in an order of its own. */
const ORDER = [
  ...['format', 'industry', 'key', 'channel', 'name', 'title', 'subtitle', 'summary', 'zh-CN', 'zh-TW', 'en'],
  ...[
    'kinds',
    'categories',
    'children',
    'fallbackCategory',
    'forms',
    'signals',
    'risks',
    'severity',
    'impact',
  ],
  ...['matrix', 'teams', 'responsibility', 'calendars', 'sla', 'templates', 'closing'],
  ...['emergencies', 'grades', 'posts', 'leader', 'spokesperson', 'steps', 'evidence', 'statements', 'sheet'],
  ...[
    'phase',
    'post',
    'due',
    'law',
    'amount',
    'unit',
    'from',
    'source',
    'limit',
    'ownTime',
    'validFrom',
    'confirm',
    'duty',
    'audience',
  ],
  ...['label', 'chip', 'words', 'unless', 'category', 'when', 'team', 'role', 'roles', 'chain', 'together'],
  ...['P1', 'P2', 'P3', 'P4', 'acknowledge', 'respond', 'plan', 'resolve', 'minutes', 'calendar'],
  ...['scenario', 'tone', 'text', 'submit', 'privacy', 'thanks', 'fields', 'required', 'hint', 'options'],
]
const RANK = new Map(ORDER.map((key, i) => [key, i]))

/** The same value with every object's keys in reading order; unknown keys keep their place after the known ones. */
export function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toSorted(([a], [b]) => rank(a) - rank(b))
  return Object.fromEntries(entries.map(([key, inner]) => [key, inOrder(inner)]))
}

function rank(key: string): number {
  return RANK.get(key) ?? ORDER.length
}
