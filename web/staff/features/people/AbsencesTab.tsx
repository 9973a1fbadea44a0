import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useZone } from '../../app/session.ts'
import { QueryState } from '../../ui/QueryState.tsx'
import { instantIn } from '../../ui/time.ts'
import { useFormProblem } from '../../ui/use-form-problem.ts'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import { dateTime } from '../../ui/use-when.ts'
import styles from './people.module.css'
import {
  type AbsenceView,
  absencesQuery,
  staffQuery,
  useAddAbsence,
  useRemoveAbsence,
} from './people-queries.ts'

/** When somebody is away: what is planned, and one more. */
export function AbsencesTab({ staffId }: { staffId: string }) {
  const { t } = useTranslation('people')
  const absences = useQuery(absencesQuery(staffId))
  return (
    <>
      <p className={styles.note}>{t('absence.hint')}</p>
      <QueryState query={absences}>
        {(rows) =>
          rows.length === 0 ? (
            <p className={styles.note}>{t('absence.none')}</p>
          ) : (
            <ul className={styles.plain}>
              {rows.map((row) => (
                <AbsenceLine key={row.id} staffId={staffId} absence={row} />
              ))}
            </ul>
          )
        }
      </QueryState>
      <AbsenceForm staffId={staffId} />
    </>
  )
}

function AbsenceLine({ staffId, absence }: { staffId: string; absence: AbsenceView }) {
  const { t, i18n } = useTranslation('people')
  const remove = useRemoveAbsence(staffId)
  const problem = useProblem()
  const done = useDone()
  const now = Date.now()
  const running = Date.parse(absence.from) <= now && now < Date.parse(absence.to)
  return (
    <li>
      <span>
        {dateTime(absence.from, i18n.language)} – {dateTime(absence.to, i18n.language)}
        <br />
        <small>
          {[
            absence.reason,
            absence.deputyName && t('absence.deputyOf', { name: absence.deputyName }),
            running && t('absence.current'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </span>
      <Button
        type="text"
        loading={remove.isPending}
        onClick={() =>
          remove.mutate(absence.id, { onError: problem, onSuccess: () => done(t('absence.removed')) })
        }
      >
        {t('absence.remove')}
      </Button>
    </li>
  )
}

type Fields = { from: string; to: string; reason?: string; deputyId?: string }

function AbsenceForm({ staffId }: { staffId: string }) {
  const { t } = useTranslation('people')
  const [form] = Form.useForm<Fields>()
  const zone = useZone()
  const add = useAddAbsence(staffId)
  const problem = useFormProblem(form)
  const done = useDone()
  const staff = useQuery(staffQuery).data ?? []
  const deputies = staff.filter((person) => person.id !== staffId && person.state === 'active')
  const required = { required: true, message: t('absence.missing') }
  const send = ({ from, to, reason = '', deputyId }: Fields) =>
    add
      .mutateAsync({
        from: instantIn(zone, from),
        to: instantIn(zone, to),
        reason,
        deputyId: deputyId ?? null,
      })
      .then(() => {
        form.resetFields()
        done(t('absence.added'))
      }, problem)
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={send} style={{ marginTop: 24 }}>
      <div className={styles.pair}>
        <Form.Item name="from" label={t('absence.from')} rules={[required]}>
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item
          name="to"
          label={t('absence.to')}
          dependencies={['from']}
          rules={[
            required,
            ({ getFieldValue }) => ({
              validator: (_, to) =>
                to && to <= getFieldValue('from')
                  ? Promise.reject(new Error(t('absence.backwards')))
                  : Promise.resolve(),
            }),
          ]}
        >
          <Input type="datetime-local" />
        </Form.Item>
      </div>
      <Form.Item name="reason" label={t('absence.reason')}>
        <Input maxLength={200} placeholder={t('absence.reasonHint')} />
      </Form.Item>
      <Form.Item name="deputyId" label={t('absence.deputy')} extra={t('absence.deputyHint')}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('absence.deputyNone')}
          options={deputies.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Button htmlType="submit" loading={add.isPending}>
        {t('absence.add')}
      </Button>
    </Form>
  )
}
