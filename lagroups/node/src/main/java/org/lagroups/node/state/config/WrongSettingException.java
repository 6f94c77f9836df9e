package org.lagroups.node.state.config;

import org.lagroups.node.state.StateException;

/** A setting that cannot be as it is, or as somebody wants it. The hint says what is allowed. */
public final class WrongSettingException extends StateException {

  private static final long serialVersionUID = 1L;

  private final String key;
  private final String what;

  /**
   * Of a key.
   *
   * @param where file and line with a colon and a blank behind them; may be empty
   * @param what what is wrong with it, as it goes on behind the key
   */
  WrongSettingException(String where, String key, String what, String allowed) {
    super(Kind.CONFIG, where + key + " " + what, allowed);
    this.key = key;
    this.what = what;
  }

  /** Such as {@code network.port}. */
  public String key() {
    return key;
  }

  /** What is wrong with the key, without file and line. */
  public String problem() {
    return key + " " + what;
  }
}
