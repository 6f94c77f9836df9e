package org.lagroups.node.cli;

/** A command could not do what it was asked; ends {@code lag} with exit code 1. */
public final class CommandFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String hint;

  /**
   * A failure.
   *
   * @param message what happened
   * @param hint what to do next; may be empty
   */
  public CommandFailedException(String message, String hint) {
    super(message);
    this.hint = hint;
  }

  /** What to do next; may be empty. */
  public String hint() {
    return hint;
  }
}
