package org.lagroups.wormguard.rule.payload;

import java.util.Optional;

/** Where in a buffer a content may lie: it has to begin and to end within a window. */
public sealed interface Place {

  /** Anywhere. */
  Place ANYWHERE = new FromStart(Operand.ZERO, Optional.empty());

  /**
   * Counted from the buffer's start.
   *
   * @param offset where the window begins
   * @param depth bytes of the window; up to the buffer's end if there is none
   */
  record FromStart(Operand offset, Optional<Operand> depth) implements Place {}

  /**
   * Counted from the cursor.
   *
   * @param distance where the window begins; negative: before the cursor, but not before the
   *     buffer's start
   * @param within bytes from cursor and distance to the window's end; up to the buffer's end if
   *     there is none
   */
  record FromCursor(Operand distance, Optional<Operand> within) implements Place {}
}
