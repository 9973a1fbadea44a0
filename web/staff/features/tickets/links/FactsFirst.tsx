import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Ticket } from '#contracts/tickets'
import styles from './Links.module.css'

type Props = { ticket: Ticket; despite: string; write: (words: string) => void }

/** In the dialog that closes: what is still missing, and for whoever may, the reason to close all the same. */
export function FactsFirst({ ticket, despite, write }: Props) {
  const { t } = useTranslation('links')
  return (
    <div className={styles.missing}>
      <p>{t('facts.closing')}</p>
      <ul className={styles.facts}>
        {ticket.missingFacts.map((fact) => (
          <li key={fact}>{t(`facts.${fact}`)}</li>
        ))}
      </ul>
      {ticket.can.includes('close_despite') ? (
        <Input.TextArea
          rows={2}
          maxLength={500}
          value={despite}
          aria-label={t('facts.despite')}
          placeholder={t('facts.despite')}
          onChange={(event) => write(event.target.value)}
        />
      ) : (
        <p>{t('facts.ask')}</p>
      )}
    </div>
  )
}
