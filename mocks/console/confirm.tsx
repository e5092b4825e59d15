import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'

interface ConfirmProps {
  /** The text of the button. */
  readonly children: ComponentChildren
  /** What the action destroys. */
  readonly question: string
  /** The text of the button that starts the action. */
  readonly action: string
  readonly disabled?: boolean
  readonly onConfirm: () => void
}

/** A button that starts an action only after a second button in a dialog. Escape closes the dialog. */
export function Confirm({ children, question, action, disabled = false, onConfirm }: ConfirmProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const close = () => dialog.current?.close()
  return (
    <>
      <button type="button" disabled={disabled} onClick={() => dialog.current?.showModal()}>
        {children}
      </button>
      <dialog ref={dialog} aria-label={question}>
        <p>{question}</p>
        <div class="bar">
          <button type="button" onClick={close}>
            Cancel
          </button>
          <button
            type="button"
            class="danger"
            onClick={() => {
              close()
              onConfirm()
            }}
          >
            {action}
          </button>
        </div>
      </dialog>
    </>
  )
}
