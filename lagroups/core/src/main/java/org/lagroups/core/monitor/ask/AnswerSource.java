package org.lagroups.core.monitor.ask;

import java.util.Optional;
import java.util.function.Consumer;
import org.lagroups.machine.Bytes;

/** Finds out this node's own answers, by a resolver or a connection of its own. */
@FunctionalInterface
public interface AnswerSource {

  /**
   * Finds an answer. It takes no longer than it takes to give up.
   *
   * @param done called once, on the machine thread and not from within this call, with 1 to {@code
   *     VotingMonitor.MAX_ANSWER_BYTES}; empty if there is no answer to be had
   */
  void find(Question question, Consumer<Optional<Bytes>> done);
}
