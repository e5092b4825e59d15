import { perform, type Task } from './task.ts'

/** Does what its parent sends, one task after the other, and responses each. */
process.on('message', (task: Task) => {
  perform(task).then(
    (done) => process.send?.({ done }),
    (error: unknown) =>
      process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
})
