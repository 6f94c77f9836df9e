package org.lagroups.wormguard.learn.signature;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.lagroups.machine.Bytes;

/** The contents of the signatures that were made last. */
final class KnownContents {

  /** How many are kept; then the oldest is forgotten. */
  static final int MAX_CONTENTS = 256;

  private record Known(Bytes content, long sid) {}

  private final Deque<Known> contents = new ArrayDeque<>();

  void add(Bytes content, long sid) {
    if (contents.size() == MAX_CONTENTS) {
      contents.removeFirst();
    }
    contents.addLast(new Known(content, sid));
  }

  boolean hasSid(long sid) {
    return contents.stream().anyMatch(known -> known.sid == sid);
  }

  /** Whether one of them is in a payload. */
  boolean isIn(Bytes payload) {
    byte[] bytes = payload.toArray();
    return contents.stream().anyMatch(known -> isIn(known.content.toArray(), bytes));
  }

  /** Whether one of them is in so many of some payloads. */
  boolean isInSoMany(List<Bytes> payloads, int needed) {
    List<byte[]> all = payloads.stream().map(Bytes::toArray).toList();
    return contents.stream()
        .anyMatch(known ->
            all.stream().filter(bytes -> isIn(known.content.toArray(), bytes)).count() >= needed);
  }

  private static boolean isIn(byte[] content, byte[] bytes) {
    for (int at = 0; at + content.length <= bytes.length; at++) {
      int same = 0;
      while (same < content.length && bytes[at + same] == content[same]) {
        same++;
      }
      if (same == content.length) {
        return true;
      }
    }
    return false;
  }
}
