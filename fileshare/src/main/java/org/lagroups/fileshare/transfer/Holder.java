package org.lagroups.fileshare.transfer;

import org.lagroups.core.route.Route;
import org.lagroups.machine.NodeId;

/**
 * A member that has the file, and how much may be asked of it at once: one more with every answer,
 * half with every failure.
 */
final class Holder {

  /** The most requests under way; 48 KiB each. */
  static final int MAX_WINDOW = 48;

  /**
   * After so many failures in a row it is asked no more, until it says again that it has the file.
   */
  static final int MAX_FAILURES = 4;

  private static final int FIRST_WINDOW = 4;

  private final NodeId node;
  private Route route;
  private int window = FIRST_WINDOW;
  private int underWay;
  private int failures;
  private boolean bad;

  Holder(NodeId node, Route route) {
    this.node = node;
    this.route = route;
  }

  NodeId node() {
    return node;
  }

  Route route() {
    return route;
  }

  boolean isUsable() {
    return !bad && failures < MAX_FAILURES;
  }

  boolean hasRoom() {
    return isUsable() && underWay < window;
  }

  boolean isBad() {
    return bad;
  }

  void asked() {
    underWay++;
  }

  void succeeded() {
    underWay--;
    failures = 0;
    window = Math.min(MAX_WINDOW, window + 1);
  }

  void failed() {
    underWay--;
    failures++;
    window = Math.max(1, window / 2);
  }

  /** It is busy: asked for less, but not given up. */
  void slowed() {
    underWay--;
    window = Math.max(1, window / 2);
  }

  /** It has sent what does not belong to the file. */
  void exposed() {
    underWay--;
    bad = true;
  }

  /** It says that it has the file. */
  void confirmed(Route by) {
    route = by;
    failures = 0;
  }

  /** Goes another way from now on. */
  void reroute(Route by) {
    route = by;
  }
}
