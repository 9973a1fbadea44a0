import { ConnectableKind } from '#contracts/channels/connect'
import type { Connector } from './connector.ts'

const connectors = new Map<string, Connector>()

/** The connectors of this program; each stands in its own folder. */
export function registerConnectors(...all: Connector[]): void {
  for (const connector of all) connectors.set(connector.kind, connector)
}

/** Errors: a kind that has no connector is a fault of the program. */
export function connectorOf(kind: string): Connector {
  const connector = connectors.get(kind)
  if (!connector) throw new Error(`no connector for channels of the kind ${kind}`)
  return connector
}

export function hasConnector(kind: string): boolean {
  return ConnectableKind.safeParse(kind).success && connectors.has(kind)
}

export function kindsThatListen(): string[] {
  return [...connectors.values()].filter((c) => c.listen).map((c) => c.kind)
}
