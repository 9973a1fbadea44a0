import { useQuery } from '@tanstack/react-query'
import { Alert, App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../app/session.ts'
import { QueryState } from '../../ui/QueryState.tsx'
import { useProblem } from '../../ui/use-problem.ts'
import { PlaybookLayout } from './PlaybookLayout.tsx'
import { draftQuery, useSaveDraft, versionQuery } from './playbook-queries.ts'
import { SectionBody } from './SectionBody.tsx'
import type { Go, SectionKey } from './section-list.ts'

/** An older version, to read or to begin a draft from. */
export function VersionView({ id, section, go }: { id: string; section: SectionKey; go: Go }) {
  const { t } = useTranslation('playbook-admin')
  const version = useQuery(versionQuery(id))
  return (
    <QueryState query={version}>
      {(held) => (
        <PlaybookLayout
          section={section}
          go={go}
          top={
            <Alert
              type="info"
              style={{ marginBottom: 16 }}
              title={t('version.reading', { number: held.number, state: t(`version.state.${held.state}`) })}
              action={
                <span style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
                  <DraftFrom number={held.number} document={held.document} go={go} />
                  <Button onClick={() => go({ version: null })}>{t('version.back')}</Button>
                </span>
              }
            />
          }
        >
          <SectionBody section={section} doc={held.document} edit={null} go={go} />
        </PlaybookLayout>
      )}
    </QueryState>
  )
}

function DraftFrom({ number, document, go }: { number: number; document: unknown; go: Go }) {
  const { t } = useTranslation(['playbook-admin', 'common'])
  const { modal } = App.useApp()
  const mayEdit = useCan('playbook.edit')
  const draft = useQuery({ ...draftQuery, enabled: mayEdit })
  const save = useSaveDraft()
  const problem = useProblem()
  if (!mayEdit) return null
  const begin = () =>
    save.mutateAsync({ document }).then(() => go({ draft: true, version: null, section: 'checks' }), problem)
  const ask = () => {
    if (!draft.data) return void begin()
    modal.confirm({
      title: t('version.draftFromTitle'),
      content: t('version.draftFromHint', { number }),
      okText: t('version.draftFromYes'),
      cancelText: t('common:action.cancel'),
      onOk: begin,
    })
  }
  return (
    <Button loading={save.isPending} onClick={ask}>
      {t('version.draftFrom')}
    </Button>
  )
}
