import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Ticket } from '#contracts/tickets'
import styles from './Links.module.css'
import { linkDeeds, useLinks } from './link-queries.ts'
import { useRun } from './use-run.ts'

/** A merged ticket says where it went, and can be taken out again. */
export function MergedBanner({ ticket }: { ticket: Ticket }) {
  return ticket.mergedInto ? <Merged ticket={ticket} into={ticket.mergedInto} /> : null
}

type Props = { ticket: Ticket; into: NonNullable<Ticket['mergedInto']> }

function Merged({ ticket, into }: Props) {
  const { t } = useTranslation('links')
  const links = useLinks(ticket.id).data
  const run = useRun()
  return (
    <div className={styles.strip} role="status">
      <span>
        {t('banner.into')}{' '}
        <Link to="/tickets/$id" params={{ id: into.id }}>
          {into.number}
        </Link>
      </span>
      <span>{t('banner.hint')}</span>
      {links?.can.includes('split') ? (
        <button
          type="button"
          onClick={() => run(linkDeeds.split(ticket.id, ''), t('did.split', { number: ticket.number }))}
        >
          {t('banner.split')}
        </button>
      ) : null}
    </div>
  )
}
