package org.lagroups.desktop.screen;

import org.lagroups.machine.NodeId;
import org.lagroups.machine.Printable;

/**
 * Texts that others wrote, made safe to show: on one line, with no control or direction-changing
 * characters, and never long. Labels show them as they are; buttons and menus have to be told not
 * to look for mnemonics.
 */
public final class Shown {

  private Shown() {}

  /** At most 120 characters of it. */
  public static String line(String text) {
    return Printable.of(text);
  }

  /** At most {@code most} characters of it. */
  public static String line(String text, int most) {
    return Printable.of(text, most);
  }

  /** What a node calls itself, or the beginning of its ID. */
  public static String name(String name, NodeId node) {
    String safe = Printable.of(name, 40).strip();
    return safe.isEmpty() ? node.abbreviated() : safe;
  }
}
