import { useTranslation } from 'react-i18next'
import type { Entry, Ticket } from '#contracts/tickets'
import { useZone } from '../../app/session.ts'
import { TimeText } from '../../app/TimeText.tsx'
import { formatInstant } from '../../ui/time.ts'
import { About } from './About.tsx'
import { Photos } from './Photos.tsx'
import styles from './Timeline.module.css'

/** The customer's own words, what they ask for, and what was registered with them. */
export function Said({ ticket, entry }: { ticket: Ticket; entry: Entry | undefined }) {
  const { t, i18n } = useTranslation('tickets')
  const zone = useZone()
  const slipWords = ({ proven, amountMinor, earlier }: NonNullable<Ticket['slip']>) =>
    [
      t(proven ? 'said.slipProven' : 'said.slipUnproven'),
      amountMinor === null ? '' : t('said.slipPaid', { amount: (amountMinor / 100).toFixed(2) }),
      earlier.length > 0 ? t('said.slipEarlier', { numbers: earlier.join(t('common:list.and')) }) : '',
    ]
      .filter(Boolean)
      .join(' · ')
  const facts: [string, string][] = [
    ['wants', ticket.wants],
    ['stars', ticket.stars ? t('said.starCount', { count: ticket.stars }) : ''],
    ['order', ticket.orderNumber],
    ['slip', ticket.slip ? slipWords(ticket.slip) : ''],
    ['bought', ticket.purchasedAt ? formatInstant(ticket.purchasedAt, 'full', i18n.language, zone) : ''],
    ['missing', ticket.missing.map((field) => t(`field.${field}`)).join(t('common:list.and'))],
  ]
  const shown = facts.filter(([, value]) => value)
  const who = ticket.customer?.name || ticket.customerName || t('row.nameless')
  return (
    <article className={`${styles.msg} ${styles.said}`}>
      {ticket.content || t('said.nothing')}
      {entry ? <Photos photos={entry.photos} /> : null}
      {entry ? <About data={entry.data} /> : null}
      {shown.length > 0 ? (
        <dl className={styles.wants}>
          {shown.map(([key, value]) => (
            <Pair key={key} name={t(`said.${key}`)} value={value} />
          ))}
        </dl>
      ) : null}
      <footer>
        {[who, ticket.channelName, ticket.mood ? t(`mood.${ticket.mood}`) : null].filter(Boolean).join(' · ')}{' '}
        · <TimeText at={ticket.openedAt} />
      </footer>
    </article>
  )
}

function Pair({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  )
}
