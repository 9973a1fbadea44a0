import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../app/session.ts'
import { QueryState } from '../../../ui/QueryState.tsx'
import { Empty } from '../../../ui/states.tsx'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { useWhen } from '../../../ui/use-when.ts'
import { type Letter, lettersQuery, useSettleLetter } from './connect-queries.ts'
import styles from './lines.module.css'
import { useFaultWords } from './use-fault-words.ts'

/** Messages to customers that were given up, with the reason: once more, or not at all. */
export function LettersPanel() {
  const { t } = useTranslation('channels')
  const letters = useInfiniteQuery(lettersQuery)
  return (
    <QueryState query={letters}>
      {({ pages }) => {
        const rows = pages.flatMap((page) => page.letters)
        if (rows.length === 0) return <Empty title={t('letter.none')} hint={t('letter.noneHint')} />
        return (
          <>
            <div className={styles.lead}>
              <p>{t('letter.hint')}</p>
            </div>
            <ul className={styles.lines}>
              {rows.map((letter) => (
                <Suspense key={letter.id} fallback={<li />}>
                  <LetterLine letter={letter} />
                </Suspense>
              ))}
            </ul>
            {letters.hasNextPage ? (
              <Button loading={letters.isFetchingNextPage} onClick={() => void letters.fetchNextPage()}>
                {t('letter.more')}
              </Button>
            ) : null}
          </>
        )
      }}
    </QueryState>
  )
}

function LetterLine({ letter }: { letter: Letter }) {
  const { t } = useTranslation(['channels', 'common'])
  const { modal } = App.useApp()
  const when = useWhen()
  const words = useFaultWords(letter.channel.kind)
  const mayRead = useCan('tickets.read')
  const settle = useSettleLetter()
  const problem = useProblem()
  const done = useDone()
  const put = (deed: 'again' | 'drop') =>
    settle.mutateAsync({ id: letter.id, deed }).then(() => done(t(`letter.${deed}Done`)), problem)
  const ask = () =>
    modal.confirm({
      title: t('letter.dropTitle'),
      content: t('letter.dropHint'),
      okText: t('letter.drop'),
      cancelText: t('common:action.cancel'),
      onOk: () => put('drop'),
    })
  return (
    <li>
      <p>
        <strong>{words(letter.problem)}</strong>
        <small>
          {letter.channel.name} · {when(letter.at)} · {t('letter.tries', { count: letter.tries })}
          {letter.ticketId && mayRead ? (
            <>
              {' · '}
              <Link to="/tickets/$id" params={{ id: letter.ticketId }}>
                {t('letter.ticket')}
              </Link>
            </>
          ) : null}
        </small>
      </p>
      <div className={styles.lineDeeds}>
        <Button loading={settle.isPending} onClick={() => void put('again')}>
          {t('letter.again')}
        </Button>
        <Button onClick={ask}>{t('letter.drop')}</Button>
      </div>
      {letter.text ? <blockquote>{letter.text}</blockquote> : null}
    </li>
  )
}
