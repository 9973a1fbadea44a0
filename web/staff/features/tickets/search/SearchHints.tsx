import { useTranslation } from 'react-i18next'
import { ClockIcon } from '../../../ui/icons.tsx'
import styles from './SearchPanel.module.css'

type Props = { named: boolean; recent: string[]; search: (q: string) => void; forget: () => void }

/** Before a word is typed: what was searched for last, and what can be found. */
export function BeforeTyping({ named, recent, search, forget }: Props) {
  const { t } = useTranslation('search')
  return (
    <>
      {recent.length > 0 ? (
        <section className={styles.recent} aria-label={t('recent')}>
          <h2>
            {t('recent')}
            <button type="button" onClick={forget}>
              {t('forget')}
            </button>
          </h2>
          <ul>
            {recent.map((q) => (
              <li key={q}>
                <button type="button" onClick={() => search(q)}>
                  <ClockIcon size={14} />
                  {q}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <Hints named={named} />
    </>
  )
}

export function NothingFound({ q }: { q: string }) {
  const { t } = useTranslation('search')
  return (
    <div className={styles.none}>
      <h2>{t('none', { q })}</h2>
      <p>{t('noneHint')}</p>
    </div>
  )
}

function Hints({ named }: { named: boolean }) {
  const { t } = useTranslation('search')
  const hints = ['words', 'several', 'number', ...(named ? ['customer'] : []), 'script']
  return (
    <section className={styles.hints}>
      <h2>{t('what')}</h2>
      <ul>
        {hints.map((hint) => (
          <li key={hint}>{t(`hints.${hint}`)}</li>
        ))}
      </ul>
    </section>
  )
}
