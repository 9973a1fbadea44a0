import { createSign } from 'node:crypto'

const der = (tag: number, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  const n = body.length
  const length = n < 128 ? [n] : n < 256 ? [0x81, n] : [0x82, n >> 8, n & 255]
  return Buffer.concat([Buffer.from([tag, ...length]), body])
}
const sequence = (...parts: Buffer[]) => der(0x30, ...parts)
const hex = (text: string) => Buffer.from(text, 'hex')
const SHA256_RSA = sequence(hex('06092a864886f70d01010b'), hex('0500'))
const nameOf = (text: string) =>
  sequence(der(0x31, sequence(hex('0603550403'), der(0x0c, Buffer.from(text)))))

/** A certificate that signs itself, in PEM (RFC 5280). `serial` is hexadecimal; the keys are in PEM. */
export function certificateOf(serial: string, keys: { privateKey: string; publicKey: string }): string {
  const body = keys.publicKey.replace(/-----[^-]+-----|\s/g, '')
  const name = nameOf('Tenpay.com sign')
  const validity = sequence(der(0x17, Buffer.from('250101000000Z')), der(0x17, Buffer.from('350101000000Z')))
  const number = der(0x02, hex(/^[89A-F]/i.test(serial) ? `00${serial}` : serial))
  const told = sequence(number, SHA256_RSA, name, validity, name, Buffer.from(body, 'base64'))
  const signature = createSign('RSA-SHA256').update(told).sign(keys.privateKey)
  const whole = sequence(told, SHA256_RSA, der(0x03, Buffer.from([0]), signature))
  const lines = whole
    .toString('base64')
    .match(/.{1,64}/g)!
    .join('\n')
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`
}
