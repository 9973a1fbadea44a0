import { useTranslation } from 'react-i18next'
import { RevealFrame } from '../../ui/RevealFrame.tsx'
import { useProblem } from '../../ui/use-problem.ts'
import type { DialogProps } from './dialog-step.ts'
import { useReveal } from './ticket-queries.ts'

const QUICK = ['call', 'refund', 'visit'] as const

/** The customer's full contact. */
export function RevealDialog({ ticket, close }: DialogProps) {
  const { t } = useTranslation('tickets')
  const reveal = useReveal(ticket.id)
  const problem = useProblem()
  const { data } = reveal
  const lines = data && [
    { term: t('customer.name'), value: data.name || t('row.nameless') },
    ...(data.phone
      ? [{ term: t('reveal.phone'), value: <a href={`tel:${data.phone}`}>{data.phone}</a> }]
      : []),
    ...(data.email
      ? [{ term: t('reveal.email'), value: <a href={`mailto:${data.email}`}>{data.email}</a> }]
      : []),
  ]
  return (
    <RevealFrame
      words={{
        title: t('reveal.title'),
        hint: t('reveal.hint'),
        reason: t('reveal.reason'),
        do: t('do.reveal'),
        quick: QUICK.map((key) => t(`reveal.${key}`)),
      }}
      busy={reveal.isPending}
      reveal={(reason) => reveal.mutate(reason, { onError: problem })}
      shown={lines ?? null}
      close={close}
    />
  )
}
