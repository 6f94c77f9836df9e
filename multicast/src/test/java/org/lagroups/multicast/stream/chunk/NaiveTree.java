package org.lagroups.multicast.stream.chunk;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.lagroups.machine.Bytes;

/** The Merkle tree of RFC 6962, sections 2.1 and 2.1.1, word for word. */
final class NaiveTree {

  private NaiveTree() {}

  static Bytes root(List<Bytes> entries) {
    if (entries.size() == 1) {
      return hash(0, entries.getFirst());
    }
    int k = Integer.highestOneBit(entries.size() - 1);
    return hash(1, root(entries.subList(0, k)), root(entries.subList(k, entries.size())));
  }

  static List<Bytes> path(int index, List<Bytes> entries) {
    if (entries.size() == 1) {
      return new ArrayList<>();
    }
    int k = Integer.highestOneBit(entries.size() - 1);
    List<Bytes> left = entries.subList(0, k);
    List<Bytes> right = entries.subList(k, entries.size());
    List<Bytes> path = index < k ? path(index, left) : path(index - k, right);
    path.add(index < k ? root(right) : root(left));
    return path;
  }

  private static Bytes hash(int kind, Bytes... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((byte) kind);
      for (Bytes part : parts) {
        part.addTo(digest);
      }
      return Bytes.wrapOwned(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
