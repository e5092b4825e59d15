import { perform, type Task } from './task.ts'

/** Runs the tasks that the parent process sends and sends each result back. */
process.on('message', (task: Task) => {
  perform(task).then(
    (done) => process.send?.({ done }),
    (error: unknown) =>
      process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
})
