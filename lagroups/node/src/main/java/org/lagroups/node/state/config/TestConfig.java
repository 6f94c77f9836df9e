package org.lagroups.node.state.config;

import org.lagroups.core.monitor.ask.QuestionSettings;
import org.lagroups.core.monitor.kit.KitSettings;

/**
 * By which tests a node decides whom to vouch for.
 *
 * @param kit the batteries of groups, and what is too much and too little
 * @param questions what nodes are asked, where {@code answers} is among the tests
 */
public record TestConfig(KitSettings kit, QuestionSettings questions) {

  /** What holds where the file says nothing. */
  public static final TestConfig DEFAULT =
      new TestConfig(KitSettings.DEFAULT, QuestionSettings.NONE);

  /** The same with other batteries and bounds. */
  public TestConfig withKit(KitSettings other) {
    return new TestConfig(other, questions);
  }

  /** The same with other questions. */
  public TestConfig withQuestions(QuestionSettings other) {
    return new TestConfig(kit, other);
  }
}
