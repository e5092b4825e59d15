/** A function as a client would send it, with an archive of 1 KB; names have one length, so that returns have too. */
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

/** In the order of their numbers, up to ten million. */
export function toFunctionName(number: number): string {
  return `function-${String(number).padStart(7, '0')}`
}

export const archiveBytes = 1024

/** In base64. No function is run, so it need not be a real archive. */
const archive = Buffer.alloc(archiveBytes, 'code').toString('base64')
