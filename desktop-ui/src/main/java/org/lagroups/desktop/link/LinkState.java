package org.lagroups.desktop.link;

import org.lagroups.node.control.api.NodeInfo;

/** How it stands with the node. */
public sealed interface LinkState {

  /** It has not answered yet. */
  record Connecting() implements LinkState {}

  /** It answers. */
  record Connected(NodeInfo node) implements LinkState {}

  /**
   * It does not answer, and is asked again by itself.
   *
   * @param message what happened; empty if it has ended in order
   * @param hint what to do, may be empty
   */
  record Lost(String message, String hint) implements LinkState {}

  /**
   * Something answers, but refuses: the token is wrong, or it is no node of this version. It is
   * asked again by itself, for its token may be written anew.
   *
   * @param message what it says
   * @param hint what to do, may be empty
   */
  record Refused(String message, String hint) implements LinkState {}

  /** Whether the node answers. */
  default boolean isUp() {
    return this instanceof Connected;
  }
}
