#!/usr/bin/env node
import { runCli } from './cli/program.ts'

// A reader such as `head` may close the pipe early; what it wanted, it has.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await runCli(process.argv.slice(2))
