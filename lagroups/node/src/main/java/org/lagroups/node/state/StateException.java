package org.lagroups.node.state;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Something about the node's stored state is wrong. The message says what, and what to do. */
public final class StateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What went wrong, for programs. */
  public enum Kind {
    /** There is no room left on the disk, or the file may not be written. */
    DISK_FULL,
    /** A file is damaged. */
    DAMAGED,
    /** Another process uses the folder. */
    IN_USE,
    /** A file may not be read or written by this user, or others may read it. */
    PERMISSION,
    /** The keystore's passphrase is missing or wrong. */
    PASSPHRASE,
    /** A setting is wrong. */
    CONFIG,
    /** Reading or writing failed in another way. */
    IO;

    /** In lower case, joined by dashes. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Kind kind;
  private final String hint;

  public StateException(Kind kind, String message, String hint, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.hint = hint;
  }

  public StateException(Kind kind, String message, String hint) {
    this(kind, message, hint, null);
  }

  public Kind kind() {
    return kind;
  }

  /** What to do about it. */
  public String hint() {
    return hint;
  }
}
