import { Button, Drawer, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import type { Statement } from '#contracts/incidents/statements'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { Field } from '../Field.tsx'
import { useDeed } from '../incident-queries.ts'
import { DrillBand } from '../Marks.tsx'
import forms from '../room/forms.module.css'
import { useRoomDraft } from '../room/use-room-draft.ts'
import { GapsNote } from './GapsNote.tsx'
import styles from './statement.module.css'
import { statementDeeds as deeds, useOffers } from './statement-queries.ts'

const AUDIENCES = ['affected', 'customers', 'public', 'media', 'staff', 'authority'] as const
type Props = { room: Room; statement: Statement | null; close: () => void }
/** Begun on this statement, or on a new one. */
type Draft = Pick<Statement, 'audience' | 'title' | 'text'> & { of: string; from?: string }

/** A text from the plan with the room's facts in it, or one's own; changing what was asked or approved makes a new version. */
export function StatementEditor({ room, statement, close }: Props) {
  const { t } = useTranslation('incidents')
  const offers = useOffers(room.id, statement === null)
  const of = statement?.id ?? ''
  const [kept, keep] = useRoomDraft<Draft | null>(room.id, 'statement', null)
  const first: Draft = {
    of,
    audience: statement?.audience ?? 'customers',
    title: statement?.title ?? '',
    text: statement?.text ?? '',
  }
  const draft = kept?.of === of ? kept : first
  const { from, audience, title, text } = draft
  const set = (part: Partial<Draft>) => keep((now) => ({ ...(now?.of === of ? now : first), ...part }))
  const deed = useDeed(room.id)
  const problem = useProblem()
  const done = useDone()
  const body = { title: title.trim(), text: text.trim() }
  const send = () =>
    deed.mutate(
      statement
        ? deeds.save(statement.id, body)
        : deeds.draft({ ...body, audience, ...(from ? { from } : {}) }),
      {
        onError: problem,
        onSuccess: () => {
          keep(() => null)
          done(t('statement.saved'))
          close()
        },
      },
    )
  const anew = statement?.state === 'asked' || statement?.state === 'approved'
  return (
    <Drawer
      open
      onClose={close}
      title={t(statement ? 'statement.edit' : 'statement.write')}
      size={600}
      styles={{ wrapper: { maxWidth: '100vw' } }}
      footer={
        <Button
          type="primary"
          size="large"
          block
          disabled={body.title.length < 2 || body.text.length < 4}
          loading={deed.isPending}
          onClick={send}
        >
          {t('statement.save')}
        </Button>
      }
    >
      <div className={forms.form}>
        {room.drill ? <DrillBand /> : null}
        {anew ? <p className={forms.note}>{t('statement.anew')}</p> : null}
        {offers.data?.length ? (
          <fieldset className={styles.offers}>
            <legend>{t('statement.offers')}</legend>
            {offers.data.map((offer) => (
              <button
                key={offer.key}
                type="button"
                aria-pressed={offer.key === from}
                onClick={() =>
                  set({ from: offer.key, audience: offer.audience, title: offer.name, text: offer.text })
                }
              >
                {offer.name}
              </button>
            ))}
          </fieldset>
        ) : null}
        {statement ? null : (
          <Field label={t('statement.audience')}>
            <Select
              aria-label={t('statement.audience')}
              value={audience}
              onChange={(next) => set({ audience: next })}
              options={AUDIENCES.map((value) => ({ value, label: t(`audience.${value}`) }))}
            />
          </Field>
        )}
        <Field label={t('statement.title')}>
          <Input value={title} maxLength={80} onChange={(event) => set({ title: event.target.value })} />
        </Field>
        <Field label={t('statement.text')}>
          <Input.TextArea
            value={text}
            maxLength={4000}
            showCount
            className={forms.counted ?? ''}
            autoSize={{ minRows: 8, maxRows: 20 }}
            onChange={(event) => set({ text: event.target.value })}
          />
        </Field>
        <GapsNote statement={{ audience, title, text }} />
      </div>
    </Drawer>
  )
}
