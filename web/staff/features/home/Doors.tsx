import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { visibleNav } from '../../app/nav-items.ts'
import { useMe } from '../../app/session.ts'
import { ChevronIcon } from '../../ui/icons.tsx'
import styles from './HomePage.module.css'

/** For roles that never read tickets: a sentence about what they see, and the pages that are theirs. */
export function Doors({ figures }: { figures: boolean }) {
  const { t } = useTranslation('home')
  const pages = visibleNav(useMe()).filter((item) => item.to !== '/')
  return (
    <section className={styles.section}>
      <p className={styles.sentence}>{t(figures ? 'doors.figures' : 'doors.none')}</p>
      {pages.length > 0 ? (
        <ul className={styles.list}>
          {pages.map(({ to, word, icon: Picture }) => (
            <li key={to}>
              <Link to={to} className={styles.door}>
                <Picture size={18} />
                <span>
                  {t(`common:nav.${word}`)}
                  <small>{t(`doors.${word}`)}</small>
                </span>
                <ChevronIcon size={16} />
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}
