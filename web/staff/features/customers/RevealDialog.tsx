import { useTranslation } from 'react-i18next'
import type { CustomerFile, FileRevealed } from '#contracts/customers/file'
import { RevealFrame } from '../../ui/RevealFrame.tsx'
import { useProblem } from '../../ui/use-problem.ts'
import { useReveal } from './customer-queries.ts'

const QUICK = ['call', 'check', 'deliver'] as const

/** Everything of the file in the clear. */
export function RevealDialog({ file, close }: { file: CustomerFile; close: () => void }) {
  const { t } = useTranslation('customers')
  const reveal = useReveal(file.id)
  const problem = useProblem()
  const linesOf = ({ name, birthday, identities, addresses }: FileRevealed) => [
    { term: t('field.name'), value: name || t('nameless') },
    ...(birthday ? [{ term: t('field.birthday'), value: birthday }] : []),
    ...identities.map(({ kind, value }) => ({
      term: t(`identity.${kind}`),
      value: kind === 'phone' ? <a href={`tel:${value}`}>{value}</a> : value,
    })),
    ...addresses.map(({ text }) => ({ term: t('field.address'), value: text })),
  ]
  return (
    <RevealFrame
      words={{
        title: t('reveal.title'),
        hint: t('reveal.hint'),
        reason: t('reveal.reason'),
        do: t('reveal.do'),
        quick: QUICK.map((key) => t(`reveal.${key}`)),
      }}
      busy={reveal.isPending}
      reveal={(reason) => reveal.mutate(reason, { onError: problem })}
      shown={reveal.data ? linesOf(reveal.data) : null}
      close={close}
    />
  )
}
