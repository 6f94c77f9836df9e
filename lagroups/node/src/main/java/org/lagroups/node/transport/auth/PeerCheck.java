package org.lagroups.node.transport.auth;

import org.lagroups.core.crypto.PublicIdentity;

/** What came of checking a peer's certificate. */
public sealed interface PeerCheck {

  /** The peer is this node. */
  record Accepted(PublicIdentity node) implements PeerCheck {}

  /**
   * The certificate proves nothing.
   *
   * @param reason for people
   */
  record Refused(String reason) implements PeerCheck {}
}
