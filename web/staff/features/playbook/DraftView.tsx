import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Playbook } from '#contracts/playbook'
import { QueryState } from '../../ui/QueryState.tsx'
import { ChecksSection } from './ChecksSection.tsx'
import { DraftBar } from './DraftBar.tsx'
import { looksWhole } from './draft-editing.ts'
import { PlaybookLayout } from './PlaybookLayout.tsx'
import { type Draft, draftQuery } from './playbook-queries.ts'
import { SectionBody } from './SectionBody.tsx'
import type { Go, SectionKey } from './section-list.ts'
import { useDraft } from './use-draft.ts'

type Props = { section: SectionKey; go: Go; current: Playbook }

/** The draft, edited in place and saved by itself; nothing of it touches a ticket before it is published. */
export function DraftView(props: Props) {
  const draft = useQuery(draftQuery)
  return (
    <QueryState query={draft}>
      {(held) => (held ? <Editing draft={held} {...props} /> : <NoDraft go={props.go} />)}
    </QueryState>
  )
}

function NoDraft({ go }: { go: Go }) {
  useEffect(() => go({ draft: false }), [go])
  return null
}

function Editing({ draft, section, go, current }: Props & { draft: Draft }) {
  const { t } = useTranslation('playbook-admin')
  const { document, state, change, flush } = useDraft(draft)
  const whole = looksWhole(document)
  const shown =
    whole || section === 'checks' || section === 'years' || section === 'versions' ? section : 'text'
  return (
    <PlaybookLayout
      draft
      section={shown}
      go={go}
      top={
        <>
          <DraftBar draft={draft} saving={state} go={go} onFlush={flush} />
          {whole ? null : <Alert type="warning" title={t('draft.broken')} style={{ marginBottom: 16 }} />}
        </>
      }
    >
      {shown === 'checks' ? (
        <ChecksSection draft={draft} go={go} />
      ) : (
        <SectionBody
          section={shown}
          doc={whole || shown === 'text' ? (document ?? current) : current}
          edit={{ change }}
          go={go}
        />
      )}
    </PlaybookLayout>
  )
}
