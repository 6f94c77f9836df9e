package org.lagroups.core.group;

/** The caller asked for more than one of the stated bounds allows; nothing has changed. */
public final class LimitReachedException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  public LimitReachedException(String message) {
    super(message);
  }
}
