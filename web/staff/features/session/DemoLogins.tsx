import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Role } from '#contracts/people'
import styles from './door.module.css'
import type { DemoLogin } from './session-queries.ts'

/** Whom one wants to be first: those who answer customers, then those who watch, then the rest. */
const ORDER: Role[] = [
  'agent',
  'shop_manager',
  'lead',
  'quality',
  'executive',
  'admin',
  'marketing',
  'region_manager',
  'shop_staff',
]
const FIRST = 6

type Props = { logins: DemoLogin[]; busy: boolean; onPick: (login: DemoLogin) => void }

/** People of the demo brands: pick a brand, tap a role, and the console opens as that person. */
export function DemoLogins({ logins, busy, onPick }: Props) {
  const { t } = useTranslation(['session', 'people'])
  const brands = [...new Set(logins.map((login) => login.brand))]
  const [brand, setBrand] = useState(brands[0])
  const [open, setOpen] = useState(false)
  const people = logins
    .filter((login) => login.brand === brand)
    .toSorted((a, b) => rank(a.role) - rank(b.role))
  const shown = open ? people : people.slice(0, FIRST)
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
        {shown.map((login) => (
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
      {people.length > FIRST ? (
        <button
          type="button"
          className={styles.moreRoles}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {t(open ? 'demo.less' : 'demo.more', { count: people.length - FIRST })}
        </button>
      ) : null}
    </section>
  )
}

function rank(role: Role): number {
  const place = ORDER.indexOf(role)
  return place === -1 ? ORDER.length : place
}
