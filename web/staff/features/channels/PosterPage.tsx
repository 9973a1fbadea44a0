import { useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Locale, Text } from '#contracts/kit'
import type { Form } from '#contracts/playbook'
import { useMe } from '../../app/session.ts'
import { usePageTitle } from '../../ui/PageFrame.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { Empty, LinesSkeleton } from '../../ui/states.tsx'
import { textIn } from '../../ui/text-in.ts'
import { playbookQuery } from '../playbook/index.ts'
import { type CodeView, codesQuery } from './channel-queries.ts'
import { PosterOptions } from './PosterOptions.tsx'
import { type PosterFormat, Sheets } from './PosterSheets.tsx'
import styles from './poster.module.css'
import { codesInPath } from './poster-path.ts'

/** Codes ready for the printer: A4 posters, or cards and labels cut from an A4 page. */
export function PosterPage() {
  const { t } = useTranslation('channels')
  usePageTitle(t('poster.title'))
  const codes = useQuery(codesQuery)
  const search = useRouterState({ select: (state) => state.location.searchStr })
  const playbook = useQuery(playbookQuery)
  const form = playbook.data?.document.forms.find(({ channel }) => channel === 'qr')
  const wanted = new Set(codesInPath(search))
  return (
    <main className={styles.page} id="main">
      <QueryState query={codes}>
        {(rows) =>
          playbook.isLoading ? (
            <LinesSkeleton />
          ) : (
            <Posters codes={rows.filter((code) => wanted.has(code.id) && code.on)} form={form} />
          )
        }
      </QueryState>
    </main>
  )
}

/** The big words begin as the title of the form behind the code, so that paper and screen say the same. */
function Posters({ codes, form }: { codes: CodeView[]; form: Form | undefined }) {
  const { t, i18n } = useTranslation('channels')
  const say = (text: Text) => textIn(text, i18n.language as Locale)
  const { brand } = useMe()
  const usual = t('poster.sentences', { returnObjects: true }) as unknown as string[]
  const sentences = form ? [say(form.title), ...usual] : usual
  const call = form ? t('poster.scan', { submit: say(form.submit) }) : t('poster.scanPlain')
  const [format, setFormat] = useState<PosterFormat>(codes.length > 2 ? 'card' : 'a4')
  const [sentence, setSentence] = useState(sentences[0] ?? '')
  if (codes.length === 0) {
    return (
      <Empty
        title={t('poster.none')}
        hint={t('poster.noneHint')}
        actions={<Button href="/channels?tab=codes">{t('poster.back')}</Button>}
      />
    )
  }
  return (
    <>
      <PosterOptions
        count={codes.length}
        format={format}
        onFormat={setFormat}
        sentences={sentences}
        sentence={sentence}
        onSentence={setSentence}
      />
      <Sheets codes={codes} format={format} brand={brand.name} sentence={sentence} call={call} />
    </>
  )
}
