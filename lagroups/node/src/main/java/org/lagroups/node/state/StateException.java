package org.lagroups.node.state;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Something about the node's stored state is wrong. The message says what, and what to do. */
public class StateException extends RuntimeException {

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
  private final boolean forGood;

  private StateException(
      Kind kind, String message, String hint, @Nullable Throwable cause, boolean forGood) {
    super(message, cause);
    this.kind = kind;
    this.hint = hint;
    this.forGood = forGood;
  }

  public StateException(Kind kind, String message, String hint, @Nullable Throwable cause) {
    this(kind, message, hint, cause, false);
  }

  public StateException(Kind kind, String message, String hint) {
    this(kind, message, hint, null);
  }

  /** What was asked for is at fault, and not the disk: it would fail again however often tried. */
  public static StateException forGood(String message, String hint, @Nullable Throwable cause) {
    return new StateException(Kind.IO, message, hint, cause, true);
  }

  public Kind kind() {
    return kind;
  }

  /** Whether trying again is of no use. */
  public boolean isForGood() {
    return forGood;
  }

  /** What to do about it. */
  public String hint() {
    return hint;
  }
}
