package org.lagroups.node.embed;

/** A node has not become a member of a group; its message says why, as far as that is known. */
public final class JoinFailedException extends Exception {

  private static final long serialVersionUID = 1L;

  JoinFailedException(String message) {
    super(message);
  }
}
