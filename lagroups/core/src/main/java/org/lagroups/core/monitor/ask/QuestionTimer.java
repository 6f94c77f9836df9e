package org.lagroups.core.monitor.ask;

/** The one deadline of a {@link QuestionMachine}. */
public enum QuestionTimer {
  /** The next question is to be put. */
  ASK
}
