import { ENDED, type TicketQuery } from '#contracts/tickets'
import { askedPersonalWords } from '#domains/customers'
import { type Ctx, staffOf } from '#platform/context'
import { type Scope, scopeOf } from '#platform/permissions'
import type { Asked } from './hits-data.ts'
import { holderWord, OPEN, scopeWords, shopWord, windowsBack } from './narrowing.ts'
import { indexQuestion, narrowedBy, type Question, readQuestion } from './question.ts'

export type Filters = Partial<Pick<TicketQuery, 'view' | 'shop' | 'status' | 'assignee'>>
export type Asking = {
  question: Question
  /** Null when nothing of it can stand in the index. */
  asked: Asked | null
  /** Where this reader may find a ticket by its customer's name or number. */
  personalScope: Scope | null
}

/**
 * What somebody typed, as the index is asked it: his words, his reach, and of the filters what the index knows.
 * Shape: names and numbers of customers are asked only within the reach of customers.reveal; `newest` is where the search begins.
 */
export function askFor(ctx: Ctx, text: string, filters: Filters, newest: Date): Asking {
  const staff = staffOf(ctx)
  const { brandId } = staff
  const personalScope = scopeOf(staff, 'customers.reveal')
  const question = readQuestion(text, (words) => (personalScope ? askedPersonalWords(ctx, words) : []))
  const words = indexQuestion(question, personalScope && scopeWords(personalScope))
  const scope = scopeOf(staff, 'tickets.read')
  const narrowed = narrowedBy(scope && scopeWords(scope), ...filterWords(filters, staff.staffId))
  const asked = words && {
    question: narrowed ? `${words} & ${narrowed}` : words,
    windows: windowsBack(brandId, newest),
  }
  return { question, asked: asked || null, personalScope }
}

const OF_ALL_STATES: readonly string[] = ['closed', 'set_aside', 'every']

function filterWords({ view, shop, status, assignee }: Filters, staffId: string): string[][] {
  const open = (view && !OF_ALL_STATES.includes(view)) || (status && !ENDED.includes(status))
  return [
    ...(open ? [[OPEN]] : []),
    ...(view === 'mine' ? [[holderWord(staffId)]] : []),
    ...(assignee ? [[holderWord(assignee)]] : []),
    ...(shop ? [[shopWord(shop)]] : []),
  ]
}
