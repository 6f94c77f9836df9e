package org.lagroups.fileshare.transfer;

import org.lagroups.core.route.Route;
import org.lagroups.machine.NodeId;

/**
 * A member that has the file, and how much may be asked of it at once.
 *
 * <p>That follows TCP (RFC 5681): one more with every answer, until something was lost; from then
 * on half as much, and one more only with every full round of answers. A relay on the way drops
 * what is above its budget, so what may be asked settles where that is. What was lost together
 * counts as one loss. An answer is waited for four times as long as answers take, so that what was
 * dropped does not hold its place for long.
 */
final class Holder {

  /** The most requests under way; 48 KiB each. */
  static final int MAX_WINDOW = 48;

  /**
   * After so many failures in a row it is asked no more, until it says again that it has the file.
   */
  static final int MAX_FAILURES = 4;

  /** How long a member may take to deliver a chunk, at most and at least. */
  static final long MAX_TIMEOUT_MILLIS = 10_000;

  static final long MIN_TIMEOUT_MILLIS = 1_000;

  private static final int FIRST_WINDOW = 4;
  private static final int PATIENCE = 4;

  /** How much a new measurement weighs, as in RFC 6298. */
  private static final double WEIGHT = 0.125;

  private final NodeId node;
  private Route route;
  private double window = FIRST_WINDOW;

  /** Up to here the window grows fast. */
  private double threshold = MAX_WINDOW;

  private int underWay;
  private int failures;
  private boolean bad;

  /** How long answers take; 0 before the first. */
  private double answerMillis;

  private long answeredAtMillis = Long.MIN_VALUE;
  private long brakedAtMillis = Long.MIN_VALUE;

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
    return isUsable() && underWay < (int) window;
  }

  boolean isBad() {
    return bad;
  }

  /** How long to wait for what is asked now. */
  long timeoutMillis() {
    return answerMillis == 0
        ? MAX_TIMEOUT_MILLIS
        : Math.clamp(Math.round(PATIENCE * answerMillis), MIN_TIMEOUT_MILLIS, MAX_TIMEOUT_MILLIS);
  }

  void asked() {
    underWay++;
  }

  /** It has answered what it was asked at {@code askedMillis}. */
  void succeeded(long askedMillis, long nowMillis) {
    underWay--;
    failures = 0;
    answeredAtMillis = nowMillis;
    double took = Math.max(1, nowMillis - askedMillis);
    answerMillis = answerMillis == 0 ? took : (1 - WEIGHT) * answerMillis + WEIGHT * took;
    window = Math.min(MAX_WINDOW, window + (window < threshold ? 1 : 1 / window));
  }

  /** It has not; that counts against it unless it has answered something else since. */
  void failed(long askedMillis, long nowMillis) {
    underWay--;
    if (askedMillis >= answeredAtMillis) {
      failures++;
    }
    brake(askedMillis, nowMillis);
  }

  /** It is busy: asked for less, but not given up. */
  void slowed(long askedMillis, long nowMillis) {
    underWay--;
    brake(askedMillis, nowMillis);
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

  private void brake(long askedMillis, long nowMillis) {
    if (askedMillis >= brakedAtMillis) {
      window = Math.max(1, window / 2);
      threshold = window;
      brakedAtMillis = nowMillis;
    }
  }
}
