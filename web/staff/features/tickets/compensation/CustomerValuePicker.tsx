import { useTranslation } from 'react-i18next'
import { CustomerValue } from '#contracts/playbook'
import type { Ticket } from '#contracts/tickets'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import styles from './Compensation.module.css'
import { useSaveCustomerValue } from './compensation-queries.ts'

/** What the customer is worth to the brand: what compensation suggests depends on it. */
export function CustomerValuePicker({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('compensation')
  const save = useSaveCustomerValue(ticket.id)
  const problem = useProblem()
  const done = useDone()
  const now = ticket.customer?.value ?? 'regular'
  if (!ticket.can.includes('compensate')) return <>{t(`value.${now}`)}</>
  const choose = (value: CustomerValue) =>
    save.mutate(value, { onError: problem, onSuccess: () => done(t('value.saved')) })
  return (
    <span className={styles.value} role="radiogroup" aria-label={t('value.title')}>
      {CustomerValue.options.map((value) => (
        <label key={value} data-chosen={value === now}>
          <input
            type="radio"
            name={`value-${ticket.id}`}
            checked={value === now}
            disabled={save.isPending}
            onChange={() => choose(value)}
          />
          {t(`value.${value}`)}
        </label>
      ))}
    </span>
  )
}
