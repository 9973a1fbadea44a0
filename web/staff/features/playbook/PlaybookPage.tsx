import { useQuery } from '@tanstack/react-query'
import { useRouter, useRouterState } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../app/session.ts'
import { PageFrame } from '../../ui/PageFrame.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import { dateTime } from '../../ui/use-when.ts'
import { CurrentView } from './CurrentView.tsx'
import { DraftView } from './DraftView.tsx'
import { draftQuery, playbookQuery, useSaveDraft } from './playbook-queries.ts'
import { asSection, type Go } from './section-list.ts'
import { VersionView } from './VersionView.tsx'

/** The process of the brand: the version in force, an older one, or the draft being edited. */
export function PlaybookPage() {
  const { t, i18n } = useTranslation('playbook-admin')
  const current = useQuery(playbookQuery)
  const place = usePlace()
  const version = current.data?.version
  const hint = version
    ? t(version.by ? 'now' : 'nowFirst', {
        number: version.number,
        by: version.by,
        when: dateTime(version.publishedAt ?? version.changedAt, i18n.language),
        tickets: version.tickets,
      })
    : undefined
  return (
    <PageFrame
      title={t('title')}
      hint={hint}
      width="wide"
      actions={place.draft ? null : <DraftButton go={place.go} />}
    >
      <QueryState query={current}>
        {(playbook) =>
          place.draft ? (
            <DraftView section={place.section} go={place.go} current={playbook.document} />
          ) : place.version ? (
            <VersionView id={place.version} section={place.section} go={place.go} />
          ) : (
            <CurrentView section={place.section} go={place.go} document={playbook.document} />
          )
        }
      </QueryState>
    </PageFrame>
  )
}

/** What stands in the address: section, and whether it is the draft or an older version. */
function usePlace() {
  const router = useRouter()
  const search = useRouterState({ select: (state) => state.location.searchStr })
  const params = new URLSearchParams(search)
  const draft = params.get('draft') === '1' || params.get('draft') === '"1"'
  const version = params.get('version')?.replaceAll('"', '') ?? null
  const section = asSection(params.get('section'), draft)
  const go: Go = (to) => {
    const next = { section, draft, version, ...to }
    const query = new URLSearchParams({ section: next.section })
    if (next.draft) query.set('draft', '1')
    else if (next.version) query.set('version', next.version)
    router.history.push(`/playbook?${query}`)
  }
  return { section, draft, version, go }
}

function DraftButton({ go }: { go: Go }) {
  const { t } = useTranslation('playbook-admin')
  const mayEdit = useCan('playbook.edit')
  const current = useQuery(playbookQuery)
  const draft = useQuery({ ...draftQuery, enabled: mayEdit })
  const save = useSaveDraft()
  const problem = useProblem()
  const done = useDone()
  if (!mayEdit || !current.data || draft.data === undefined) return null
  if (draft.data)
    return (
      <Button type="primary" onClick={() => go({ draft: true, version: null })}>
        {t('openDraft')}
      </Button>
    )
  const begin = () =>
    save.mutateAsync({ document: current.data.document }).then(() => {
      done(t('draft.begun'))
      go({ draft: true, version: null })
    }, problem)
  return (
    <Button type="primary" loading={save.isPending} onClick={begin}>
      {t('startDraft')}
    </Button>
  )
}
