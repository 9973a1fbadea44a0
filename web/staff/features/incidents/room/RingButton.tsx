import { useTranslation } from 'react-i18next'
import type { Contact } from '#contracts/incidents/contacts'
import { useProblem } from '../../../ui/use-problem.ts'
import { useNumberOf } from '../people-queries.ts'
import styles from './people.module.css'

/** The number covered until it is tapped; then the link that dials it. */
export function RingButton({ roomId, contact }: { roomId: string; contact: Contact }) {
  const { t } = useTranslation('incidents')
  const number = useNumberOf(roomId)
  const problem = useProblem()
  if (!contact.phoneMasked) return <small className={styles.noNumber}>{t('people.noNumber')}</small>
  if (number.data)
    return (
      <a
        className={styles.ring}
        aria-label={t('people.ringWho', { name: contact.name })}
        href={`tel:${number.data.number}`}
      >
        {t('people.ring')} {number.data.number}
      </a>
    )
  return (
    <button
      type="button"
      className={styles.ring}
      aria-label={t('people.showWho', { name: contact.name })}
      disabled={number.isPending}
      onClick={() => number.mutate(contact.staffId, { onError: problem })}
    >
      {t('people.show')} {contact.phoneMasked}
    </button>
  )
}
