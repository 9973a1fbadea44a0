import { Component, type ReactNode } from 'react'
import { Failed } from '../ui/states.tsx'

type Props = { children: ReactNode }

/** Last net: something of ours broke while drawing. Says so and offers a way on instead of a white page. */
export class ErrorBoundary extends Component<Props, { error: Error | null }> {
  override state = { error: null as Error | null }

  static getDerivedStateFromError(error: Error) {
    return { error }
  }

  override componentDidCatch(error: Error) {
    console.error(error)
  }

  override render() {
    if (!this.state.error) return this.props.children
    return <Failed error={this.state.error} retry={() => window.location.reload()} />
  }
}
