package org.lagroups.scenarios.demo.guard;

import java.util.List;

/**
 * Who does what; all by name.
 *
 * @param learner sees the outbreak
 * @param second endorses what that one learns
 * @param third does so, too, once the test of its operator has come to an end
 * @param liar offers a signature that is bad
 * @param accomplice endorses it
 */
public record Roles(String learner, String second, String third, String liar, String accomplice) {

  /** Those that test what they endorse. */
  List<String> honest() {
    return List.of(learner, second, third);
  }

  /** The two others. */
  List<String> colluders() {
    return List.of(liar, accomplice);
  }
}
