import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../app/session.ts'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import styles from './layout.module.css'
import { PublishDialog } from './PublishDialog.tsx'
import { type Draft, useDiscardDraft } from './playbook-queries.ts'
import type { Go } from './section-list.ts'
import type { DraftSaving } from './use-draft.ts'

type Props = { draft: Draft; saving: DraftSaving; go: Go; onFlush: () => Promise<void> }

/** Always in sight while editing: what the draft stands on, whether it is saved, what is still wrong, the way out. */
export function DraftBar({ draft, saving, go, onFlush }: Props) {
  const { t } = useTranslation('playbook-admin')
  const mayPublish = useCan('playbook.publish')
  const [publishing, setPublishing] = useState(false)
  const { changes, issues } = draft
  const ready = changes.length > 0 && issues.length === 0 && saving === 'saved'
  return (
    <div className={styles.draftBar}>
      <p>
        <strong>{t('draft.title')}</strong>
        <span>{t('draft.base', { base: draft.base })}</span>
        <span aria-live="polite" data-saving={saving}>
          {t(`draft.${saving}`)}
        </span>
        <button type="button" onClick={() => go({ section: 'checks' })}>
          {changes.length > 0 ? t('draft.changes', { count: changes.length }) : t('draft.noChanges')}
        </button>
        {issues.length > 0 ? (
          <button type="button" data-bad onClick={() => go({ section: 'checks' })}>
            {t('draft.issues', { count: issues.length })}
          </button>
        ) : null}
      </p>
      <div>
        <Button
          type="text"
          onClick={() => void onFlush().then(() => go({ draft: false, section: 'categories' }))}
        >
          {t('draft.seeCurrent')}
        </Button>
        <DiscardButton go={go} />
        {mayPublish ? (
          <Button type="primary" disabled={!ready} onClick={() => setPublishing(true)}>
            {t('draft.publish')}
          </Button>
        ) : null}
      </div>
      <PublishDialog
        open={publishing}
        changes={changes.length}
        onClose={() => setPublishing(false)}
        go={go}
      />
    </div>
  )
}

function DiscardButton({ go }: { go: Go }) {
  const { t } = useTranslation(['playbook-admin', 'common'])
  const { modal } = App.useApp()
  const discard = useDiscardDraft()
  const problem = useProblem()
  const done = useDone()
  const ask = () =>
    modal.confirm({
      title: t('draft.discardTitle'),
      content: t('draft.discardHint'),
      okText: t('draft.discardYes'),
      cancelText: t('common:action.cancel'),
      okButtonProps: { danger: true },
      onOk: () =>
        discard.mutateAsync().then(() => {
          done(t('draft.discarded'))
          go({ draft: false, section: 'categories' })
        }, problem),
    })
  return (
    <Button type="text" onClick={ask}>
      {t('draft.discard')}
    </Button>
  )
}
