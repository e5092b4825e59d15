import type { Explained } from '../../core/emulator-options.ts'

/**
 * A readable explanation of a wrong signature: what the server signs, and what the client probably signed. It contains
 * neither a secret nor the correct signature.
 */
export function toExplanationText({ api, operation, requestId, explanation }: Explained): string {
  const { scheme, hint, signedHeaders, receivedSignature } = explanation
  const parts: readonly (readonly [string, string | undefined])[] = [
    ['expected string to sign', explanation.expectedStringToSign],
    ['received string to sign', explanation.receivedStringToSign],
    ['expected canonical request', explanation.canonicalRequest],
    ['received canonical request', explanation.receivedCanonicalRequest],
  ]
  return [
    `${api} ${operation}: the signature does not match (${scheme}, request ${requestId})`,
    `  received signature: ${toVisible(receivedSignature)}`,
    `  signed headers: ${signedHeaders.map(toVisible).join(', ')}`,
    `  ${hint ?? 'no known signing mistake explains it; check the secret'}`,
    ...parts.flatMap(([name, text]) =>
      text === undefined ? [] : [`  ${name}:`, ...text.split('\n').map((line) => `    | ${toVisible(line)}`)],
    ),
  ].join('\n')
}

/** Escapes control characters, so that a request cannot control the terminal. */
function toVisible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, (char) => `\\u{${char.codePointAt(0)?.toString(16)}}`)
}
