/** The body of a CreateFunction request with an archive of 1 KB. All names have the same length, so responses do, too. */
export function toFunctionBody(number: number): string {
  return JSON.stringify({
    functionName: toFunctionName(number),
    description: 'one of many',
    handler: 'index.handler',
    runtime: 'nodejs8',
    memorySize: 512,
    timeout: 60,
    environmentVariables: { STAGE: 'bench', REGION: 'cn-hangzhou' },
    code: { zipFile: archive },
  })
}

/** Names sort like their numbers, up to ten million. */
export function toFunctionName(number: number): string {
  return `function-${String(number).padStart(7, '0')}`
}

export const archiveBytes = 1024

/** Base64. No function runs, so it is not a real archive. */
const archive = Buffer.alloc(archiveBytes, 'code').toString('base64')
