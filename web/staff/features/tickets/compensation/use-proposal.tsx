import { App } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Ticket } from '#contracts/tickets'
import type { CompensationDesk, EarlierCompensation } from '#contracts/tickets/compensation'
import { ApiProblem } from '../../../app/api.ts'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { propose, useCompensationDeed, type Wish } from './compensation-queries.ts'
import { EarlierList } from './Warnings.tsx'

/**
 * Sends a proposal; when the same customer or order has got something already, a person must say that it is meant.
 * Shape: the id stays the same until it went through, so pressing twice proposes once.
 */
export function useProposal(ticket: Ticket, desk: CompensationDesk) {
  const { t } = useTranslation('compensation')
  const { modal } = App.useApp()
  const deed = useCompensationDeed(ticket.id)
  const problem = useProblem()
  const done = useDone()
  const id = useRef(crypto.randomUUID())

  const send = (wish: Omit<Wish, 'id'>, after: () => void) =>
    deed.mutate(propose({ ...wish, id: id.current }), {
      onSuccess: ({ list }) => {
        const made = list.find((one) => one.id === id.current)
        id.current = crypto.randomUUID()
        done(t(made?.state === 'issued' ? 'did.issued' : 'did.proposed'))
        after()
      },
      onError: (error) => {
        const earlier = earlierIn(error)
        if (earlier) ask(wish, earlier, after)
        else problem(error)
      },
    })
  const ask = (wish: Omit<Wish, 'id'>, earlier: EarlierCompensation[], after: () => void) =>
    modal.confirm({
      title: t('double.ask', { count: earlier.length }),
      content: <EarlierList earlier={earlier} />,
      okText: t('double.ok'),
      okButtonProps: { danger: true },
      cancelText: t('double.no'),
      width: 480,
      onOk: () => send({ ...wish, confirmed: true }, after),
    })
  return {
    busy: deed.isPending,
    send: (wish: Omit<Wish, 'id'>, after: () => void = () => {}) =>
      desk.earlier.length ? ask(wish, desk.earlier, after) : send(wish, after),
  }
}

function earlierIn(error: unknown): EarlierCompensation[] | null {
  if (!(error instanceof ApiProblem) || error.code !== 'compensation.maybeDouble') return null
  return (error.data?.earlier ?? []) as EarlierCompensation[]
}
