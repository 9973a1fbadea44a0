import { useTranslation } from 'react-i18next'
import type { Ticket } from '#contracts/tickets'
import type { LinkedTicket, SameMatter, TicketLinks } from '#contracts/tickets/links'
import { LinkLine } from './LinkLine.tsx'
import styles from './Links.module.css'
import { linkDeeds } from './link-queries.ts'
import { useMatterWords } from './use-matter-words.ts'
import { useRun } from './use-run.ts'

type Props = { ticket: Ticket; links: TicketLinks; ask: (other: LinkedTicket) => void }

/** T4: what the system holds for the same matter through another channel; a person merges or says that it is another one. */
export function SameMatters({ ticket, links, ask }: Props) {
  const { t } = useTranslation('links')
  const proposed = links.sameMatter.filter(({ state }) => state === 'proposed')
  if (!proposed.length) return null
  return (
    <div className={`${styles.group} ${styles.matter}`}>
      <h3>{t('sameMatter')}</h3>
      <ul>
        {proposed.map((other) => (
          <Line key={other.id} {...{ ticket, links, ask, other }} />
        ))}
      </ul>
    </div>
  )
}

function Line({ ticket, links, ask, other }: Props & { other: SameMatter }) {
  const { t } = useTranslation('links')
  const run = useRun()
  const words = useMatterWords()
  const fits = (verdict: string) => verdict === 'yes' || verdict === 'confirm'
  const mergeable = fits(other.there) || fits(other.here)
  const merge = () =>
    other.there === 'yes'
      ? run(linkDeeds.merge(ticket.id, { targetId: other.id }), t('did.merge', { number: ticket.number }))
      : ask(other)
  const refuse = () => run(linkDeeds.refuse(ticket.id, other.id), t('did.refuse'))
  return (
    <LinkLine
      link={other}
      note={words(other)}
      deed={
        links.can.includes('merge') ? (
          <span className={styles.deeds}>
            {mergeable ? (
              <button type="button" className={styles.deed} onClick={merge}>
                {t('mergeSame')}
              </button>
            ) : null}
            <button type="button" className={styles.quiet} onClick={refuse}>
              {t('notSame')}
            </button>
          </span>
        ) : null
      }
    />
  )
}
