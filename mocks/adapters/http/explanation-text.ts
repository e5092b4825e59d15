import type { Explained } from '../../core/emulator-options.ts'

/**
 * Why a signature is wrong, for people: what the server signs beside what the client seems to have signed. It holds no
 * secret and no signature that would be right.
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
    `  ${hint ?? 'no known slip makes it right: is the secret the right one?'}`,
    ...parts.flatMap(([name, text]) =>
      text === undefined ? [] : [`  ${name}:`, ...text.split('\n').map((line) => `    | ${toVisible(line)}`)],
    ),
  ].join('\n')
}

/** A client's bytes are no commands to the terminal that shows them. */
function toVisible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, (char) => `\\u{${char.codePointAt(0)?.toString(16)}}`)
}
