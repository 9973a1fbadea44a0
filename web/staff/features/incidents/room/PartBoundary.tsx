import { onlineManager } from '@tanstack/react-query'
import { Button } from 'antd'
import { Component, type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Empty, Failed } from '../../../ui/states.tsx'
import { PartAway } from './part-files.ts'

type Props = { children: ReactNode; back: () => void }

/** A part of the room that can't be drawn leaves the rest standing: the clock, the checklist and the way to the other parts. */
export class PartBoundary extends Component<Props, { error: Error | null }> {
  override state = { error: null as Error | null }

  static getDerivedStateFromError(error: Error) {
    return { error }
  }

  override componentDidCatch(error: Error) {
    console.error(error)
  }

  // Whoever comes back to the part asks for it again.
  override componentWillUnmount() {
    this.askAnew()
  }

  askAnew() {
    if (this.state.error instanceof PartAway) this.state.error.askAnew()
  }

  override render() {
    const { error } = this.state
    if (!error) return this.props.children
    const retry = () => {
      this.askAnew()
      this.setState({ error: null })
    }
    return error instanceof PartAway ? (
      <Away retry={retry} back={this.props.back} />
    ) : (
      <Failed error={error} retry={retry} />
    )
  }
}

/** Comes by itself as soon as the network is back. */
function Away({ retry, back }: { retry: () => void; back: () => void }) {
  const { t } = useTranslation('incidents')
  useEffect(() => onlineManager.subscribe((online) => (online ? retry() : undefined)), [retry])
  return (
    <Empty
      title={t('part.away')}
      hint={t('part.awayHint')}
      actions={
        <>
          <Button type="primary" onClick={back}>
            {t('part.back')}
          </Button>
          <Button onClick={retry}>{t('common:state.retry')}</Button>
        </>
      }
    />
  )
}
