package org.lagroups.core.route;

import org.lagroups.machine.Bytes;

/**
 * Sends the one reply to a request, back along its route. The first call counts, further ones do
 * nothing; so does a call after the request's time has run out. On the node's machine thread.
 */
public interface Responder {

  /**
   * Answers.
   *
   * @throws IllegalArgumentException if {@code body} is longer than {@link Router#MAX_BODY_BYTES}
   */
  void answer(Bytes body);

  /**
   * Says that there will be no answer, and why: {@link RouteRefusal#DECLINED} or {@link
   * RouteRefusal#BUSY}.
   */
  void refuse(RouteRefusal reason);

  /** Whether a reply would still be sent: worth asking before slow work begins. */
  boolean isOpen();
}
