import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './door.module.css'
import type { DemoLogin } from './session-queries.ts'

type Props = { logins: DemoLogin[]; busy: boolean; onPick: (login: DemoLogin) => void }

/** People of the demo brands: pick a brand, tap a role, and the console opens as that person. */
export function DemoLogins({ logins, busy, onPick }: Props) {
  const { t } = useTranslation(['session', 'people'])
  const brands = [...new Set(logins.map((login) => login.brand))]
  const [brand, setBrand] = useState(brands[0])
  return (
    <section className={styles.demo} aria-labelledby="demo-title">
      <h2 id="demo-title">{t('demo.title')}</h2>
      <p>{t('demo.hint')}</p>
      <div className={styles.chips}>
        {brands.map((name) => (
          <button
            key={name}
            type="button"
            className={styles.chip}
            aria-pressed={name === brand}
            onClick={() => setBrand(name)}
          >
            {name}
          </button>
        ))}
      </div>
      <div className={styles.people}>
        {logins
          .filter((login) => login.brand === brand)
          .map((login) => (
            <button
              key={login.login}
              type="button"
              className={styles.person}
              disabled={busy}
              onClick={() => onPick(login)}
            >
              {t(`people:role.${login.role}`)}
              <span>{login.name}</span>
            </button>
          ))}
      </div>
    </section>
  )
}
