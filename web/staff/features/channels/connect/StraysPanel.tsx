import { useInfiniteQuery } from '@tanstack/react-query'
import { useRouter, useRouterState } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryState } from '../../../ui/QueryState.tsx'
import { Empty } from '../../../ui/states.tsx'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { useWhen } from '../../../ui/use-when.ts'
import { type Stray, straysQuery, useSettleStray } from './connect-queries.ts'
import styles from './lines.module.css'
import { useFaultWords } from './use-fault-words.ts'

/** What services pushed and nobody has understood: read again after a setting was mended, or put away. */
export function StraysPanel() {
  const { t } = useTranslation('channels')
  const router = useRouter()
  const searchStr = useRouterState({ select: (state) => state.location.searchStr })
  const channel = new URLSearchParams(searchStr).get('channel') ?? undefined
  const strays = useInfiniteQuery(straysQuery(channel))
  const all = <Button onClick={() => router.history.replace('/channels?tab=strays')}>{t('stray.all')}</Button>
  return (
    <QueryState query={strays}>
      {({ pages }) => {
        const rows = pages.flatMap((page) => page.messages)
        const [first] = rows
        if (!first)
          return (
            <Empty title={t('stray.none')} hint={t('stray.noneHint')} actions={channel ? all : undefined} />
          )
        return (
          <>
            <div className={styles.lead}>
              <p>{t('stray.hint')}</p>
              {channel ? (
                <span>
                  {t('stray.only', { name: first.channel.name })} {all}
                </span>
              ) : null}
            </div>
            <ul className={styles.lines}>
              {rows.map((stray) => (
                <Suspense key={stray.id} fallback={<li />}>
                  <StrayLine stray={stray} />
                </Suspense>
              ))}
            </ul>
            {strays.hasNextPage ? (
              <Button loading={strays.isFetchingNextPage} onClick={() => void strays.fetchNextPage()}>
                {t('stray.more')}
              </Button>
            ) : null}
          </>
        )
      }}
    </QueryState>
  )
}

function StrayLine({ stray }: { stray: Stray }) {
  const { t } = useTranslation(['channels', 'common'])
  const { modal } = App.useApp()
  const when = useWhen()
  const words = useFaultWords(stray.channel.kind)
  const settle = useSettleStray()
  const problem = useProblem()
  const done = useDone()
  const put = (deed: 'again' | 'dismiss') =>
    settle.mutateAsync({ id: stray.id, deed }).then(() => done(t(`stray.${deed}Done`)), problem)
  const ask = () =>
    modal.confirm({
      title: t('stray.dismissTitle'),
      content: t('stray.dismissHint'),
      okText: t('stray.dismiss'),
      cancelText: t('common:action.cancel'),
      onOk: () => put('dismiss'),
    })
  return (
    <li>
      <p>
        <strong>{words(stray.problem)}</strong>
        <small>
          {stray.channel.name} · {when(stray.receivedAt)}
        </small>
      </p>
      <div className={styles.lineDeeds}>
        <Button loading={settle.isPending} onClick={() => void put('again')}>
          {t('stray.again')}
        </Button>
        <Button onClick={ask}>{t('stray.dismiss')}</Button>
      </div>
      <details>
        <summary>{t('stray.raw')}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
        <pre tabIndex={0}>{stray.raw}</pre>
        <small>{t('stray.rawCut')}</small>
      </details>
    </li>
  )
}
