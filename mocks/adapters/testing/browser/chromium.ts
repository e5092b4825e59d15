import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** The path of Debian's package. */
export const chromiumPath = '/usr/bin/chromium'

/** The reason why browser tests cannot run, if any. */
export const missingChromium: string | undefined = existsSync(chromiumPath)
  ? undefined
  : `not run: ${chromiumPath} does not exist; install it with: apt-get update && apt-get install -y chromium`

export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--headless',
      '--no-sandbox', // tests may run as root in a container
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
