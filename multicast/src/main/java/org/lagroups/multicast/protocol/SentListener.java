package org.lagroups.multicast.protocol;

/** What a {@link SentStream} tells, from within calls of its machine. */
public interface SentListener {

  /** More chunks can be offered; told again and again as long as that is so. */
  void hasRoom();
}
