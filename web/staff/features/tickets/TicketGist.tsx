import { useTranslation } from 'react-i18next'
import type { Ticket } from '#contracts/tickets'
import { useTicking } from '../../ui/ticking.ts'
import { clockLook } from './clock-look.ts'
import { clockWords } from './clock-words.ts'
import styles from './TicketHeader.module.css'

/** On a phone, where judgement and clocks stand in another tab: what it was judged to be and how long there is, in one line that leads there. */
export function TicketGist({ ticket, show }: { ticket: Ticket; show: () => void }) {
  const { t } = useTranslation('tickets')
  const { clock, triage } = ticket
  const words = useTicking((now) => (clock ? clockWords(t, clock, now, 'short') : ''))
  const tone = useTicking((now) => (clock ? clockLook(clock, now).tone : 'slate'))
  const judged = [triage.kindName, triage.categories[0]?.name, ticket.priority].filter(Boolean).join(' · ')
  return (
    <button type="button" className={styles.gist} onClick={show}>
      <span>
        {judged}
        {triage.unsure ? ` · ${t('judge.unsure')}` : ''}
      </span>
      {words ? <span data-tone={tone}>{words}</span> : null}
    </button>
  )
}
