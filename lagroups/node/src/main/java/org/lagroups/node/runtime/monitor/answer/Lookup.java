package org.lagroups.node.runtime.monitor.answer;

import java.io.IOException;
import org.lagroups.machine.Bytes;

/** Finds one kind of answer. */
@FunctionalInterface
interface Lookup {

  /**
   * Finds an answer; blocks for up to {@link NetworkAnswers#PATIENCE}, or little longer.
   *
   * @param subject of a question, as that has checked it
   * @return the same bytes wherever the same is found
   * @throws IOException if there is none to be had
   */
  Bytes find(String subject) throws IOException;
}
