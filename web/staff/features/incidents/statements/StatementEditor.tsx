import { Button, Drawer, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import type { Statement } from '#contracts/incidents/statements'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { Field } from '../Field.tsx'
import { useDeed } from '../incident-queries.ts'
import { DrillBand } from '../Marks.tsx'
import forms from '../room/forms.module.css'
import { MeanwhileTheirs } from '../room/Meanwhile.tsx'
import { useRoomDraft } from '../room/use-room-draft.ts'
import { GapsNote } from './GapsNote.tsx'
import styles from './statement.module.css'
import { statementDeeds as deeds, useOffers } from './statement-queries.ts'

const AUDIENCES = ['affected', 'customers', 'public', 'media', 'staff', 'authority'] as const
type Props = { room: Room; statement: Statement | null; close: () => void }
/** Begun on this statement, or on a new one. */
type Draft = Pick<Statement, 'audience' | 'title' | 'text'> & { of: string; from?: string; read?: number }

/**
 * A text from the plan with the room's facts in it, or one's own; changing what was asked or approved makes a new version. Of two who write on the
 * same text the second sees both and says which stays.
 */
export function StatementEditor({ room, statement: begun, close }: Props) {
  const { t } = useTranslation('incidents')
  const statement = begun && (room.statements.find(({ id }) => id === begun.id) ?? begun)
  const offers = useOffers(room.id, statement === null)
  const of = statement?.id ?? ''
  const [kept, keep] = useRoomDraft<Draft | null>(room.id, 'statement', null)
  const first: Draft = {
    of,
    audience: statement?.audience ?? 'customers',
    title: statement?.title ?? '',
    text: statement?.text ?? '',
    read: statement?.saves ?? 0,
  }
  const draft = kept?.of === of ? kept : first
  const { from, audience, title, text, read = 0 } = draft
  const set = (part: Partial<Draft>) => keep((now) => ({ ...(now?.of === of ? now : first), ...part }))
  const deed = useDeed(room.id)
  const problem = useProblem()
  const done = useDone()
  const body = { title: title.trim(), text: text.trim() }
  const send = () =>
    deed.mutate(
      statement
        ? deeds.save(statement.id, { ...body, read })
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
  const other = body.title !== statement?.title || body.text !== statement.text
  const overtaken = statement !== null && !deed.isPending && statement.saves > read && other
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
          disabled={overtaken || body.title.length < 2 || body.text.length < 4}
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
        {overtaken ? (
          <MeanwhileTheirs
            by={statement.savedBy}
            at={statement.savedAt}
            take={() => set({ title: statement.title, text: statement.text, read: statement.saves })}
            keep={() => set({ read: statement.saves })}
          >
            <b>{statement.title}</b>
            <br />
            {statement.text}
          </MeanwhileTheirs>
        ) : null}
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
        <GapsNote
          statement={{ audience, title, text }}
          fill={(gap, words) => set({ text: text.replaceAll(gap, words) })}
        />
      </div>
    </Drawer>
  )
}
