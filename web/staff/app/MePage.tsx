import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { askHandOver, NoticeList } from '../features/tickets/index.ts'
import { ChevronIcon } from '../ui/icons.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { InstallRow } from './InstallRow.tsx'
import styles from './MePage.module.css'
import { NavCount } from './NavCount.tsx'
import { visibleNav } from './nav-items.ts'
import { useMe, useSavePreferences, useSignOut } from './session.ts'

/** Of the daily work what has no place in the phone's bar. */
const ALSO: readonly string[] = ['/revisits', '/alarms', '/incidents', '/seals']

/** The fourth place of the phone's bar: my notices, my account, and the rest of the console. */
export function MePage() {
  const { t } = useTranslation()
  const me = useMe()
  const save = useSavePreferences()
  const signOut = useSignOut()
  const rest = visibleNav(me).filter((item) => item.group === 'run' || ALSO.includes(item.to))
  return (
    <PageFrame title={me.name} hint={me.brand.name} width="narrow">
      <div className={styles.stack}>
        <div className={styles.row}>
          <Button block onClick={() => save.mutate({ away: !me.away })} loading={save.isPending}>
            {t(me.away ? 'you.back' : 'you.away')}
          </Button>
          {me.can.includes('tickets.handOver') ? (
            <Button block onClick={askHandOver}>
              {t('you.handOver')}
            </Button>
          ) : null}
        </div>
        <InstallRow />
        <ul className={`${styles.list} ${styles.links}`}>
          <li>
            <Link to="/account">
              {t('you.account')}
              <ChevronIcon />
            </Link>
          </li>
          {rest.map((item) => (
            <li key={item.to}>
              <Link to={item.to}>
                {t(`nav.${item.word}`)}
                <NavCount to={item.to} />
                <ChevronIcon />
              </Link>
            </li>
          ))}
        </ul>
        {me.can.includes('tickets.doTasks') ? (
          <section aria-label={t('nav.notices')}>
            <h2 className={styles.title}>{t('nav.notices')}</h2>
            <div className={styles.list}>
              <NoticeList />
            </div>
          </section>
        ) : null}
        <Button block onClick={() => signOut.mutate()}>
          {t('you.signOut')}
        </Button>
      </div>
    </PageFrame>
  )
}
