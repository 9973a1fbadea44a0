import { useTranslation } from 'react-i18next'
import type { RoomContacts } from '#contracts/incidents/contacts'
import styles from './people.module.css'
import { RingButton } from './RingButton.tsx'

/** Shops that have not confirmed a seal, with their own line and who is there, to be rung one by one. */
export function WaitingShops({ roomId, contacts }: { roomId: string; contacts: RoomContacts }) {
  const { t } = useTranslation('incidents')
  if (!contacts.waiting.length) return null
  return (
    <section className={styles.waiting} aria-labelledby="room-ring-shops">
      <h3 className={styles.post} id="room-ring-shops">
        <b>{t('people.waiting')}</b>
      </h3>
      <ul className={styles.shops}>
        {contacts.waiting.map((shop) => (
          <li key={shop.shopId}>
            <p>
              <span>{shop.name}</span>
              {shop.phone ? (
                <a className={styles.ring} href={`tel:${shop.phone}`}>
                  {t('people.ring')} {shop.phone}
                </a>
              ) : null}
            </p>
            {contacts.people
              .filter(({ staffId }) => shop.staffIds.includes(staffId))
              .map((contact) => (
                <p key={contact.staffId}>
                  <span>{contact.name}</span>
                  <RingButton roomId={roomId} contact={contact} />
                </p>
              ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
