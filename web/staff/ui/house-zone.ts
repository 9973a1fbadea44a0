let zone: string | undefined

/** Called when a session begins: from then on every instant is shown on the brand's clock, wherever the browser stands. */
export function setHouseZone(named: string): void {
  zone = named
}

/** The brand's zone; undefined, which means the browser's, before anybody is signed in. */
export function houseZone(): string | undefined {
  return zone
}
